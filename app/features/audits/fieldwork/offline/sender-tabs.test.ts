import 'fake-indexeddb/auto';

import { expect, test } from 'vitest';

import type { Answer, Bundle, Operation, Result } from './model.ts';
import { send, type Server } from './sender.ts';
import { openStore } from './store.ts';
import { noteOf } from './said.test-data.ts';

const at = '2026-03-01T09:00:00Z';
const says = (note: string): Answer => ({ conformity: 'conforms', note, evidence: '' });

/** Takes each once and in order, by the device's count; two of its answers are never on their way in one order alone. */
function aServer(accountId: string, auditId: string) {
  const [log, photos]: [string[], string[]] = [[], []];
  const answers = new Map<string, Result>();
  const take = (operation: Operation): Result => {
    const known = answers.get(operation.id);
    if (known) return known;
    log.push(noteOf(operation));
    const result = { id: operation.id, outcome: 'applied' as const, revision: log.length };
    answers.set(operation.id, result);
    return result;
  };
  const bundle: Bundle = {
    audit: { id: auditId, reference: 'AUD-1', recruiter: 'Everest', state: 'in_progress' },
    ...{ indicators: [], assessments: [], me: { accountId, name: 'Asha' } },
  };
  const slowly = () => new Promise((later) => setTimeout(later, Math.random() * 5));
  const server: Server = {
    bundle: () => Promise.resolve({ kind: 'answer', answer: bundle }),
    sync: async (_device, operations) => {
      await slowly();
      const fresh = operations.filter(({ id }) => !answers.has(id));
      const expected = log.length + 1;
      if (fresh[0] && fresh[0].seq !== expected) return { kind: 'expects', seq: expected };
      const results = operations.map(take);
      await slowly();
      return { kind: 'answer', answer: results };
    },
    photo: async ({ id }) => {
      await slowly();
      if (!photos.includes(id)) photos.push(id);
      return { kind: 'answer', answer: 'stored' };
    },
  };
  return { server, log, photos };
}

/** The browser's lock lets one tab send at a time; where it has none, nothing comes twice or out of order all the same. */
test('two tabs that send at once, without a lock between them, send each answer and photo once and in order', async () => {
  const [accountId, auditId] = [crypto.randomUUID(), crypto.randomUUID()];
  const tabs = [await openStore(accountId, auditId), await openStore(accountId, auditId)];
  const house = aServer(accountId, auditId);
  const notes = Array.from({ length: 12 }, (_, place) => `answer ${place}`);
  for (const [place, note] of notes.entries()) await tabs[place % 2]?.save(`1.1.${place}`, says(note), 0, at);
  for (const name of ['till.jpg', 'gate.jpg'])
    await tabs[0]?.addPhoto('1.1.1', new File([new Uint8Array(64)], name, { type: 'image/jpeg' }));
  const stops = await Promise.all(
    tabs.map((store) =>
      send({ ...{ store, accountId }, server: house.server, now: () => at, changed: () => undefined }),
    ),
  );
  expect(stops).toEqual(['done', 'done']);
  expect(house.log).toEqual(notes);
  expect(house.photos).toHaveLength(2);
  const kept = await tabs[0]?.read();
  expect(kept?.entries.map(({ outcome }) => outcome.state)).toEqual(notes.map(() => 'sent'));
  expect(kept?.photos.map(({ state }) => state)).toEqual(['sent', 'sent']);
});
