import 'fake-indexeddb/auto';

import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Answer, Bundle, Operation, Photo, Result } from './model.ts';
import { send, type Reply, type Server } from './sender.ts';
import { storePrefix } from './database.ts';
import { forget, openStore } from './store.ts';
import { baseOf, noteOf } from './said.test-data.ts';

const at = '2026-03-01T09:00:00Z';
const says = (note: string): Answer => ({ conformity: 'conforms', note, evidence: '' });
const newcomer = () => ({ accountId: crypto.randomUUID(), auditId: crypto.randomUUID() });

/** The server of the contract; `cut` says where the next connection breaks. */
function aServer(accountId: string, auditId: string) {
  const answers = new Map<string, Result>();
  const standing = new Map<string, { revision: number; note: string }>();
  const log: string[] = [];
  const photos: string[] = [];
  const seqs = new Map<string, number>();
  let cut: 'before' | 'after' | undefined;
  let session = accountId;

  const take = (device: string, operation: Operation): Result => {
    const known = answers.get(operation.id);
    if (known) return known;
    seqs.set(device, operation.seq);
    log.push(noteOf(operation));
    const { revision, note } = standing.get(operation.code ?? '') ?? { revision: 0, note: '' };
    const fits = baseOf(operation) === revision;
    if (fits) standing.set(operation.code ?? '', { revision: revision + 1, note: noteOf(operation) });
    const theirs = { ...says(note), by: 'Devi', at };
    const result: Result = fits
      ? { id: operation.id, outcome: 'applied', revision: revision + 1 }
      : { id: operation.id, outcome: 'conflict', revision, theirs };
    answers.set(operation.id, result);
    return result;
  };
  const bundle = (): Bundle => ({
    audit: { id: auditId, reference: 'AUD-1', recruiter: 'Everest', state: 'in_progress' },
    indicators: [],
    assessments: [...standing].map(([code, { revision, note }]) => ({
      ...says(note),
      code,
      revision,
      by: 'Devi',
      at,
    })),
    me: { accountId: session, name: 'Asha' },
  });
  /** One connection: it may break before the server hears, or before its answer is heard. */
  const connected = <T>(act: () => Reply<T>): Promise<Reply<T>> => {
    const broken = cut;
    cut = undefined;
    const reply = broken === 'before' ? undefined : act();
    return Promise.resolve(broken || !reply ? { kind: 'unreachable' } : reply);
  };
  const server: Server = {
    bundle: () => connected(() => ({ kind: 'answer', answer: bundle() })),
    sync: (device, operations) =>
      connected(() => {
        const fresh = operations.filter(({ id }) => !answers.has(id));
        const expected = (seqs.get(device) ?? 0) + 1;
        if (fresh[0] && fresh[0].seq !== expected) return { kind: 'expects', seq: expected };
        return { kind: 'answer', answer: operations.map((operation) => take(device, operation)) };
      }),
    photo: (photo: Photo) =>
      connected(() => {
        if (!photos.includes(photo.id)) photos.push(photo.id);
        return { kind: 'answer', answer: 'stored' };
      }),
  };
  return {
    ...{ server, log, photos, standing },
    breaks: (where: 'before' | 'after') => (cut = where),
    isNow: (person: string) => (session = person),
    losesEverything() {
      for (const kept of [answers, standing, seqs]) kept.clear();
    },
    meanwhile: (code: string, note: string) =>
      standing.set(code, { revision: (standing.get(code)?.revision ?? 0) + 1, note }),
  };
}

const means = (store: Awaited<ReturnType<typeof openStore>>, server: Server, accountId: string) => ({
  ...{ store, server, accountId, now: () => at, changed: () => undefined },
});

const photo = (name: string) => new File([new Uint8Array(64)], name, { type: 'image/jpeg' });

