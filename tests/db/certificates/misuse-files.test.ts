import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { sql } from 'kysely';
import { expect } from 'vitest';

import { raiseMisuse } from '#app/features/audits/findings/misuses/commands.server.ts';
import { raiseMisuseForm } from '#app/features/audits/findings/misuses/forms.ts';
import { raisingStates } from '#app/features/audits/fieldwork/model.ts';
import { addMisuseFile } from '#app/features/certificates/claims/misuse/add-file.server.ts';
import {
  recordMisuse,
  recordMisuseInAudit,
} from '#app/features/certificates/claims/misuse/commands.server.ts';
import { fileForm, type MisuseForm } from '#app/features/certificates/claims/misuse/forms.ts';
import { addFile, mostFiles } from '#app/features/certificates/claims/misuse/rules.ts';
import { mayRecordMisuse } from '#app/features/certificates/policy.ts';
import { openDocument, withdrawDiscarded } from '#app/features/documents/commands.server.ts';
import { addShown } from '#app/features/documents/evidence.server.ts';
import { findDocument, listDocumentsFor } from '#app/features/documents/queries.server.ts';
import { receiveFile } from '#app/features/documents/receive.server.ts';
import { folderStorage } from '#app/platform/files/storage.server.ts';
import type { Auditor, Officer, Scope, SignedIn } from '#app/platform/scope.ts';
import { done, strangers } from '#tests/support/factories/audits.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { anOpenAudit } from '#tests/support/factories/matters.ts';
import { test as base } from '#tests/support/test.ts';

const no = (refusal: string) => ({ ok: false, refusal });
const seen: MisuseForm = {
  ...{ place: 'https://himal.example/jobs', seenOn: '2026-03-01' },
  what: 'An advert for Japan says “certified”, and Japan is not in the scope.',
  evidence: 'A copy of the page, added as a file.',
};
const finding = raiseMisuseForm.parse({
  grade: 'major',
  statement: 'An advert for Japan claims a certificate that does not cover Japan.',
  evidence: 'The page as it stood on 1 March.',
});

const test = base.extend<{ folder: string }>({
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'misuse-'));
    await use(folder);
    await rm(folder, { recursive: true });
  },
});

const files = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());

const page = (text = 'page') =>
  new Blob([`%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%${text}\n`], { type: 'application/pdf' });

type Sending = { folder: string; file?: Blob | undefined; title?: string };

/** As the page does it. */
async function add(
  scope: Scope<Officer | Auditor>,
  id: string,
  { folder, file, title = 'Their jobs page' }: Sending,
) {
  const body = new FormData();
  body.set('title', title);
  if (file) body.set('file', file, 'page.pdf');
  const received = await receiveFile({
    request: new Request('http://127.0.0.1/file', { method: 'POST', body }),
    ...{ storage: folderStorage(pathToFileURL(folder).href), schema: fileForm },
    take: (form, kept) =>
      addMisuseFile(scope, id, form, {
        sha256: kept.sha256,
        keep: (trx, shown) => addShown(trx, scope, { ...shown, kind: 'other' }, kept),
      }),
  });
  return received.read ? received.outcome : received.reply;
}

test('whoever recorded a misuse adds what shows it, until it is a finding', () => {
  const misuse = { recordedBy: 'ines', raised: false, tied: false, sums: ['a'] };
  const file = { accountId: 'ines', sha256: 'b' };
  expect(addFile(misuse, file).ok).toBe(true);
  expect(addFile(misuse, { ...file, accountId: 'mina' })).toEqual(no('not_recorder'));
  expect(addFile({ ...misuse, tied: true }, file)).toEqual(no('tied'));
  expect(addFile({ ...misuse, raised: true }, file)).toEqual(no('misuse_raised'));
  expect(addFile(misuse, { ...file, sha256: 'a' })).toEqual(no('same_file'));
  const full = { ...misuse, sums: Array.from({ length: mostFiles }, (_, at) => `s${at}`) };
  expect(addFile(full, file)).toEqual(no('files_enough'));
  expect(mayRecordMisuse({ kind: 'recruiter', accountId: 'x', organisationId: 'o' })).toBe(false);
});

