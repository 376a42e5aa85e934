import { createHash } from 'node:crypto';

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { howMany, inOrderOfLots, ticketsOf, type Candidate } from './rules.ts';

const seed = fc.stringMatching(/^[0-9a-f]{64}$/);
const candidates = fc.uniqueArray(
  fc.record({
    number: fc.integer({ min: 1, max: 99_999 }).map((n) => `ERC-2026-${String(n).padStart(5, '0')}`),
    tickets: fc.constantFrom(...Object.values(ticketsOf)),
  }),
  { selector: ({ number }) => number, maxLength: 40 },
);

test('the same seed draws the same, in whatever order the candidates come', () => {
  fc.assert(
    fc.property(
      seed,
      candidates.chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
      ),
      (text, [one, other]) => {
        expect(inOrderOfLots(text, other)).toEqual(inOrderOfLots(text, one));
      },
    ),
  );
});

test('everybody has one place, were they named twice, and nobody else has one', () => {
  fc.assert(
    fc.property(seed, candidates, (text, all) => {
      const order = inOrderOfLots(text, [...all, ...all]);
      expect(order.map(({ number }) => number).toSorted()).toEqual(
        all.map(({ number }) => number).toSorted(),
      );
    }),
  );
});

test('whoever leaves changes nothing in the order of those who stay', () => {
  fc.assert(
    fc.property(seed, candidates, (text, all) => {
      const [, ...others] = all;
      const stay = new Set(others.map(({ number }) => number));
      expect(inOrderOfLots(text, others)).toEqual(
        inOrderOfLots(text, all).filter(({ number }) => stay.has(number)),
      );
    }),
  );
});

test('the order is that of hashes anybody computes', () => {
  const text = 'ab'.repeat(32);
  const hash = (ticket: string) => createHash('sha256').update(`${text}:${ticket}`).digest('hex');
  const all: Candidate[] = [
    { number: 'ERC-2026-00001', tickets: 1 },
    { number: 'ERC-2026-00002', tickets: 2 },
  ];
  const [first = ''] = ['ERC-2026-00001:1', 'ERC-2026-00002:1', 'ERC-2026-00002:2'].toSorted((a, b) =>
    hash(a).localeCompare(hash(b)),
  );
  expect(first.startsWith(inOrderOfLots(text, all)[0]?.number ?? '-')).toBe(true);
});

test('three tickets are drawn three times as often as one', () => {
  const pair: Candidate[] = [
    { number: 'low', tickets: ticketsOf.low },
    { number: 'high', tickets: ticketsOf.high },
  ];
  const draws = Array.from(
    { length: 4000 },
    (_, index) => inOrderOfLots(index.toString(16), pair)[0]?.number,
  );
  const share = draws.filter((number) => number === 'high').length / draws.length;
  expect(share).toBeGreaterThan(0.72);
  expect(share).toBeLessThan(0.78);
});

test.for([
  [{ measure: 'number', size: 3 }, 10, { ok: true, value: 3 }],
  [{ measure: 'number', size: 10 }, 10, { ok: true, value: 10 }],
  [{ measure: 'number', size: 11 }, 10, { ok: false, refusal: 'more_than_stand' }],
  [{ measure: 'share', size: 5 }, 10, { ok: true, value: 1 }],
  [{ measure: 'share', size: 25 }, 10, { ok: true, value: 3 }],
  [{ measure: 'share', size: 100 }, 10, { ok: true, value: 10 }],
  [{ measure: 'share', size: 5 }, 0, { ok: false, refusal: 'no_candidates' }],
] as const)('%j of %i gives %j', ([size, standing, outcome]) => {
  expect(howMany(size, standing)).toEqual(outcome);
});
