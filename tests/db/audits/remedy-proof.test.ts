import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { expect } from 'vitest';

import { listFindings, listFindingsOfAudit } from '#app/features/audits/findings/lists.server.ts';
import { recordPayment } from '#app/features/audits/remedy/commands/record-payment.server.ts';
import { paymentForm } from '#app/features/audits/remedy/forms.ts';
import { listReportFindings } from '#app/features/audits/report/queries.server.ts';
import { addShown } from '#app/features/documents/evidence.server.ts';
import { receiveShown } from '#app/features/documents/receive.server.ts';
import { folderStorage } from '#app/platform/files/storage.server.ts';
import { anEngagement, type Engagement } from '#tests/support/factories/audits.ts';
import { begun, itemOf, ledger } from '#tests/support/factories/remedy.ts';
import { test as base } from '#tests/support/test.ts';

const test = base.extend<{ folder: string }>({
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'proof-'));
    await use(folder);
    await rm(folder, { recursive: true });
  },
});

const pdf = new Blob(['%PDF-1.7\n1 0 obj\n<<>>\nendobj\n'], { type: 'application/pdf' });
const files = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());

type Sent = { item: string; amount?: string; document?: string; id?: string; shown?: Blob };

/** As the page does it: the words, and the file that shows them, in one transaction. */
function pay(given: Engagement, finding: string, folder: string, sent: Sent) {
  const { item, amount = '400', document, id = randomUUID(), shown = pdf } = sent;
  const body = new FormData();
  const words = { id, item, amount, workers: '4', happenedOn: '2026-02-20', note: 'Bank transfers to each.' };
  for (const [name, value] of Object.entries(words)) body.set(name, value);
  if (document) body.set('document', document);
  body.set('file', shown, 'transfers.pdf');
  const scope = given.as(given.recruiter);
  return receiveShown({
    request: new Request('http://127.0.0.1/x', { method: 'POST', body }),
    storage: folderStorage(pathToFileURL(folder).href),
    schema: paymentForm,
    take: (form, file) =>
      recordPayment(
        scope,
        finding,
        form,
        file && {
          sha256: file.sha256,
          keep: (trx, shown) => addShown(trx, scope, { ...shown, kind: 'receipt' }, file),
        },
      ),
  });
}

test('a payment is shown by the file sent with it, kept as a document of the recruiter', async ({
  db,
  folder,
}) => {
  const given = await anEngagement(db);
  const finding = await begun(given);
  const item = await itemOf(given, finding);
  expect(await pay(given, finding, folder, { item })).toMatchObject({ read: true, outcome: { ok: true } });
  const [document] = await db.selectFrom('document').select(['id', 'kind', 'organisation_id']).execute();
  expect(document).toMatchObject({ kind: 'receipt', organisation_id: given.agency.id });
  const paid = (await ledger(given, finding)).entries.find(({ kind }) => kind === 'paid');
  expect(paid).toMatchObject({ documentId: document?.id });
});

test('a payment sent twice is one, with one file; another file under its number is refused', async ({
  db,
  folder,
}) => {
  const given = await anEngagement(db);
  const finding = await begun(given);
  const [id, item] = [randomUUID(), await itemOf(given, finding)];
  for (const _ of [1, 2])
    expect(await pay(given, finding, folder, { id, item })).toMatchObject({
      outcome: { ok: true, value: { id } },
    });
  const other = new Blob(['%PDF-1.7\n2 0 obj\n<<>>\nendobj\n'], { type: 'application/pdf' });
  expect(await pay(given, finding, folder, { id, item, shown: other })).toMatchObject({
    outcome: { ok: false, refusal: 'sent_before' },
  });
  expect((await ledger(given, finding)).entries.filter(({ kind }) => kind === 'paid')).toHaveLength(1);
  expect(await db.selectFrom('document').select('id').execute()).toHaveLength(1);
  expect(await files(folder)).toHaveLength(1);
});

test('a payment that is refused leaves no file and no document', async ({ db, folder }) => {
  const given = await anEngagement(db);
  const finding = await begun(given);
  const item = await itemOf(given, finding);
  expect(await pay(given, finding, folder, { item, amount: '90,000' })).toMatchObject({
    outcome: { refusal: 'more_than_owed' },
  });
  const document = `${item}/1`;
  expect(await pay(given, finding, folder, { item, document })).toMatchObject({
    outcome: { refusal: 'one_proof' },
  });
  expect(await files(folder)).toEqual([]);
  expect(await db.selectFrom('document').select('id').execute()).toEqual([]);
});

test('lists and reports tell how far a remedy has come', async ({ db, folder }) => {
  const given = await anEngagement(db);
  const finding = await begun(given);
  await pay(given, finding, folder, { item: await itemOf(given, finding) });
  const progress = {
    people: { affected: 9, madeWhole: 4 },
    money: [{ currency: 'NPR', owed: 90_000, paid: 40_000 }],
  };
  const scope = given.as(given.recruiter);
  const { findings } = await listFindings(scope, { state: '', grade: '', overdue: false, page: 1 });
  expect(findings).toMatchObject([{ id: finding, progress }]);
  const { audit_id: audit } = await db
    .selectFrom('finding')
    .select('audit_id')
    .where('id', '=', finding)
    .executeTakeFirstOrThrow();
  expect(await listFindingsOfAudit(scope, audit)).toMatchObject([{ progress }]);
  expect(await listReportFindings(db, audit)).toMatchObject([{ id: finding, progress }]);
});
