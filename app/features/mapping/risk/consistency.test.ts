import { describe, expect, test } from 'vitest';

import type { Answers } from '#app/questionnaire/definition.ts';

import { aNode, anEdge, aPayment, cleanChain } from './chain.test-data.ts';
import { contradictionsOf, type Asked } from './consistency.ts';
import type { Told } from './told.ts';

const found = (asked: Partial<Asked>) =>
  contradictionsOf({ chain: { nodes: [], edges: [] }, told: [], zeroFee: new Set(), ...asked });
const worker = (answers: Answers, responseId = 'w1'): Told => ({ responseId, role: 'worker', answers });
const at = (responseId: string, path: string) => ({ responseId, path });
const paid = (path: string, part: Parameters<typeof aPayment>[0]) =>
  aPayment({ source: at('r1', path), ...part });
const chainOf = (payments: ReturnType<typeof aPayment>[], part: Parameters<typeof anEdge>[2] = {}) => ({
  chain: { nodes: [], edges: [anEdge('agency', 'site', { payments, ...part })] },
});

test('answers that go together contradict nothing', () => {
  expect(found({ chain: cleanChain, told: [worker({ w_wage_promised: 300, w_wage_actual: 300 })] })).toEqual(
    [],
  );
});

describe('an agency fee below what it must spend at home', () => {
  const fee = paid('payments[0].pay_amount', { payer: 'employer', amount: 200 });
  const visa = paid('payments[1].pay_amount', { payer: 'recruiter', category: 'COST_ADMIN', amount: 150 });
  const flight = paid('payments[2].pay_amount', {
    ...{ payer: 'agent', category: 'COST_TRAVEL_LODGING', amount: 100 },
  });

  test('names the fee and every cost', () => {
    expect(found(chainOf([fee, visa, flight]))).toEqual([
      {
        ...{ test: 'agency_fee_below_costs', about: 'NP-QA' },
        sources: [0, 1, 2].map((row) => at('r1', `payments[${row}].pay_amount`)),
      },
    ]);
  });

  test.each([
    { why: 'the fee covers them', payments: [fee, visa] },
    { why: 'nobody reports a fee', payments: [visa, flight] },
    {
      why: 'the employer pays them himself',
      payments: [fee, visa, { ...flight, payer: 'employer' as const }],
    },
    { why: 'they arise after arrival', payments: [fee, visa, { ...flight, stage: 'post_arrival' as const }] },
    { why: 'they are in another currency', payments: [fee, visa, { ...flight, currency: 'NPR' }] },
    { why: 'an amount is not known', payments: [fee, visa, { ...flight, amount: null }] },
    {
      why: 'two respondents report the same cost',
      payments: [fee, visa, { ...visa, source: at('r2', 'payments[0].pay_amount') }],
    },
  ])('is not seen where $why', ({ payments }) => {
    expect(found(chainOf(payments))).toEqual([]);
  });
});

test('a party that pays an agency less than it says recruiting costs', () => {
  const row = { fee_origin: 'NP', fee_destination: 'QA', fee_paid: 100, fee_true_cost: 900 };
  const site = (agency_fees: Answers[string]) => [
    { responseId: 's1', role: 'site', answers: { agency_fees } },
  ];
  expect(found({ told: site([{ ...row, fee_paid: 900 }, row, { ...row, fee_paid: null }]) })).toEqual([
    {
      ...{ test: 'agency_fee_below_costs', about: 'NP-QA' },
      sources: [at('s1', 'agency_fees[1].fee_paid'), at('s1', 'agency_fees[1].fee_true_cost')],
    },
  ]);
});

test('a worker who paid in a corridor in which none may be charged', () => {
  const zeroFee = new Set(['NP-QA']);
  const told = [
    worker({ w_paid_total: 10, w_origin: 'NP', w_destination: 'QA' }),
    worker({ w_paid_total: 10, w_origin: 'NP', w_destination: 'AE' }, 'w2'),
    worker({ w_paid_total: 10 }, 'w3'),
    worker({ w_paid_total: 0, w_origin: 'NP', w_destination: 'QA' }, 'w4'),
  ];
  const chain = { nodes: [], edges: [anEdge('a', 'b', { payments: [aPayment()] })] };
  expect(found({ chain, told, zeroFee })).toEqual([
    {
      ...{ test: 'paid_in_zero_fee_corridor', about: 'NP-QA' },
      sources: [at('r1', 'payments[0].pay_amount'), at('w1', 'w_paid_total')],
    },
  ]);
  expect(found({ chain, told })).toEqual([]);
});

test.each([200, 400])('a wage of %i where 300 was promised', (actual) => {
  expect(found({ told: [worker({ w_wage_promised: 300, w_wage_actual: actual })] })).toEqual([
    {
      ...{ test: 'wage_not_as_promised', about: null },
      sources: [at('w1', 'w_wage_promised'), at('w1', 'w_wage_actual')],
    },
  ]);
});

describe('more people between than any party described', () => {
  const steps = [
    ...[{ step_kind: 'place' }, { step_kind: 'sub_agent' }, { step_kind: 'clinic' }],
    { step_kind: 'recruiter' },
  ];
  const site = (answers: Answers): Told => ({ responseId: 's1', role: 'site', answers });

  test('name the workers who met them, and the steps that were told', () => {
    const told = [site({ steps }), worker({ w_tiers: 3 }), worker({ w_tiers: 2 }, 'w2'), worker({}, 'w3')];
    expect(found({ told })).toEqual([
      {
        ...{ test: 'more_tiers_by_workers', about: null },
        sources: [at('w1', 'w_tiers'), at('s1', 'steps[1].step_kind'), at('s1', 'steps[3].step_kind')],
      },
    ]);
  });

  test('are not seen where no party described any', () => {
    expect(found({ told: [site({}), worker({ w_tiers: 9 })] })).toEqual([]);
  });
});

test('somebody without a licence, with the answers that name them', () => {
  const nodes = [
    aNode('agent', { licensed: 'no' }),
    aNode('agency'),
    aNode('home', { kind: 'place', licensed: 'no' }),
  ];
  const edges = [anEdge('home', 'agent'), anEdge('agent', 'agency'), anEdge('home', 'agency')];
  expect(found({ chain: { nodes, edges } })).toEqual([
    {
      ...{ test: 'unlicensed_actor', about: 'agent' },
      sources: [at('r1', 'steps[home]'), at('r1', 'steps[agent]')],
    },
  ]);
});

describe('interviews with the same answers', () => {
  const answers = Object.fromEntries(Array.from({ length: 8 }, (_, one) => [`w_${one}`, one]));
  const all = (...told: Answers[]) => told.map((each, one) => worker(each, `w${one}`));

  test('of three workers look as if they were told what to say', () => {
    const turned = Object.fromEntries(Object.entries(answers).reverse());
    expect(found({ told: all(answers, turned, { ...answers, w_9: null }, { ...answers, w_0: 9 }) })).toEqual([
      { test: 'identical_answers', about: null, sources: [at('w0', ''), at('w1', ''), at('w2', '')] },
    ]);
  });

  test('are nothing where they are short, or only two', () => {
    const { w_0: _left, ...short } = answers;
    expect(found({ told: all(short, short, short) })).toEqual([]);
    expect(found({ told: all(answers, answers) })).toEqual([]);
  });
});
