import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { sql } from 'kysely';
import { expect } from 'vitest';

import { acceptPlan } from '#app/features/audits/findings/commands/answer-plan.server.ts';
import { submitEvidence } from '#app/features/audits/findings/commands/submit-evidence.server.ts';
import { submitPlan } from '#app/features/audits/findings/commands/submit-plan.server.ts';
import { evidenceForm } from '#app/features/audits/findings/forms.ts';
import { findFinding } from '#app/features/audits/findings/record.server.ts';
import { addVersion, openDocument, withdrawDocument } from '#app/features/documents/commands.server.ts';
import { addShown } from '#app/features/documents/evidence.server.ts';
import { receiveShown } from '#app/features/documents/receive.server.ts';
import { scanVersion } from '#app/features/documents/scan.server.ts';
import { folderStorage } from '#app/platform/files/storage.server.ts';
import type { SignedIn } from '#app/platform/scope.ts';
import { anEngagement, done, issued, strangers, type Engagement } from '#tests/support/factories/audits.ts';
import { correctiveAction, evidence } from '#tests/support/factories/corrections.ts';
import { test as base } from '#tests/support/test.ts';

const pdf = new Blob(['%PDF-1.7\n1 0 obj\n<<>>\nendobj\n'], { type: 'application/pdf' });

const test = base.extend<{ folder: string }>({
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'evidence-'));
    await use(folder);
    await rm(folder, { recursive: true });
  },
});

const files = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());

function sent(description: string, file: Blob, name: string) {
  const body = new FormData();
  body.set('description', description);
  body.set('file', file, name);
  return new Request('http://127.0.0.1/findings/x/evidence', { method: 'POST', body });
}

/** As the page does it: the documents' door, and what the file shows, in one transaction. */
const receive = (given: Engagement, finding: string, request: Request, folder: string) =>
  receiveShown({
    ...{ request, storage: folderStorage(pathToFileURL(folder).href), schema: evidenceForm },
    take: (form, file) =>
      submitEvidence(
        given.as(given.recruiter),
        finding,
        form,
        file && ((trx, shown) => addShown(trx, given.as(given.recruiter), { ...shown, kind: 'other' }, file)),
      ),
  });

async function accepted(given: Engagement) {
  const { finding } = await issued(given, 'major');
  done(await submitPlan(given.as(given.recruiter), finding, correctiveAction));
  done(await acceptPlan(given.as(given.lead), finding, { round: 1 }));
  return finding;
}

const pdfSent = () => sent(evidence.description, pdf, 'receipts.pdf');

/** The document that was sent for a finding. */
async function shownOf(given: Engagement, finding: string) {
  const record = await findFinding(given.as(given.recruiter), finding);
  const proof = record?.proofs[0];
  if (!proof?.documentId) throw new Error('no document');
  return { ...proof, documentId: proof.documentId };
}

