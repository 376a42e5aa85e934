import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { defaultRisk } from '#app/features/scheme/terms.ts';

import { actorKinds, payers, type ChainEdge } from '../chain/model.ts';
import { assessed, datum, maturity, score, today } from './assessed.test-data.ts';
import { aNode, anEdge, aPayment } from './chain.test-data.ts';
import { indicatorsOf } from './indicators.ts';
import { scoreOf, type Assessed } from './rules.ts';

const anyNumber = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(Number.NaN, Infinity, -Infinity));
const anyId = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const anyPayment = fc.record({
  amount: fc.option(anyNumber),
  payer: fc.constantFrom(...payers),
  category: fc.constantFrom('FEE_SERVICE', 'COST_MEDICAL', 'ILLICIT_BOND', ''),
  receipt: fc.constantFrom('yes', 'no', 'unknown'),
});
const anyEdge = fc
  .record({
    from: anyId,
    to: anyId,
    contract: fc.constantFrom('written', 'spoken', 'none', 'unknown'),
    workersAYear: fc.option(anyNumber),
    origin: fc.constantFrom(null, 'NP'),
    held: fc.subarray(['passport', 'bank_card', 'none']),
    payments: fc.array(anyPayment, { maxLength: 3 }),
  })
  .map(({ from, to, payments, ...part }): ChainEdge =>
    anEdge(from, to, { ...part, payments: payments.map((each) => aPayment(each)) }),
  );
const anyNode = fc
  .record({
    id: anyId,
    kind: fc.constantFrom(...actorKinds),
    licensed: fc.constantFrom('yes', 'no', 'unknown'),
    withheld: fc.boolean(),
    country: fc.constantFrom(null, 'NP'),
  })
  .map(({ id, ...part }) => aNode(id, part));
const anyChain = fc.record({
  nodes: fc.array(anyNode, { maxLength: 8 }),
  edges: fc.array(anyEdge, { maxLength: 16 }),
});
const anyDatum = fc.record({
  key: fc.constantFrom('NP', 'QA', 'F'),
  value: fc.option(anyNumber),
  source: fc.constant('A list'),
  year: fc.constant(2025),
});
const anyData = fc.array(anyDatum, { maxLength: 3 });
const anyAssessed = fc
  .record({
    places: fc.record({ origin: anyData, destination: anyData, sector: anyData }),
    averages: fc.record({ origin: anyNumber, destination: anyNumber }, { requiredKeys: [] }),
    chain: anyChain,
    maturities: fc.array(fc.record({ level: fc.option(anyNumber), weight: anyNumber }), { maxLength: 3 }),
  })
  .map(({ maturities, ...part }) =>
    assessed({ ...part, maturities: maturities.map(({ level, weight }) => maturity(level, weight)) }),
  );

const withHits = (one: Assessed) => ({ ...one, hits: indicatorsOf(one.chain, []) });
const reckon = (one: Assessed) => scoreOf(defaultRisk, withHits(one), today);

describe('of any graph, with circles and ends that lead nowhere', () => {
  test('the score and each of its parts is from 0 to 100', () => {
    fc.assert(
      fc.property(anyAssessed, (one) => {
        const { inherent, residual, reckoned, control, parts, chainParts, controlParts } = reckon(one);
        const values = [...parts, ...chainParts, ...controlParts].map(({ value }) => value);
        for (const value of [inherent, residual, reckoned, control * 100, ...values]) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(100);
        }
      }),
    );
  });

  test('one more fee that a worker paid never lowers it', () => {
    const fee = fc.record({
      amount: fc.option(anyNumber),
      category: fc.constantFrom('FEE_SERVICE', 'COST_MEDICAL', 'ILLICIT_BOND'),
      receipt: fc.constantFrom('yes', 'no', 'unknown'),
      stage: fc.constantFrom('pre_departure', 'return', null),
    });
    fc.assert(
      fc.property(anyAssessed, fee, fc.nat(), (one, paid, at) => {
        fc.pre(one.chain.edges.length > 0);
        const place = at % one.chain.edges.length;
        const edges = one.chain.edges.map((edge, each) =>
          each === place
            ? { ...edge, payments: [...edge.payments, aPayment({ ...paid, payer: 'worker' })] }
            : edge,
        );
        const after = reckon({ ...one, chain: { ...one.chain, edges } });
        expect(after.residual).toBeGreaterThanOrEqual(reckon(one).residual);
      }),
    );
  });

  test('the order of edges, and of parties, changes nothing', () => {
    const shuffled = anyAssessed.chain((one) => {
      const once = [...new Map(one.chain.nodes.map((node) => [node.id, node])).values()];
      return fc.record({
        one: fc.constant({ ...one, chain: { ...one.chain, nodes: once } }),
        edges: fc.shuffledSubarray(one.chain.edges, { minLength: one.chain.edges.length }),
        nodes: fc.shuffledSubarray(once, { minLength: once.length }),
      });
    });
    fc.assert(
      fc.property(shuffled, ({ one, edges, nodes }) => {
        const { overrides, ...before } = reckon(one);
        const { overrides: same, ...after } = reckon({ ...one, chain: { nodes, edges } });
        expect(after).toEqual(before);
        expect(same.length).toBe(overrides.length);
      }),
    );
  });
});

describe('what nobody knows', () => {
  const average = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;

  test('of a country or sector counts no better than the average of those known, or than 50', () => {
    const many = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(anyAssessed, many, (one, known) => {
        const mean = average(known);
        const places = (value: number | null) => ({ ...one.places, origin: [datum('NP', value)] });
        const averages = { origin: mean };
        const unknown = reckon({ ...one, averages, places: places(null) }).residual;
        for (const value of [mean, 50])
          expect(unknown).toBeGreaterThanOrEqual(
            reckon({ ...one, averages, places: places(value) }).residual,
          );
      }),
    );
  });

  test('of a criterion counts no better than the average maturity', () => {
    fc.assert(
      fc.property(anyAssessed, fc.integer({ min: 2, max: 4 }), (one, level) => {
        const unknown = reckon({ ...one, maturities: [maturity(null)] }).residual;
        expect(unknown).toBeGreaterThanOrEqual(reckon({ ...one, maturities: [maturity(level)] }).residual);
      }),
    );
  });

  test('of a licence or a contract counts no better than the average of the others', () => {
    const said = fc.array(fc.boolean(), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(said, (good) => {
        const chainOf = (more: number) => ({
          nodes: [
            ...good.map((has, place) => aNode(`n${place}`, { licensed: has ? 'yes' : 'no' })),
            ...Array.from({ length: more }, (_, place) =>
              aNode(`u${place}`, { licensed: 'unknown' as const }),
            ),
          ],
          edges: [
            ...good.map((has, place) =>
              anEdge('n0', 'site', { id: `e${place}`, contract: has ? 'written' : 'none' }),
            ),
            ...Array.from({ length: more }, () => anEdge('n0', 'site', { contract: 'unknown' as const })),
          ],
        });
        const [known, unknown] = [0, 3].map((more) => score({ chain: chainOf(more) }).chainParts);
        for (const name of ['unlicensed', 'informal']) {
          const of = (parts = known) => parts?.find((each) => each.name === name)?.value ?? Number.NaN;
          expect(of(unknown)).toBeGreaterThanOrEqual(of(known) - 1e-9);
        }
      }),
    );
  });
});
