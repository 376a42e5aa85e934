import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { expect } from 'vitest';

import { acceptPlan } from '#app/features/audits/findings/commands/answer-plan.server.ts';
import { submitPlan } from '#app/features/audits/findings/commands/submit-plan.server.ts';
import { receiveEvidence } from '#app/features/audits/findings/receive-evidence.server.ts';
import { folderStorage } from '#app/platform/files/storage.server.ts';
import { anEngagement, done, issued } from '#tests/support/factories/audits.ts';
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

test('evidence is stored with its file, once', async ({ db, folder }) => {
  const given = await anEngagement(db);
  const { finding } = await issued(given, 'major');
  done(await submitPlan(given.as(given.recruiter), finding, correctiveAction));
  done(await acceptPlan(given.as(given.lead), finding, { round: 1 }));
  const storage = folderStorage(pathToFileURL(folder).href);
  const send = () =>
    receiveEvidence(
      given.as(given.recruiter),
      finding,
      sent(evidence.description, pdf, 'receipts.pdf'),
      storage,
    );

  expect(await send()).toMatchObject({ read: true, outcome: { ok: true } });
  const row = await db
    .selectFrom('finding_evidence')
    .select(['filename', 'media_type', 'bytes'])
    .executeTakeFirst();
  expect(row).toEqual({ filename: 'receipts.pdf', media_type: 'application/pdf', bytes: pdf.size });
  expect(await send()).toMatchObject({ outcome: { refusal: 'finding_is_evidence_submitted' } });
  expect(await files(folder)).toHaveLength(1);
});

test('a file of another kind, or too few words, leave nothing stored and say why', async ({ db, folder }) => {
  const given = await anEngagement(db);
  const { finding } = await issued(given, 'major');
  const storage = folderStorage(pathToFileURL(folder).href);
  const scope = given.as(given.recruiter);
  const script = new Blob(['<script>alert(1)</script>'], { type: 'application/pdf' });
  const wrong = await receiveEvidence(scope, finding, sent(evidence.description, script, 'x.pdf'), storage);
  expect(wrong).toMatchObject({
    read: false,
    reply: { status: 'error', error: { file: [expect.stringContaining('not a PDF')] } },
  });
  const short = await receiveEvidence(scope, finding, sent('Short', pdf, 'receipts.pdf'), storage);
  expect(short).toMatchObject({ read: false, reply: { error: { description: [expect.any(String)] } } });
  expect(await files(folder)).toEqual([]);
});