test('files of a misuse reach those who read it, and nobody else', async ({ db, work, folder }) => {
  const given = await aCertificate(db, work);
  const { as, officer, lead, recruiter, certificateId } = given;
  const { id } = done(await recordMisuse(as(officer), certificateId, seen));
  expect(await add(as(officer), id, { folder, file: page() })).toMatchObject({ ok: true });
  expect(await add(as(officer), id, { folder, file: page() })).toEqual(no('same_file'));
  expect(await add(as(officer), id, { folder })).toMatchObject({ error: { file: ['Choose a file'] } });
  const short = await add(as(officer), id, { folder, file: page('x'), title: 'x' });
  expect(short).toMatchObject({ error: { title: ['Say what the file shows'] } });
  const script = new Blob(['<script>alert(1)</script>'], { type: 'application/pdf' });
  const wrong = await add(as(officer), id, { folder, file: script });
  expect(wrong).toMatchObject({ error: { file: [expect.stringContaining('not a PDF')] } });
  // The auditor reads it in an audit of the holder, and adds nothing to what an officer recorded.
  expect(await add(as(lead), id, { folder, file: page('y') })).toEqual(no('not_recorder'));
  expect(await add(as(officer), crypto.randomUUID(), { folder, file: page('y') })).toEqual(no('not_found'));
  expect(await files(folder)).toHaveLength(1);

  const [shown] = await listDocumentsFor(db, { kind: 'misuse', id });
  if (!shown) throw new Error('There is no file');
  expect(shown).toMatchObject({ title: 'Their jobs page', filename: 'page.pdf' });
  const open = async (actor: SignedIn) => {
    const found = (await findDocument({ db, actor, now: new Date() }, shown.id)) !== undefined;
    const opened = (await openDocument({ db, actor, now: new Date() }, shown.id, 1)).ok;
    expect(opened).toBe(found);
    return opened;
  };
  for (const who of [officer, lead]) expect(await open(who)).toBe(true);
  const others = Object.values(await strangers(db));
  for (const who of [recruiter, given.reviewer, given.decider, given.colleague, ...others])
    expect(await open(who)).toBe(false);
  expect(await db.selectFrom('document_view').select('account_id').execute()).toHaveLength(2);
});

test('what the team recorded is shown by whoever recorded it, and stands once it is a finding', async ({
  db,
  work,
  folder,
}) => {
  const given = await aCertificate(db, work);
  const { as, officer, lead } = given;
  const auditId = await anOpenAudit(given, 'surveillance');
  const { id } = done(await recordMisuseInAudit(as(lead), auditId, seen, raisingStates));
  const twice = await Promise.all([1, 2].map(() => add(as(lead), id, { folder, file: page() })));
  expect(twice.map((outcome) => 'ok' in outcome && outcome.ok).sort()).toEqual([false, true]);
  expect(await add(as(officer), id, { folder, file: page('z') })).toEqual(no('not_recorder'));
  const [shown] = await listDocumentsFor(db, { kind: 'misuse', id });
  if (!shown) throw new Error('There is no file');
  await expect(withdrawDiscarded({ db, now: new Date() }, shown.id)).rejects.toThrow('append-only');
  done(await raiseMisuse(as(lead), auditId, id, finding));
  expect(await add(as(lead), id, { folder, file: page('z') })).toEqual(no('misuse_raised'));
  expect(await files(folder)).toHaveLength(1);
});

test('the database takes no file of a misuse from anybody else, and none anew', async ({
  db,
  work,
  folder,
}) => {
  const given = await aCertificate(db, work);
  const { as, officer, lead, recruiter, certificateId } = given;
  const { id } = done(await recordMisuse(as(officer), certificateId, seen));
  const raw = (who: SignedIn, organisation = who.organisationId) =>
    sql`insert into document (organisation_id, kind, title, subject_kind, subject_id, added_at, added_by)
      values (${organisation}::uuid, 'other', 'Forged', 'misuse', ${id}::uuid, '2026-03-02T09:00:00Z', ${who.accountId}::uuid)`.execute(
      db,
    );
  for (const who of [lead, recruiter]) await expect(raw(who)).rejects.toThrow('by whoever recorded it');
  await expect(raw(officer, recruiter.organisationId)).rejects.toThrow('by whoever recorded it');
  expect(await add(as(officer), id, { folder, file: page() })).toMatchObject({ ok: true });
  await expect(
    sql`update document set withdrawn_at = now(), withdrawn_by = ${officer.accountId}::uuid`.execute(db),
  ).rejects.toThrow('append-only');
  await expect(
    sql`insert into document_version select document_id, 2, filename, media_type, bytes, sha256, storage_key, evidence_on,
      valid_until, uploaded_at, uploaded_by, scan from document_version`.execute(db),
  ).rejects.toThrow('stands');
  const auditId = await anOpenAudit(given, 'special');
  done(await raiseMisuse(as(lead), auditId, id, finding));
  await expect(raw(officer)).rejects.toThrow('stands with what showed it');
});