test('sends answers, then photos, and keeps what the server has', async () => {
  const { accountId, auditId } = newcomer();
  const store = await openStore(accountId, auditId);
  const house = aServer(accountId, auditId);
  await store.save('1.1.1', says('one'), 0, at);
  await store.save('1.1.1', says('two'), 0, at);
  await store.addPhoto('1.1.1', photo('till.jpg'));
  expect(await send(means(store, house.server, accountId))).toBe('done');
  expect(house.log).toEqual(['one', 'two']);
  expect(house.photos).toHaveLength(1);
  const kept = await store.read();
  expect(kept.bundle?.assessments).toMatchObject([{ code: '1.1.1', revision: 2, note: 'two' }]);
  expect(kept.entries.map(({ outcome }) => outcome.state)).toEqual(['sent', 'sent']);
  expect(kept.photos).toMatchObject([{ name: 'till.jpg', state: 'sent' }]);
});

test('a clock that runs backwards reorders nothing', async () => {
  const { accountId, auditId } = newcomer();
  const store = await openStore(accountId, auditId);
  const house = aServer(accountId, auditId);
  for (const [note, madeAt] of [
    ['first', '2031-01-01T00:00:00Z'],
    ['second', '1999-01-01T00:00:00Z'],
  ] as const) {
    await store.save('1.1.1', says(note), 0, madeAt);
  }
  await send(means(store, house.server, accountId));
  expect(house.log).toEqual(['first', 'second']);
  expect(house.standing.get('1.1.1')?.note).toBe('second');
});

test('somebody else’s wording is not overwritten, neither by the first answer nor by the one after it', async () => {
  const { accountId, auditId } = newcomer();
  const store = await openStore(accountId, auditId);
  const house = aServer(accountId, auditId);
  await store.save('1.1.1', says('mine'), 0, at);
  await store.save('1.1.1', says('mine, better'), 0, at);
  house.meanwhile('1.1.1', 'theirs');
  expect(await send(means(store, house.server, accountId))).toBe('done');
  expect(house.standing.get('1.1.1')?.note).toBe('theirs');
  const { entries } = await store.read();
  expect(entries.map(({ operation, outcome }) => [noteOf(operation), outcome.state])).toEqual([
    ['mine', 'conflict'],
    ['mine, better', 'conflict'],
  ]);
});

test('what is typed while its own answer is on its way is no conflict with it', async () => {
  const { accountId, auditId } = newcomer();
  const store = await openStore(accountId, auditId);
  const house = aServer(accountId, auditId);
  await store.save('1.1.1', says('one'), 0, at);
  await store.keepDraft('1.1.1', { ...says('one and'), base: 0 });
  await send(means(store, house.server, accountId));
  expect((await store.read()).drafts['1.1.1']?.base).toBe(1);
});

test('nothing goes out in another person’s name', async () => {
  const { accountId, auditId } = newcomer();
  const store = await openStore(accountId, auditId);
  const house = aServer(accountId, auditId);
  await store.save('1.1.1', says('mine'), 0, at);
  house.isNow('somebody else');
  expect(await send(means(store, house.server, accountId))).toBe('other_person');
  expect(house.log).toEqual([]);
  house.isNow(accountId);
  expect(await send(means(store, house.server, accountId))).toBe('done');
  expect(house.log).toEqual(['mine']);
});

test('a server restored from an older copy is told again what it lost', async () => {
  const { accountId, auditId } = newcomer();
  const store = await openStore(accountId, auditId);
  const house = aServer(accountId, auditId);
  await store.save('1.1.1', says('one'), 0, at);
  await send(means(store, house.server, accountId));
  house.losesEverything();
  await store.save('1.1.2', says('two'), 0, at);
  expect(await send(means(store, house.server, accountId))).toBe('done');
  expect(house.log).toEqual(['one', 'one', 'two']);
  expect([...house.standing.keys()]).toEqual(['1.1.1', '1.1.2']);
});

test('this device goes on under a new name when its old one is used up', async () => {
  const { accountId, auditId } = newcomer();
  const store = await openStore(accountId, auditId);
  const house = aServer(accountId, auditId);
  await store.save('1.1.1', says('one'), 0, at);
  await send(means(store, house.server, accountId));
  // Signed out: what the server has is gone from here, also the count of it.
  store.close();
  await forget(storePrefix + accountId);
  const again = await openStore(accountId, auditId);
  house.losesEverything();
  await again.save('1.1.2', says('two'), 0, at);
  expect(await send(means(again, house.server, accountId))).toBe('done');
  expect(house.standing.get('1.1.2')?.note).toBe('two');
});

