import 'fake-indexeddb/auto';

import { expect, test } from 'vitest';

import type { Answer, Bundle, Operation, Result } from './model.ts';
import { send, type Server } from './sender.ts';
import { storePrefix } from './database.ts';
import { forget, openStore } from './store.ts';
import { noteOf } from './said.test-data.ts';

const at = '2026-03-01T09:00:00Z';
const says = (note: string): Answer => ({ conformity: 'conforms', note, evidence: '' });
const newcomer = () => ({ accountId: crypto.randomUUID(), auditId: crypto.randomUUID() });
const photo = (name: string) => new File([new Uint8Array(64)], name, { type: 'image/jpeg' });

/** Takes everything, each once. */
function aServer(accountId: string, auditId: string) {
  const [log, photos]: [string[], string[]] = [[], []];
  const answers = new Map<string, Result>();
  const take = (operation: Operation): Result => {
    const { id } = operation;
    const known = answers.get(id);
    if (known) return known;
    log.push(noteOf(operation));
    const result = { id, outcome: 'applied' as const, revision: log.length };
    answers.set(id, result);
    return result;
  };
  const bundle: Bundle = {
    audit: { id: auditId, reference: 'AUD-1', recruiter: 'Everest', state: 'in_progress' },
    ...{ indicators: [], assessments: [], me: { accountId, name: 'Asha' } },
  };
  const server: Server = {
    bundle: () => Promise.resolve({ kind: 'answer', answer: bundle }),
    sync: (_device, operations) => Promise.resolve({ kind: 'answer', answer: operations.map(take) }),
    photo: ({ id }) => {
      photos.push(id);
      return Promise.resolve({ kind: 'answer', answer: 'stored' });
    },
  };
  return { server, log, photos };
}

const means = (store: Awaited<ReturnType<typeof openStore>>, server: Server, accountId: string) => ({
  ...{ store, server, accountId, now: () => at, changed: () => undefined },
});

const full = () => Promise.reject(new DOMException('No space', 'QuotaExceededError'));

test('a device that is full sends what waits, and its photos that have gone make room', async () => {
  const { accountId, auditId } = newcomer();
  const store = await openStore(accountId, auditId);
  const house = aServer(accountId, auditId);
  await store.save('1.1.1', says('one'), 0, at);
  await store.addPhoto('1.1.1', photo('till.jpg'));
  const narrow = { ...store, keepBundle: full };
  expect(await send(means(narrow, house.server, accountId))).toBe('full');
  expect(house.log).toEqual(['one']);
  expect((await store.read()).photos).toMatchObject([{ state: 'sent' }]);
  expect(await send(means(store, house.server, accountId))).toBe('done');
});

test('what a device could not note is asked again, and comes once', async () => {
  const { accountId, auditId } = newcomer();
  const store = await openStore(accountId, auditId);
  const house = aServer(accountId, auditId);
  await store.save('1.1.1', says('one'), 0, at);
  await store.addPhoto('1.1.1', photo('till.jpg'));
  const closed = { ...store, settle: () => Promise.reject(new Error('The store is closed')) };
  expect(await send(means(closed, house.server, accountId))).toBe('unkept');
  expect(house.photos).toHaveLength(1);
  expect(await send(means(store, house.server, accountId))).toBe('done');
  expect(house.log).toEqual(['one']);
});

test('an answer too large for the server holds up none behind it, and stays here with its reason', async () => {
  const { accountId, auditId } = newcomer();
  const store = await openStore(accountId, auditId);
  const house = aServer(accountId, auditId);
  for (const [code, note] of [
    ['1.1.1', 'one'],
    ['1.1.2', 'far too much'],
    ['1.1.3', 'three'],
  ] as const)
    await store.save(code, says(note), 0, at);
  const strict: Server = {
    ...house.server,
    sync: (device, operations) =>
      operations.some((operation) => noteOf(operation) === 'far too much')
        ? Promise.resolve({ kind: 'too_large', message: 'This is too large.' })
        : house.server.sync(device, operations),
  };
  expect(await send(means(store, strict, accountId))).toBe('done');
  expect(house.log).toEqual(['one', 'three']);
  const outcomes = (await store.read()).entries.map(({ operation, outcome }) => [
    operation.code,
    outcome.state,
  ]);
  expect(Object.fromEntries(outcomes)).toEqual({ '1.1.1': 'sent', '1.1.2': 'refused', '1.1.3': 'sent' });
  store.close();
  await forget(storePrefix + accountId);
  const { entries } = await (await openStore(accountId, auditId)).read();
  expect(entries.map(({ operation }) => noteOf(operation))).toEqual(['far too much']);
});

test('a session that becomes another person’s on the way stops it there', async () => {
  const { accountId, auditId } = newcomer();
  const store = await openStore(accountId, auditId);
  const house = aServer(accountId, auditId);
  await store.addPhoto('1.1.1', photo('till.jpg'));
  const taken: Server = { ...house.server, photo: () => Promise.resolve({ kind: 'other_person' }) };
  expect(await send(means(store, taken, accountId))).toBe('other_person');
  expect((await store.read()).photos).toMatchObject([{ state: 'waiting' }]);
});
