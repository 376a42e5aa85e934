import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { mentionsOf } from './of-answers.ts';

const site = { name: 'Delta Garments', country: 'MY', place: 'Penang' };
const step = (step_name: string, step_kind: string, more = {}) => ({
  ...{ step_name, step_kind, step_origin: 'BD', step_destination: 'MY' },
  ...more,
});
const answers = {
  steps: [
    step('Cumilla', 'place', { step_workers: 380 }),
    step('Tangail', 'place', { step_workers: 160 }),
    step('', 'sub_agent', { step_licensed: 'no', step_contract: 'none', step_workers: 540 }),
    step('Padma Overseas', 'recruiter', { step_holds: ['passport'], step_workers: 540 }),
    step('Kaski', 'place', { step_origin: 'NP', step_workers: 270 }),
    step('Everest Manpower', 'recruiter', { step_origin: 'NP', step_workers: 270 }),
  ],
  payments: [
    {
      pay_category: 'FEE_SERVICE',
      pay_amount: 60_000,
      pay_currency: 'BDT',
      pay_payer: 'worker',
      pay_to: 'PADMA overseas Ltd.',
    },
    {
      pay_category: 'COST_MEDICAL',
      pay_amount: 900,
      pay_currency: 'NPR',
      pay_payer: 'worker',
      pay_corridor: 'np-qa',
    },
    {
      pay_category: 'COST_TRAVEL_LODGING',
      pay_payer: 'employer',
      pay_to: 'Delta Garments',
      pay_corridor: 'NP-MY',
    },
    { pay_category: 'ILLICIT_BRIBE', pay_amount: 5, pay_payer: 'worker', pay_corridor: 'ID-MY' },
  ],
};
const said = mentionsOf('site', site, answers, 'r1');
const names = new Map(said.nodes.map(({ key, kind, name }) => [key, name || kind]));
const way = said.edges.map(({ from, to }) => `${names.get(from) ?? '?'} > ${names.get(to) ?? '?'}`);

test('villages side by side lead to the first step, each step to the next, the last to whoever answers', () => {
  expect(way.slice(0, 6)).toEqual([
    'Cumilla > sub_agent',
    'Tangail > sub_agent',
    'sub_agent > Padma Overseas',
    'Padma Overseas > Delta Garments',
    'Kaski > Everest Manpower',
    'Everest Manpower > Delta Garments',
  ]);
  expect(said.edges[3]).toMatchObject({
    held: ['passport'],
    workersAYear: 540,
    origin: 'BD',
    destination: 'MY',
  });
  expect(said.edges[2]).toMatchObject({
    contract: 'none',
    sources: [{ responseId: 'r1', path: 'steps[2]' }],
  });
});

describe('a payment', () => {
  const on = (path: string) =>
    said.edges.find(({ payments }) => payments.some(({ source }) => source.path === path));
  test('stands on the edge on which its payee stands, however the name is spelled', () => {
    expect(names.get(on('payments[0]')?.from ?? '')).toBe('Padma Overseas');
    expect(on('payments[0]')?.payments[0]).toMatchObject({ amount: 60_000, payee: 'r1:steps[3]' });
  });
  test('to whoever answers stands on the way to them, of its own journey', () => {
    expect(on('payments[2]')).toMatchObject({ origin: 'NP', from: 'r1:steps[5]', to: 'r1:self' });
  });
  test('to nobody known stands on an edge from the home of that journey', () => {
    expect(on('payments[1]')).toMatchObject({ from: 'r1:steps[4]', to: 'r1:self', origin: 'NP' });
    expect(on('payments[1]')?.payments[0]?.payee).toBeNull();
  });
  test('of a journey without a home begins at one that has no name', () => {
    const home = said.nodes.find(({ key }) => key === on('payments[3]')?.from);
    expect(home).toMatchObject({ kind: 'place', name: '', country: 'ID' });
  });
});

test('who supplies whoever answers is one with the step of that name, and is withheld where asked', () => {
  const { nodes, edges } = mentionsOf(
    'site',
    site,
    {
      steps: [step('Padma', 'recruiter', { step_licensed: 'yes' })],
      upstream: [
        {
          up_name: 'PADMA Ltd',
          up_kind: 'recruiter',
          up_may_be_seen: 'no',
          up_may_invite: 'yes',
          up_workers: 7,
        },
      ],
      corridors: [{ cor_origin: 'BD', cor_destination: 'MY', cor_wage: 1500, cor_wage_currency: 'MYR' }],
    },
    'r2',
  );
  expect(nodes).toHaveLength(2);
  expect(nodes[0]).toMatchObject({ withheld: true, mayInvite: true, licensed: 'yes' });
  expect(edges.map(({ workersAYear }) => workersAYear)).toEqual([null, 7]);
});

test('workers add no party', () => {
  expect(mentionsOf('worker', site, answers, 'r1').nodes).toEqual([]);
});

test('any answers are read: every end is a party, every source a path, no number is none', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.double(),
    fc.constantFrom('yes', 'no', 'place', 'site', 'A', 'NP', 'NP-QA'),
    fc.jsonValue(),
  );
  const columns =
    'step_name step_kind step_origin step_workers up_name up_kind up_may_be_seen pay_to pay_amount pay_corridor pay_payer';
  const row = fc.dictionary(fc.constantFrom(...columns.split(' ')), cell);
  const rows = fc.oneof(fc.array(fc.oneof(row, cell)), cell);
  const any = fc.dictionary(fc.constantFrom('steps', 'upstream', 'payments', 'corridors', 'country'), rows);
  fc.assert(
    fc.property(any, (stored) => {
      const { nodes, edges } = mentionsOf('recruiter', site, stored, 'r');
      const keys = new Set(nodes.map(({ key }) => key));
      expect(keys.size).toBe(nodes.length);
      for (const edge of edges) {
        expect(keys).toContain(edge.from);
        expect(keys).toContain(edge.to);
        expect(edge.from).not.toBe(edge.to);
        for (const { amount, payee, source } of edge.payments) {
          expect(amount === null || amount >= 0).toBe(true);
          if (payee !== null) expect(keys).toContain(payee);
          expect(source.path).toMatch(/^payments\[\d+\]$/);
        }
      }
    }),
  );
});
