import 'fake-indexeddb/auto';

import { expect, test } from 'vitest';

import type { Answer, Bundle } from './model.ts';
import { storePrefix } from './database.ts';
import { forget, openStore } from './store.ts';
import { baseOf, noteOf } from './said.test-data.ts';

const at = '2026-03-01T09:00:00Z';
const says = (note: string): Answer => ({ conformity: 'conforms', note, evidence: '' });
const newcomer = () => ({ accountId: crypto.randomUUID(), auditId: crypto.randomUUID() });
const photo = () => new File([new Uint8Array(64)], 'till.jpg', { type: 'image/jpeg' });
const bundle = (auditId: string, accountId: string): Bundle => ({
  audit: { id: auditId, reference: 'AUD-1', recruiter: 'Everest', state: 'in_progress' },
  ...{ indicators: [], assessments: [], me: { accountId, name: 'Asha' } },
});

test('an answer takes its place in the queue and ends its draft, together', async () => {
  const { accountId, auditId } = newcomer();
  const store = await openStore(accountId, auditId);
  await store.keepDraft('1.1.1', { ...says('on'), base: 0 });
  await store.save('1.1.1', says('one'), 0, at);
  await store.save('1.1.2', says('two'), 4, at);
  const { entries, drafts } = await store.read();
  expect(entries.map(({ operation }) => [operation.seq, noteOf(operation), baseOf(operation)])).toEqual([
    [1, 'one', 0],
    [2, 'two', 4],
  ]);
  expect(drafts).toEqual({});
});

test('two tabs that save at once take numbers one after the other', async () => {
  const { accountId, auditId } = newcomer();
  const [one, other] = [await openStore(accountId, auditId), await openStore(accountId, auditId)];
  await Promise.all(
    Array.from({ length: 20 }, (_, place) =>
      (place % 2 === 0 ? one : other).save(`${place}`, says(`${place}`), 0, at),
    ),
  );
  const { entries } = await one.read();
  expect(entries.map(({ operation }) => operation.seq)).toEqual(
    Array.from({ length: 20 }, (_, place) => place + 1),
  );
});

test('a photo one tab sent is not refused by another that finds its picture gone', async () => {
  const { accountId, auditId } = newcomer();
  const [one, other] = [await openStore(accountId, auditId), await openStore(accountId, auditId)];
  const seen = await one.addPhoto('1.1.1', photo());
  await one.settlePhoto({ ...seen, state: 'sent' });
  expect(await other.picture(seen.id)).toBeUndefined();
  await other.settlePhoto({ ...seen, state: 'refused', message: 'The picture is gone from this device.' });
  expect((await other.read()).photos.map(({ state, message }) => [state, message])).toEqual([['sent', '']]);
});

test('another audit and another person see nothing of it', async () => {
  const { accountId, auditId } = newcomer();
  const store = await openStore(accountId, auditId);
  await store.save('1.1.1', says('one'), 0, at);
  const elsewhere = await openStore(accountId, crypto.randomUUID());
  const other = await openStore(crypto.randomUUID(), auditId);
  expect((await elsewhere.read()).entries).toEqual([]);
  expect((await other.read()).entries).toEqual([]);
});

test('is removed only when nothing waits, and then whole', async () => {
  const { accountId, auditId } = newcomer();
  const store = await openStore(accountId, auditId);
  await store.keepBundle(bundle(auditId, accountId), at);
  const { operation } = await store.save('1.1.1', says('one'), 0, at);
  expect(await store.remove()).toBe(false);
  expect((await store.read()).entries).toHaveLength(1);
  await store.settle([{ id: operation.id, outcome: 'applied', revision: 1 }]);
  await store.keepDraft('1.1.2', { ...says('tw'), base: 0 });
  expect(await store.remove()).toBe(false);
  await store.dropDraft('1.1.2');
  await store.addPhoto('1.1.1', photo());
  expect(await store.remove()).toBe(false);
  const [waits] = (await store.read()).photos;
  if (waits) await store.settlePhoto({ ...waits, state: 'sent' });
  expect(await store.remove()).toBe(true);
  expect(await store.read()).toMatchObject({ bundle: undefined, entries: [], photos: [] });
});

test('signing out leaves what waits, and nothing of what the server has', async () => {
  const { accountId, auditId } = newcomer();
  const store = await openStore(accountId, auditId);
  await store.keepBundle(bundle(auditId, accountId), at);
  const { operation } = await store.save('1.1.1', says('with the server'), 0, at);
  await store.settle([{ id: operation.id, outcome: 'applied', revision: 1 }]);
  await store.save('1.1.2', says('waits'), 0, at);
  await store.addPhoto('1.1.2', photo());
  await store.keepDraft('1.1.3', { ...says('typ'), base: 0 });
  await forget(storePrefix + accountId);
  const kept = await (await openStore(accountId, auditId)).read();
  expect(kept.bundle).toBeUndefined();
  expect(kept.entries.map((entry) => noteOf(entry.operation))).toEqual(['waits']);
  expect(kept.photos).toHaveLength(1);
  expect(Object.keys(kept.drafts)).toEqual(['1.1.3']);
});

test('signing out leaves a photo the server did not take: it has it nowhere else', async () => {
  const { accountId, auditId } = newcomer();
  const store = await openStore(accountId, auditId);
  await store.addPhoto('1.1.2', photo());
  const [taken] = (await store.read()).photos;
  if (!taken) throw new Error('There is no photo');
  await store.settlePhoto({ ...taken, state: 'refused', message: 'Fieldwork is over.' });
  store.close();
  await forget(storePrefix + accountId);
  const again = await openStore(accountId, auditId);
  expect((await again.read()).photos).toMatchObject([{ message: 'Fieldwork is over.' }]);
  expect(await again.picture(taken.id)).toBeDefined();
});

test('a photo the server did not take is kept with its picture until its person drops it; what waits is not dropped', async () => {
  const { accountId, auditId } = newcomer();
  const store = await openStore(accountId, auditId);
  const { id } = await store.addPhoto('1.1.1', photo());
  await store.dropPhoto(id);
  const [waits] = (await store.read()).photos;
  expect(waits).toMatchObject({ id, state: 'waiting' });
  if (waits) await store.settlePhoto({ ...waits, state: 'refused', message: 'A virus was found in it.' });
  expect((await store.read()).photos).toMatchObject([{ id, state: 'refused' }]);
  expect(await store.picture(id)).toBeDefined();
  const other = await store.addPhoto('1.1.1', photo());
  await store.dropPhoto(id);
  expect((await store.read()).photos).toMatchObject([{ id: other.id, state: 'waiting' }]);
  expect(await store.picture(id)).toBeUndefined();
});
