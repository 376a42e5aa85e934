import 'fake-indexeddb/auto';

import { expect, test } from 'vitest';

import type { Bundle, Operation, RaisedWords, Result } from '../model.ts';
import { send, type Server } from '../sender.ts';
import { openStore } from '../store.ts';

const at = '2026-03-01T09:00:00Z';
const words = (statement: string): RaisedWords => ({
  ...{ grade: 'critical', requirementKind: 'standard', lawInstrument: '', lawPlace: '' },
  ...{ statement, evidence: 'Seen at the till.', gradingReasons: '' },
});
const draft = { ...words('Half written'), findingId: 'begun', harm: '' };
const says = { conformity: 'conforms', note: '', evidence: '' } as const;

/** Raises each finding once by its id; `deaf`: the server hears, and its answer is lost. */
function aHouse(accountId: string, auditId: string) {
  const [known, findings, seqs] = [
    new Map<string, Result>(),
    new Map<string, string>(),
    new Map<string, number>(),
  ];
  let deaf = false;
  const take = (device: string, operation: Operation): Result => {
    const { id } = operation;
    const before = known.get(id);
    if (before) return before;
    seqs.set(device, operation.seq);
    if (operation.kind === 'assess') return keep({ id, outcome: 'applied', revision: 1 });
    if (operation.kind === 'interview') throw new Error('No interviews here');
    const { findingId, statement, grade } = operation;
    const stands = findings.get(findingId) ?? statement;
    findings.set(findingId, stands);
    return keep(
      stands === statement
        ? { id, outcome: 'raised', finding: { id: findingId, name: 'AUD-1/1', grade } }
        : { id, outcome: 'refused', refusal: 'sent_before', message: 'Other words stand.' },
    );
  };
  const keep = (result: Result) => {
    known.set(result.id, result);
    return result;
  };
  const bundle: Bundle = {
    audit: { id: auditId, reference: 'AUD-1', recruiter: 'Everest', state: 'in_progress' },
    ...{ indicators: [], assessments: [], me: { accountId, name: 'Asha' } },
  };
  const server: Server = {
    bundle: () => Promise.resolve({ kind: 'answer', answer: bundle }),
    photo: () => Promise.resolve({ kind: 'answer', answer: 'stored' }),
    sync: (device, operations) => {
      const next = (seqs.get(device) ?? 0) + 1;
      const fresh = operations.find(({ id }) => !known.has(id));
      if (fresh && fresh.seq !== next) return Promise.resolve({ kind: 'expects', seq: next });
      const answer = operations.map((operation) => take(device, operation));
      return Promise.resolve(deaf ? { kind: 'unreachable' } : { kind: 'answer', answer });
    },
  };
  return { server, findings, isDeaf: (now: boolean) => (deaf = now) };
}

async function begun() {
  const [accountId, auditId] = [crypto.randomUUID(), crypto.randomUUID()];
  const [store, house] = [await openStore(accountId, auditId), aHouse(accountId, auditId)];
  const means = (using = store) => ({
    ...{ store: using, server: house.server, accountId, now: () => at, changed: () => undefined },
  });
  const states = async () => (await store.read()).entries.map(({ outcome }) => outcome.state);
  return { accountId, auditId, store, house, means, states };
}

test('what is typed is kept apart from the answer, and ends when it is saved', async () => {
  const { store } = await begun();
  await store.keepFinding('1.1.1', draft);
  await store.keepDraft('1.1.1', { ...says, base: 0 });
  const { drafts, raising } = await store.read();
  expect([Object.keys(drafts), raising]).toEqual([['1.1.1'], { '1.1.1': draft }]);
  expect(await store.remove()).toBe(false);
  await store.raise('1.1.1', draft.findingId, words('Whole'), at);
  expect((await store.read()).raising).toEqual({});
});

test('a browser that is killed between raising and sending raises once, by the id the finding was given', async () => {
  const { accountId, auditId, store, house, means } = await begun();
  await store.raise('1.1.1', 'f', words('A fee was taken.'), at);
  house.isDeaf(true);
  expect(await send(means())).toBe('unreachable');
  store.close();
  house.isDeaf(false);
  const again = await openStore(accountId, auditId);
  expect(await send(means(again))).toBe('done');
  expect([...house.findings]).toEqual([['f', 'A fee was taken.']]);
  expect((await again.read()).entries.map(({ outcome }) => outcome.state)).toEqual(['raised']);
});

test('what went to the server unheard is neither changed nor dropped, and its words stand', async () => {
  const { store, house, means } = await begun();
  await store.raise('1.1.1', 'f', words('A fee was taken.'), at);
  house.isDeaf(true);
  await send(means());
  expect(await store.raise('1.1.1', 'f', words('Two fees were taken.'), at)).toBe(false);
  expect(await store.withdraw('f')).toBe(false);
  expect((await store.read()).entries).toMatchObject([
    { asked: true, operation: { statement: 'A fee was taken.' } },
  ]);
});

test('dropped before it is sent it never comes, and what waits behind it does', async () => {
  const { store, house, means, states } = await begun();
  await store.raise('1.1.1', 'dropped', words('A fee was taken.'), at);
  await store.save('1.1.2', says, 0, at);
  await store.raise('1.1.1', 'kept', words('A passport was held.'), at);
  expect(await store.withdraw('dropped')).toBe(true);
  await store.save('1.1.3', says, 0, at);
  expect(await send(means())).toBe('done');
  expect([...house.findings.keys()]).toEqual(['kept']);
  expect(await states()).toEqual(['sent', 'raised', 'sent']);
});

const full = () => Promise.reject(new DOMException('No space', 'QuotaExceededError'));

test('a device too full to note what goes out sends it; changed after that, the words that arrived stand', async () => {
  const { store, house, means, states } = await begun();
  await store.raise('1.1.1', 'f', words('A fee was taken.'), at);
  await store.save('1.1.2', says, 0, at);
  expect(await send(means({ ...store, begin: full, settle: full }))).toBe('full');
  expect([...house.findings.values()]).toEqual(['A fee was taken.']);
  expect(await store.raise('1.1.1', 'f', words('Two fees were taken.'), at)).toBe(true);
  expect(await send(means())).toBe('done');
  expect([...house.findings.values()]).toEqual(['A fee was taken.']);
  expect(await states()).toEqual(['refused', 'sent']);
});

test('one too large is set aside in its words, and what waits behind it is sent', async () => {
  const { store, house, means } = await begun();
  await store.raise('1.1.1', 'large', words('Far too much'), at);
  await store.raise('1.1.1', 'f', words('A fee was taken.'), at);
  const strict: Server = {
    ...house.server,
    sync: (device, operations) =>
      operations.some((one) => one.kind === 'raise' && one.statement === 'Far too much')
        ? Promise.resolve({ kind: 'too_large', message: 'This is too large.' })
        : house.server.sync(device, operations),
  };
  expect(await send({ ...means(), server: strict })).toBe('done');
  expect([...house.findings.keys()]).toEqual(['f']);
  const [aside] = (await store.read()).entries.filter(({ outcome }) => outcome.state === 'refused');
  expect(aside).toMatchObject({
    operation: { statement: 'Far too much' },
    outcome: { refusal: 'not_taken' },
  });
});
