import { describe, expect, test } from 'vitest';

import { defaultRisk, riskShape } from '#app/features/scheme/terms.ts';

import type { Chain } from '../chain/model.ts';
import { assessed, datum, maturity, score } from './assessed.test-data.ts';
import { aNode, anEdge, aPayment, cleanChain } from './chain.test-data.ts';
import { indicators, type Hit } from './model.ts';
import { pointsOf } from './reckoning.ts';
import { bandOf, strongestOf } from './rules.ts';
import { tiersOf } from './tiers.ts';

const hit = (part: Partial<Hit> = {}): Hit => ({
  ...{ indicator: 'recruitment_fees', strength: 'strong', by: 'party' },
  source: { responseId: 'r1', path: 'payments[0].pay_amount' },
  ...part,
});

describe('the score', () => {
  test('is the four parts by their shares, each with its value, weight, source and year', () => {
    const { parts, chainParts, inherent, residual, band, model } = score();
    expect(parts).toEqual([
      { name: 'origin', key: 'NP', value: 60, weight: 0.3, source: 'A list', year: 2025, known: true },
      { name: 'destination', key: 'QA', value: 40, weight: 0.25, source: 'A list', year: 2025, known: true },
      { name: 'sector', key: 'F', value: 80, weight: 0.2, source: 'A list', year: 2025, known: true },
      {
        ...{ name: 'chain', key: null, value: 12.5, weight: 0.25, source: 'Answers of the supply chain' },
        ...{ year: 2026, known: true },
      },
    ]);
    expect(chainParts.map(({ name, value }) => [name, value])).toEqual([
      ['tiers', 50],
      ['informal', 0],
      ['unlicensed', 0],
      ['opaque', 0],
      ['fees', 0],
    ]);
    // 0.30 × 60 + 0.25 × 40 + 0.20 × 80 + 0.25 × 12.5
    expect([inherent, residual, band, model]).toEqual([47.1, 47.1, 'medium', 'risk-1']);
  });

  test('goes down with control, by 0.7 at most', () => {
    expect(score({ maturities: [maturity(4)] })).toMatchObject({ control: 1, residual: 14.1, band: 'low' });
    expect(score({ maturities: [maturity(2)] })).toMatchObject({ control: 0.5, residual: 30.6 });
    expect(score({ maturities: [maturity(4, 3), maturity(0, 1)] })).toMatchObject({ control: 0.75 });
    expect(score({ maturities: [maturity(4), maturity(null)] })).toMatchObject({ control: 0.5 });
    expect(score({ maturities: [maturity(4, 0)] })).toMatchObject({ control: 0 });
  });

  test('takes the riskiest of several origins', () => {
    const places = { ...assessed().places, origin: [datum('LK', 30), datum('MM', 90), datum('NP', 60)] };
    expect(score({ places }).parts[0]).toMatchObject({ key: 'MM', value: 90 });
    const unsure = { ...places, origin: [datum('LK', 30), datum('XK', null)] };
    expect(score({ places: unsure }).parts[0]).toEqual({
      ...{ name: 'origin', key: 'XK', value: 65, weight: 0.3, source: null, year: null, known: false },
    });
  });

  test('of a party about which nothing is known is that of the unknown', () => {
    const nothing = { origin: [], destination: [], sector: [] };
    const { inherent, parts, chainParts, residual } = score({
      places: nothing,
      chain: { nodes: [], edges: [] },
    });
    expect([inherent, residual]).toEqual([65, 65]);
    expect([...parts, ...chainParts].every(({ known, source }) => !known && source === null)).toBe(true);
  });

  test('is high at least where a grave indicator is strong, and a person looks at it within two days', () => {
    const control = [maturity(4)];
    const raised = score({ maturities: control, hits: [hit(), hit(), hit({ strength: 'medium' })] });
    expect(raised).toMatchObject({ reckoned: 14.1, residual: 50, band: 'high', reviewDueOn: '2026-03-03' });
    expect(raised.overrides).toEqual([hit()]);
    const calm = [hit({ strength: 'medium' }), hit({ indicator: 'deception' })];
    expect(score({ maturities: control, hits: calm })).toMatchObject({
      ...{ residual: 14.1, overrides: [], reviewDueOn: null },
    });
    const worse = { origin: [datum('A', 100)], destination: [datum('B', 100)], sector: [datum('C', 100)] };
    expect(score({ places: worse, hits: [hit()] })).toMatchObject({ residual: 78.1, band: 'very_high' });
  });

  test.each(defaultRisk.grave)('%s is one of the indicators', (grave) => {
    expect(indicators).toContain(grave);
  });
});

