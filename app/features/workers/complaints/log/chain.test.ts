import { createHash } from 'node:crypto';

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { daysToPublish, headOf, hidden } from './chain.server.ts';

const leaf = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes));

test('a day hides how many complaints it had, and which came first', () => {
  fc.assert(
    fc.property(fc.array(leaf, { maxLength: 40 }), (leaves) => {
      const shown = hidden(leaves);
      expect(shown.length).toBe(Math.max(1, Math.ceil(leaves.length / 8)) * 8);
      for (const one of leaves) expect(shown).toContain(one);
      expect(shown).toEqual(shown.toSorted((one, other) => Buffer.compare(one, other)));
    }),
  );
  expect([0, 1, 8, 9].map((count) => hidden(Array.from({ length: count }, () => Buffer.alloc(32))).length)) //
    .toEqual([8, 8, 8, 16]);
});

test('a head is the hash of the one before, the day and its leaves', () => {
  const [previous, leaves] = [Buffer.alloc(32, 1), [Buffer.alloc(32, 2), Buffer.alloc(32, 3)]];
  const said = `${'01'.repeat(32)}${Buffer.from('2026-03-01').toString('hex')}${'02'.repeat(32)}${'03'.repeat(32)}`;
  const hash = createHash('sha256').update(Buffer.from(said, 'hex')).digest('hex');
  expect(headOf({ previous, day: '2026-03-01', leaves }).toString('hex')).toBe(hash);
});

test.each([
  [{}, ['2026-02-28']],
  [{ first: '2026-03-01' }, ['2026-02-28']],
  [{ first: '2026-02-26' }, ['2026-02-26', '2026-02-27', '2026-02-28']],
  [{ first: '2026-02-01', last: '2026-02-27' }, ['2026-02-28']],
  [{ first: '2026-02-01', last: '2026-02-28' }, []],
])('on 1 March, of a log %j, %j are published', (log, days) => {
  expect(daysToPublish('2026-03-01', log)).toEqual(days);
});
