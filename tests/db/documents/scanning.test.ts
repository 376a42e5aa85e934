import { Readable } from 'node:stream';

import { sql } from 'kysely';
import { expect } from 'vitest';

import { addDocument, recordScan } from '#app/features/documents/commands.server.ts';
import { listVersions } from '#app/features/documents/queries.server.ts';
import { scanVersion } from '#app/features/documents/scan.server.ts';
import { clamd } from '#app/platform/files/scan.server.ts';
import { aClamd } from '#tests/support/clamd.ts';
import { anApplicant } from '#tests/support/factories/applications.ts';
import { aDocument, aFile, policy } from '#tests/support/factories/documents.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aFolderStore, type Store } from '#tests/support/stores.ts';
import { test as base } from '#tests/support/test.ts';

type Daemon = Awaited<ReturnType<typeof aClamd>>;

const test = base.extend<{ store: Store; daemon: Daemon }>({
  store: async ({}, use) => {
    const store = await aFolderStore();
    await use(store);
    await store.close();
  },
  daemon: async ({}, use) => {
    const daemon = await aClamd();
    await use(daemon);
    await daemon.close();
  },
});

/** A document that waits for its scan, its bytes in the store. */
async function waiting(db: Parameters<typeof anApplicant>[0], store: Store, content: string) {
  const { recruiter } = await anApplicant(db);
  const written = await store.storage.write(Readable.from([Buffer.from(content)]));
  const file = { ...aFile('a'), ...written, quarantined: true };
  const { documentId } = done(await addDocument(recruiter, policy, file));
  return { recruiter, documentId };
}

const scanOf = async (db: Parameters<typeof listVersions>[0], id: string) =>
  (await listVersions(db, id))[0]?.scan;

test('what is found clean is served from then on', async ({ db, now, store, daemon }) => {
  const { documentId } = await waiting(db, store, '%PDF-1.7 policy');
  const means = { db, now, storage: store.storage, scanner: clamd(daemon.url) };
  await scanVersion(means, documentId, 1);
  await scanVersion(means, documentId, 1);
  expect(await scanOf(db, documentId)).toBe('clean');
  expect(daemon.heard.map(String)).toEqual(['%PDF-1.7 policy']);
  expect(await store.files()).toHaveLength(1);
});

test('what carries a virus leaves the store, and its sender is told once', async ({
  db,
  now,
  store,
  daemon,
  work,
  mailer,
}) => {
  const { documentId } = await waiting(db, store, '%PDF-1.7 EICAR');
  const means = { db, now, storage: store.storage, scanner: clamd(daemon.url) };
  await Promise.all([scanVersion(means, documentId, 1), scanVersion(means, documentId, 1)]);
  expect([await scanOf(db, documentId), await store.files()]).toEqual(['infected', []]);
  await work();
  const told = mailer.sent.filter(({ subject }) => subject.includes('virus'));
  expect(told.map(({ text }) => text.includes('policy.pdf'))).toEqual([true]);
});

test('a worker that died between the verdict and the removal removes it after all', async ({
  db,
  now,
  store,
}) => {
  const { documentId } = await waiting(db, store, '%PDF-1.7 EICAR');
  done(await recordScan({ db, now }, { documentId, version: 1, outcome: 'infected' }));
  expect(await store.files()).toHaveLength(1);
  await scanVersion({ db, now, storage: store.storage, scanner: undefined }, documentId, 1);
  expect(await store.files()).toEqual([]);
});

test('while the scanner is down it waits, and the queue tries again', async ({ db, now, store, work }) => {
  const { documentId } = await waiting(db, store, '%PDF-1.7 policy');
  const down = { db, now, storage: store.storage, scanner: clamd('tcp://127.0.0.1:1') };
  await expect(scanVersion(down, documentId, 1)).rejects.toThrow('ECONNREFUSED');
  expect(await scanOf(db, documentId)).toBe('quarantined');
  // This house has no scanner at all: the effect fails, its job stays with the reason.
  await work();
  const left = await sql<{ reason: string }>`
    select last_error as reason from graphile_worker.jobs where last_error is not null`.execute(db);
  expect(left.rows.map(({ reason }) => reason).join()).toContain('No scanner is set');
  const delivery = db
    .selectFrom('delivery')
    .select(['target', 'done_at'])
    .where('reaction', '=', 'document.added/scan');
  expect(await delivery.execute()).toEqual([{ target: `${documentId}/1`, done_at: null }]);
});

test('a house without a scanner asks nobody', async ({ db, now, store, work }) => {
  const { recruiter } = await anApplicant(db);
  const id = await aDocument(recruiter);
  await work();
  await scanVersion({ db, now, storage: store.storage, scanner: undefined }, id, 1);
  const asked = db.selectFrom('delivery').select('target').where('reaction', '=', 'document.added/scan');
  expect([await asked.execute(), await scanOf(db, id)]).toEqual([[], 'unscanned']);
});

test('two verdicts at once: one counts', async ({ db, now, store }) => {
  const { documentId } = await waiting(db, store, '%PDF-1.7');
  const verdicts = (['clean', 'infected'] as const).map((outcome) =>
    recordScan({ db, now }, { documentId, version: 1, outcome }),
  );
  const both = await Promise.all(verdicts);
  expect(both.filter(({ ok }) => !ok)).toEqual([{ ok: false, refusal: 'already_scanned' }]);
});
