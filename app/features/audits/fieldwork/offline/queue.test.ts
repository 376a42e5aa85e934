import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Answer, Entry, Operation, Result } from './model.ts';
import { isSame, nextBatch, ownRevisions, problemWith, queued, resumed, settled, waiting } from './queue.ts';
import { baseOf } from './said.test-data.ts';

const says = (note: string): Answer => ({ conformity: 'conforms', note, evidence: '' });
const madeAt = '2026-03-01T09:00:00Z';

/** Entries as somebody writes them one after the other, over what the server had at `seen`. */
const written = (codes: string[], seen = 0) =>
  codes.reduce<Entry[]>((entries, code, place) => {
    const stamp = { id: `op-${place + 1}`, seq: place + 1, madeAt, seen };
    return [...entries, queued(entries, code, says(`note ${place + 1}`), stamp)];
  }, []);

const applied = (id: string, revision: number): Result => ({ id, outcome: 'applied', revision });
const theirs = { ...says('theirs'), by: 'Devi', at: madeAt };

describe('the queue', () => {
  test('sends in the order of work, a second answer for one indicator only after the first one’s', () => {
    const entries = written(['1.1.1', '1.1.2', '1.1.1', '1.1.3']);
    expect(nextBatch(entries).map(({ id }) => id)).toEqual(['op-1', 'op-2']);
    const after = settled(entries, [applied('op-1', 1), applied('op-2', 1)]);
    expect(nextBatch(after).map((operation) => [operation.id, baseOf(operation)])).toEqual([
      ['op-3', 1],
      ['op-4', 0],
    ]);
  });

  test('sends fifty at most, and no more than the server reads at once', () => {
    expect(nextBatch(written(Array.from({ length: 60 }, (_, place) => `${place}`)))).toHaveLength(50);
    const long = written(['a', 'b', 'c', 'd']).map(({ operation, outcome }) => ({
      operation: { ...operation, note: 'ä'.repeat(100_000) },
      outcome,
    }));
    expect(nextBatch(long)).toHaveLength(1);
  });

  test('what follows a conflict stays based on what its author saw', () => {
    const entries = written(['1.1.1', '1.1.1'], 3);
    const after = settled(entries, [{ id: 'op-1', outcome: 'conflict', revision: 4, theirs }]);
    expect(waiting(after).map(({ operation }) => baseOf(operation))).toEqual([3]);
  });

  test('an answer that comes a second time, or to nothing, changes nothing', () => {
    const once = settled(written(['1.1.1', '1.1.1']), [applied('op-1', 1)]);
    expect(settled(once, [applied('op-1', 9), applied('strange', 2)])).toEqual(once);
  });

  test('a form that is open follows the revision its own answer became', () => {
    const entries = written(['1.1.1', '1.1.2']);
    const results: Result[] = [
      applied('op-1', 4),
      { id: 'op-2', outcome: 'refused', refusal: 'audit_is_cancelled', message: '' },
    ];
    expect([...ownRevisions(entries, results)]).toEqual([['1.1.1', 4]]);
  });

  test('what the server lost is sent again under the same ids', () => {
    const entries = settled(written(['1', '2', '3']), [applied('op-1', 1), applied('op-2', 1)]);
    const again = resumed(entries, 2, () => 'new');
    expect(again.renamed).toBe(false);
    expect(waiting(again.entries).map(({ operation }) => operation.id)).toEqual(['op-2', 'op-3']);
  });

  test('a name that is used up is given back: what waits counts from 1, and what was answered stays to be read', () => {
    const entries = settled(written(['1', '2', '3']), [applied('op-1', 1)]);
    const { entries: numbered, renamed } = resumed(entries, 7, () => 'new');
    expect(renamed).toBe(true);
    expect(numbered.map(({ operation }) => [operation.id, operation.seq])).toEqual([
      ['op-1', 0],
      ['new', 1],
      ['new', 2],
    ]);
  });

  test('asks what the server’s form asks', () => {
    const evidence = '';
    expect(problemWith({ conformity: '', note: '', evidence })?.field).toBe('conformity');
    expect(problemWith({ conformity: 'does_not_conform', note: ' ', evidence })?.field).toBe('note');
    expect(problemWith({ conformity: 'not_applicable', note: 'No agents', evidence })).toBeUndefined();
    expect(problemWith({ conformity: 'conforms', note: '', evidence })).toBeUndefined();
    const long = 'a'.repeat(100_000);
    expect(problemWith({ conformity: 'conforms', note: long, evidence })?.field).toBe('note');
    expect(problemWith({ conformity: 'conforms', note: '', evidence: long })?.field).toBe('evidence');
    expect(isSame(says('a'), says('a'))).toBe(true);
    expect(isSame(says('a'), undefined)).toBe(false);
  });
});