test('evidence is stored with its file as a document, once', async ({ db, folder }) => {
  const given = await anEngagement(db);
  const finding = await accepted(given);
  expect(await receive(given, finding, pdfSent(), folder)).toMatchObject({
    read: true,
    outcome: { ok: true },
  });
  expect(await shownOf(given, finding)).toMatchObject({
    ...{ filename: 'receipts.pdf', bytes: pdf.size, version: 1 },
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(await receive(given, finding, pdfSent(), folder)).toMatchObject({
    outcome: { refusal: 'finding_is_evidence_submitted' },
  });
  expect(await files(folder)).toHaveLength(1);
  expect(await db.selectFrom('document').select(['subject_kind', 'subject_id', 'title']).execute()).toEqual([
    {
      subject_kind: 'finding',
      subject_id: finding,
      title: expect.stringContaining('Evidence of correction'),
    },
  ]);
});

test('a file of another kind, or too few words, leave nothing stored and say why', async ({ db, folder }) => {
  const given = await anEngagement(db);
  const finding = await accepted(given);
  const script = new Blob(['<script>alert(1)</script>'], { type: 'application/pdf' });
  const wrong = await receive(given, finding, sent(evidence.description, script, 'x.pdf'), folder);
  expect(wrong).toMatchObject({
    read: false,
    reply: { status: 'error', error: { file: [expect.stringContaining('not a PDF')] } },
  });
  const short = await receive(given, finding, sent('Short', pdf, 'receipts.pdf'), folder);
  expect(short).toMatchObject({ read: false, reply: { error: { description: [expect.any(String)] } } });
  expect(await files(folder)).toEqual([]);
  expect(await db.selectFrom('document').select('id').execute()).toEqual([]);
});

test('whoever reads the finding opens its evidence, and that they did is kept', async ({ db, folder }) => {
  const given = await anEngagement(db);
  const finding = await accepted(given);
  await receive(given, finding, pdfSent(), folder);
  const { documentId } = await shownOf(given, finding);
  const open = async (actor: SignedIn) =>
    (await openDocument({ db, actor, now: new Date() }, documentId, 1)).ok;
  for (const who of [given.lead, given.reviewer, given.recruiter, given.officer])
    expect(await open(who)).toBe(true);
  const foreign = await strangers(db);
  // The panel reads it once the matter is before it and its member has declared.
  for (const who of [given.colleague, given.decider, ...Object.values(foreign)])
    expect(await open(who)).toBe(false);
  expect(await db.selectFrom('document_view').select('account_id').execute()).toHaveLength(4);
});

test('nobody gets what waits for the scanner, nor what carries a virus', async ({ db, folder }) => {
  const given = await anEngagement(db);
  const finding = await accepted(given);
  await receive(given, finding, pdfSent(), folder);
  // As where a scanner is set, which here none is.
  await sql`set session_replication_role = replica; update document_version set scan = 'quarantined'; set session_replication_role = origin`.execute(
    db,
  );
  const { documentId } = await shownOf(given, finding);
  const open = () => openDocument(given.as(given.lead), documentId, 1);
  expect(await open()).toEqual({ ok: false, refusal: 'quarantined' });
  const storage = folderStorage(pathToFileURL(folder).href);
  const scanner = () => Promise.resolve('infected' as const);
  await scanVersion({ db, now: new Date(), storage, scanner }, documentId, 1);
  expect(await open()).toEqual({ ok: false, refusal: 'infected' });
  expect(await files(folder)).toEqual([]);
});

test('what was sent as evidence stands: no other version, no withdrawal, by no way', async ({
  db,
  folder,
}) => {
  const given = await anEngagement(db);
  const finding = await accepted(given);
  await receive(given, finding, pdfSent(), folder);
  const { documentId } = await shownOf(given, finding);
  const recruiter = given.as(given.recruiter);
  const refused = { ok: false, refusal: 'already_sent' };
  expect(await withdrawDocument(recruiter, documentId)).toEqual(refused);
  const file = {
    filename: 'b.pdf',
    mediaType: 'application/pdf',
    bytes: 3,
    sha256: 'b'.repeat(64),
    key: 'k',
  };
  const newer = { ...file, quarantined: false };
  expect(await addVersion(recruiter, documentId, { evidenceOn: '2026-02-01' }, newer)).toEqual(refused);
  await expect(
    sql`update document set withdrawn_at = now(), withdrawn_by = ${given.recruiter.accountId}`.execute(db),
  ).rejects.toThrow();
  await expect(
    sql`insert into document_version select document_id, 2, filename, media_type, bytes, sha256, storage_key, evidence_on,
      valid_until, uploaded_at, uploaded_by, scan from document_version`.execute(db),
  ).rejects.toThrow('a round of its own');
  await expect(sql`update finding_evidence set sha256 = ${'c'.repeat(64)}`.execute(db)).rejects.toThrow();
});

test('evidence names no document but the one sent for its finding, by its recruiter', async ({
  db,
  folder,
}) => {
  const given = await anEngagement(db);
  const finding = await accepted(given);
  await receive(given, finding, pdfSent(), folder);
  await expect(
    sql`insert into document (organisation_id, kind, title, subject_kind, subject_id, added_at, added_by)
      values (${given.agency.id}, 'other', 'Forged', 'finding', ${finding}, now(), ${given.lead.accountId})`.execute(
      db,
    ),
  ).rejects.toThrow('the people the finding was issued to');
  await sql`insert into document (id, organisation_id, kind, title, added_at, added_by)
    select '7b1b0c9e-0000-4000-8000-000000000001', organisation_id, 'other', 'Another', added_at, added_by from document`.execute(
    db,
  );
  await sql`insert into document_version select '7b1b0c9e-0000-4000-8000-000000000001', 1, filename, media_type, bytes, sha256,
    storage_key, evidence_on, valid_until, uploaded_at, uploaded_by, scan from document_version`.execute(db);
  await expect(
    sql`update finding_evidence set document_id = '7b1b0c9e-0000-4000-8000-000000000001'`.execute(db),
  ).rejects.toThrow('the document that was sent for its finding');
});