test('stops where the session ended, and goes on after it', async () => {
  const { accountId, auditId } = newcomer();
  const store = await openStore(accountId, auditId);
  const house = aServer(accountId, auditId);
  await store.save('1.1.1', says('one'), 0, at);
  const closed: Server = { ...house.server, sync: () => Promise.resolve({ kind: 'signed_out' }) };
  expect(await send(means(store, closed, accountId))).toBe('signed_out');
  expect(await send(means(store, house.server, accountId))).toBe('done');
  expect(house.log).toEqual(['one']);
});

test('a server that answers nothing of what was asked is not asked for ever', async () => {
  const { accountId, auditId } = newcomer();
  const store = await openStore(accountId, auditId);
  const house = aServer(accountId, auditId);
  await store.save('1.1.1', says('one'), 0, at);
  const deaf: Server = { ...house.server, sync: () => Promise.resolve({ kind: 'answer', answer: [] }) };
  expect(await send(means(store, deaf, accountId))).toBe('unreadable');
  const strict: Server = { ...house.server, sync: () => Promise.resolve({ kind: 'expects', seq: 9 }) };
  expect(await send(means(store, strict, accountId))).toBe('unreadable');
  expect((await store.read()).entries).toHaveLength(1);
});

test('a photo the server does not take stays, with its reason', async () => {
  const { accountId, auditId } = newcomer();
  const store = await openStore(accountId, auditId);
  const house = aServer(accountId, auditId);
  await store.addPhoto('1.1.1', photo('till.jpg'));
  const refuses: Server = {
    ...house.server,
    photo: () => Promise.resolve({ kind: 'refused', message: 'This is no picture.' }),
  };
  expect(await send(means(store, refuses, accountId))).toBe('done');
  expect((await store.read()).photos).toMatchObject([{ state: 'refused', message: 'This is no picture.' }]);
});

const happening = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constant('writes' as const), code: fc.constantFrom('a', 'b', 'c') }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('sends' as const),
      cut: fc.constantFrom('before', 'after', undefined),
      after: fc.nat(3),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('is killed' as const) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('photographs' as const) }) },
);

test('however often the network breaks and the browser is killed: each answer and photo once, in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { maxLength: 25 }), async (story) => {
      const { accountId, auditId } = newcomer();
      const house = aServer(accountId, auditId);
      let store = await openStore(accountId, auditId);
      const notes: string[] = [];
      let photographed = 0;
      for (const event of story) {
        if (event.does === 'writes') {
          notes.push(`${event.code} ${notes.length}`);
          const { entries } = await store.read();
          const last = entries.findLast(({ operation }) => operation.code === event.code)?.outcome;
          await store.save(
            event.code,
            says(notes.at(-1) ?? ''),
            last?.state === 'sent' ? last.revision : 0,
            at,
          );
        } else if (event.does === 'photographs') {
          photographed += 1;
          await store.addPhoto('a', photo(`${photographed}.jpg`));
        } else if (event.does === 'is killed') {
          store.close();
          store = await openStore(accountId, auditId);
        } else {
          let connections = 0;
          const flaky = (): void => {
            if (event.cut && connections++ === event.after) house.breaks(event.cut);
          };
          const server: Server = {
            bundle: () => (flaky(), house.server.bundle()),
            sync: (device, operations) => (flaky(), house.server.sync(device, operations)),
            photo: (told, picture) => (flaky(), house.server.photo(told, picture)),
          };
          await send(means(store, server, accountId));
        }
      }
      expect(await send(means(store, house.server, accountId))).toBe('done');
      expect(house.log).toEqual(notes);
      expect(house.photos).toHaveLength(photographed);
      const { entries } = await store.read();
      expect(entries.every(({ outcome }) => outcome.state === 'sent')).toBe(true);
      store.close();
    }),
    { numRuns: 40 },
  );
});