test('bands begin where the model says', () => {
  const found = [0, 24.9, 25, 49.9, 50, 74.9, 75, 100].map((residual) => bandOf(defaultRisk, residual));
  expect(found).toEqual(['low', 'low', 'medium', 'medium', 'high', 'high', 'very_high', 'very_high']);
});

test('the strongest hit of each indicator stands for it', () => {
  const weak = hit({ strength: 'weak' });
  const other = hit({ indicator: 'deception', strength: 'medium' });
  expect(strongestOf([weak, other, hit()])).toEqual([hit(), other]);
});

describe('a chain', () => {
  const part = (chain: Chain, name: string) => score({ chain }).chainParts.find((each) => each.name === name);

  test('counts parties between worker and employer, those of a circle all of them', () => {
    expect(tiersOf(cleanChain)).toBe(2);
    const circle = { ...cleanChain, edges: [...cleanChain.edges, anEdge('agency', 'agent')] };
    expect(tiersOf(circle)).toBe(2);
    const beside = {
      nodes: [
        ...cleanChain.nodes,
        aNode('clinic', { kind: 'clinic' }),
        aNode('friend', { kind: 'introducer' }),
      ],
      edges: [
        ...cleanChain.edges,
        anEdge('village', 'clinic'),
        anEdge('clinic', 'agency'),
        anEdge('friend', 'agent'),
      ],
    };
    expect(tiersOf(beside)).toBe(3);
    expect(tiersOf({ nodes: [aNode('a')], edges: [anEdge('a', 'a'), anEdge('a', 'nobody')] })).toBe(1);
  });

  test('of 5,000 parties in a row, or in a circle, is counted without ending the stack', () => {
    const nodes = Array.from({ length: 5000 }, (_, place) => aNode(String(place)));
    const edges = nodes.slice(1).map((_, place) => anEdge(String(place), String(place + 1)));
    expect(tiersOf({ nodes, edges })).toBe(5000);
    expect(tiersOf({ nodes, edges: [...edges, anEdge('4999', '0')] })).toBe(5000);
  });

  test('is riskier for nothing in writing, no licence, and what nobody says', () => {
    const [first, second, third] = cleanChain.edges;
    const edges = [first, second, third].flatMap((edge) => (edge ? [edge] : []));
    const spoken = edges.map((edge) => ({ ...edge, contract: 'spoken' as const }));
    expect(part({ ...cleanChain, edges: spoken }, 'informal')).toMatchObject({ value: 100, known: true });
    const silent = edges.map((edge) => ({ ...edge, contract: 'unknown' as const }));
    expect(part({ ...cleanChain, edges: silent }, 'informal')).toMatchObject({ value: 65, known: false });
    const none = cleanChain.nodes.map((node) => ({ ...node, licensed: 'no' as const }));
    expect(part({ ...cleanChain, nodes: none }, 'unlicensed')).toMatchObject({ value: 100 });
    const hidden = cleanChain.nodes.map((node) => ({ ...node, withheld: true }));
    expect(part({ ...cleanChain, nodes: hidden }, 'opaque')).toMatchObject({ value: 20 });
  });

  test('in which a worker paid is worse than one of which nobody says who paid', () => {
    const paying = (...payments: ReturnType<typeof aPayment>[]) => ({
      ...cleanChain,
      edges: [anEdge('agent', 'agency', { payments })],
    });
    const value = (...payments: ReturnType<typeof aPayment>[]) => part(paying(...payments), 'fees')?.value;
    expect(value()).toBe(65);
    expect(value(aPayment({ payer: 'employer' }))).toBe(0);
    expect(value(aPayment({ payer: 'unknown' }))).toBe(65);
    expect(value(aPayment({ payer: 'unknown' }), aPayment({ payer: 'employer' }))).toBe(32.5);
    expect(value(aPayment())).toBe(80);
    expect(value(aPayment({ amount: null }), aPayment({ amount: Number.NaN }))).toBe(85);
    expect(value(...Array.from({ length: 30 }, () => aPayment()))).toBe(100);
    expect(value(aPayment({ amount: 0 }))).toBe(65);
  });
});

test('a risk model whose shares do not add up, or that rewards silence, is none', () => {
  expect(riskShape.parse(defaultRisk)).toEqual(defaultRisk);
  const wrong = [
    { shares: { ...defaultRisk.shares, chain: 0.5 } },
    { unknown: 50 },
    { unknownMaturity: 2 },
    { bands: { medium: 50, high: 25, veryHigh: 75 } },
  ];
  for (const part of wrong) expect(riskShape.safeParse({ ...defaultRisk, ...part }).success).toBe(false);
});

test('what is no number is what nobody knows', () => {
  expect([pointsOf(Number.NaN), pointsOf(Infinity), pointsOf(null), pointsOf(-3), pointsOf(130)]).toEqual([
    ...[null, null, null],
    ...[0, 100],
  ]);
});