/** The server of the contract, in few lines: once per id, in order of seq, and nothing goes over a newer wording. */
function aServer() {
  const answers = new Map<string, Result>();
  const revisions = new Map<string, number>();
  const taken: Operation[] = [];
  const take = (operation: Operation): Result => {
    const known = answers.get(operation.id);
    if (known) return known;
    if (operation.seq !== taken.length + 1) throw new Error(`${operation.seq} came for ${taken.length + 1}`);
    taken.push(operation);
    const current = revisions.get(operation.code ?? '') ?? 0;
    const fits = baseOf(operation) === current;
    if (fits) revisions.set(operation.code ?? '', current + 1);
    const result: Result = fits
      ? applied(operation.id, current + 1)
      : { id: operation.id, outcome: 'conflict', revision: current, theirs };
    answers.set(operation.id, result);
    return result;
  };
  const meanwhile = (code: string) => revisions.set(code, (revisions.get(code) ?? 0) + 1);
  return { taken, take, meanwhile, revisions };
}

const code = fc.constantFrom('1.1.1', '1.1.2', '2.1.1');
const happening = fc.oneof(
  fc.record({ does: fc.constant('writes' as const), code }),
  // The connection ends before the server, after it took some, or before its answer arrives.
  fc.record({ does: fc.constant('sends' as const), taken: fc.nat(5), answered: fc.boolean() }),
  fc.record({ does: fc.constant('hears again' as const) }),
  fc.record({ does: fc.constant('somebody else writes' as const), code }),
);

test('any interleaving of work, lost and repeated answers ends with each operation taken once, in order', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 60 }), (story) => {
      const server = aServer();
      const others = new Set<string>();
      let entries: Entry[] = [];
      let heard: Result[] = [];
      let written = 0;
      const send = (most: number, answered: boolean) => {
        const results = nextBatch(entries).slice(0, most).map(server.take);
        if (!answered) return;
        heard = results;
        entries = settled(entries, results);
      };
      for (const event of story) {
        if (event.does === 'writes') {
          written += 1;
          // The last revision this device knows: its own.
          const last = entries.findLast(({ operation }) => operation.code === event.code)?.outcome;
          const seen = last?.state === 'sent' ? last.revision : 0;
          const stamp = { id: `op-${written}`, seq: written, madeAt, seen };
          entries = [...entries, queued(entries, event.code, says(`${written}`), stamp)];
        } else if (event.does === 'sends') send(event.taken, event.answered);
        else if (event.does === 'hears again') entries = settled(entries, heard);
        else {
          server.meanwhile(event.code);
          others.add(event.code);
        }
      }
      for (let round = 0; waiting(entries).length > 0; round += 1) {
        if (round > written) throw new Error('It never ends.');
        send(50, true);
      }
      expect(server.taken.map(({ id }) => id)).toEqual(
        Array.from({ length: written }, (_, place) => `op-${place + 1}`),
      );
      const met = entries.filter(({ outcome }) => outcome.state === 'conflict');
      // Nobody else wrote there: then nothing of one's own is ever in conflict with itself.
      expect(met.every(({ operation }) => others.has(operation.code ?? ''))).toBe(true);
    }),
    { numRuns: 500 },
  );
});
