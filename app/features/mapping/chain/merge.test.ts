import { describe, expect, test } from 'vitest';

import { nameKey } from '#app/platform/names/likeness.ts';

import { mergeMentions } from './merge.ts';
import { mentionsOf } from './of-answers.ts';
import { likelySame } from './same-party.ts';

const identityOf = ({ key, name }: { key: string; name: string }) => (name ? nameKey(name) : key);
const ofSite = (answers: Record<string, unknown>) =>
  mentionsOf('site', { name: 'Delta', country: 'MY', place: null }, answers, 'site');
const ofRecruiter = (answers: Record<string, unknown>) =>
  mentionsOf('recruiter', { name: 'Padma Overseas', country: 'BD', place: 'Dhaka' }, answers, 'recruiter');
const journey = { step_origin: 'BD', step_destination: 'MY' };

const bySite = ofSite({
  steps: [
    { step_name: 'Karim', step_kind: 'sub_agent', step_licensed: 'yes', step_workers: 300, ...journey },
    { step_name: 'Padma', step_kind: 'recruiter', step_contract: 'written', step_workers: 300, ...journey },
  ],
  upstream: [
    { up_name: 'Padma', up_kind: 'recruiter', up_may_be_seen: true, up_contract: 'spoken', up_workers: 320 },
  ],
  payments: [{ pay_category: 'FEE_SERVICE', pay_amount: 100, pay_payer: 'worker', pay_to: 'Karim' }],
});
const byRecruiter = ofRecruiter({
  steps: [{ step_name: 'KARIM', step_kind: 'sub_agent', step_licensed: 'no', step_workers: 300, ...journey }],
  payments: [{ pay_category: 'FEE_SERVICE', pay_amount: 900, pay_payer: 'worker', pay_to: 'Karim' }],
});
const padma = (name: string) => (nameKey(name).includes('padma') ? 'padma' : nameKey(name));
const merged = mergeMentions([bySite, byRecruiter], {
  identityOf: ({ name }) => padma(name),
  recruiterOf: ({ name }) => (padma(name) === 'padma' ? 'LRN1' : null),
});

describe('several answers as one chain', () => {
  test('each party stands once, with every name it was given', () => {
    expect(merged.nodes.map(({ id, names }) => [id, names])).toEqual([
      ['karim', ['Karim', 'KARIM']],
      ['padma', ['Padma', 'Padma Overseas']],
      ['delta', ['Delta']],
    ]);
    expect(merged.nodes[1]).toMatchObject({ name: 'Padma Overseas', place: 'Dhaka', recruiterId: 'LRN1' });
  });

  test('an edge keeps the payments and sources of all', () => {
    const [edge] = merged.edges;
    expect(edge).toMatchObject({ from: 'karim', to: 'padma', origin: 'BD', workersAYear: 300 });
    expect(edge?.payments.map(({ amount, payee }) => [amount, payee])).toEqual([
      [100, 'karim'],
      [900, 'karim'],
    ]);
    expect(edge?.sources.map(({ responseId }) => responseId)).toEqual(['site', 'recruiter']);
  });

  test('what contradicts stands side by side, and the graver counts', () => {
    expect(merged.nodes[0]?.licensed).toBe('no');
    expect(merged.edges[1]).toMatchObject({ contract: 'spoken', workersAYear: 320 });
    expect(
      merged.contradictions.map(({ about, of, said }) => [about, of, said.map(({ value }) => value)]),
    ).toEqual([
      ['licensed', 'karim', ['yes', 'no']],
      ['contract', merged.edges[1]?.id, ['written', 'spoken']],
      ['workers', merged.edges[1]?.id, ['300', '320']],
    ]);
  });
});

test('a party that may not be seen is drawn by itself, without a name, though another names it', () => {
  const hidden = ofSite({
    upstream: [{ up_name: 'Padma Overseas', up_kind: 'recruiter', up_place: 'Dhaka', up_may_be_seen: false }],
  });
  const { nodes } = mergeMentions([hidden, ofRecruiter({})], { identityOf, recruiterOf: () => 'LRN1' });
  const withheld = nodes.find((each) => each.withheld);
  expect(nodes).toHaveLength(3);
  expect(withheld).toMatchObject({ name: '', names: [], place: null, recruiterId: null });
});

test('workers of two journeys of one respondent add up', () => {
  const row = { step_name: 'Padma', step_kind: 'recruiter', ...journey };
  const said = ofSite({
    steps: [
      { ...row, step_workers: 380 },
      { step_name: 'Tangail', step_kind: 'place', ...journey },
      { ...row, step_workers: 160 },
    ],
  });
  const { edges, contradictions } = mergeMentions([said], { identityOf });
  expect(edges.find(({ from }) => from === 'padma')?.workersAYear).toBe(540);
  expect(contradictions).toEqual([]);
});

test('the same firm under three names is suggested, another country is not', () => {
  const party = (id: string, name: string, country: string | null = 'NP') => ({
    ...{ id, name, country, kind: 'recruiter' as const, place: null },
    ...{ licensed: 'unknown' as const, recruiterId: null, withheld: false },
  });
  const nodes = [
    party('a', 'Everest Manpower Pvt. Ltd.'),
    party('b', 'Manpower, EVEREST'),
    party('c', 'Everest Manpower Services', null),
    party('d', 'Everest Mnapower'),
    party('e', 'Everest Manpower', 'IN'),
    { ...party('f', 'Everest Manpower'), withheld: true },
    party('g', 'Himal Services'),
  ];
  const pairs = likelySame(nodes).map(({ one, other, why }) => `${one}${other} ${why}`);
  expect(pairs.sort()).toEqual([
    'ab same_name',
    'ac one_name_in_the_other',
    'ad nearly_same',
    'bc one_name_in_the_other',
    'bd nearly_same',
    'ce one_name_in_the_other',
  ]);
});
