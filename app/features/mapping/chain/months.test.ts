import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { monthsOfPay } from './months.ts';
import { mentionsOf } from './of-answers.ts';
import { routeOfWorker, routesSaid } from './routes-said.ts';

const journey = { step_origin: 'BD', step_destination: 'MY' };
const wage = { cor_origin: 'BD', cor_destination: 'MY', cor_wage: 1500, cor_wage_currency: 'MYR' };
const fee = (pay_amount: number | null, more = {}) => ({
  ...{ pay_category: 'FEE_SERVICE', pay_currency: 'MYR', pay_payer: 'worker', pay_amount },
  ...more,
});
const steps = [
  { step_name: 'Cumilla', step_kind: 'place', step_workers: 300, ...journey },
  { step_name: 'Karim', step_kind: 'sub_agent', step_workers: 300, ...journey },
  { step_name: 'Tangail', step_kind: 'place', step_workers: 100, ...journey },
  { step_name: 'Padma', step_kind: 'recruiter', step_workers: 100, ...journey },
];
const routes = (answers: Record<string, unknown>) =>
  routesSaid(mentionsOf('site', { name: 'Delta', country: 'MY', place: null }, answers, 'r1'));
const months = (answers: Record<string, unknown>) => monthsOfPay(routes(answers))[0];

describe('months of pay to get the job', () => {
  test('are what each way costs the worker ÷ a month there, by how many take it', () => {
    const payments = [
      fee(6000, { pay_to: 'Karim' }),
      fee(1500, { pay_to: 'Padma' }),
      fee(9000, { pay_payer: 'employer' }),
    ];
    const found = months({ steps, payments, corridors: [wage] });
    expect(found).toMatchObject({ corridor: 'BD-MY', least: 1, most: 4, months: 3.25, known: 2, unknown: 0 });
    expect(found?.routes[0]?.costs[0]?.source).toEqual({ responseId: 'r1', path: 'payments[0]' });
    expect(found?.routes[0]?.wages[0]?.source.path).toBe('corridors[0].cor_wage');
  });

  test('what is paid to nobody known is paid on every way', () => {
    expect(months({ steps, payments: [fee(1500)], corridors: [wage] })).toMatchObject({ least: 1, most: 1 });
  });

  test('are none where somebody else pays all of it', () => {
    const payments = [fee(9000, { pay_payer: 'employer' })];
    expect(months({ corridors: [wage], payments })).toMatchObject({ months: 0, known: 1 });
  });

  test.each([
    ['no_cost', { corridors: [wage] }],
    ['amount_unknown', { corridors: [wage], payments: [fee(null)] }],
    ['payer_unknown', { corridors: [wage], payments: [fee(5, { pay_payer: 'unknown' })] }],
    ['no_wage', { corridors: [{ ...wage, cor_wage: null }], payments: [fee(5)] }],
    ['currencies_differ', { corridors: [wage], payments: [fee(5, { pay_currency: 'BDT' })] }],
    [
      'journey_unknown',
      {
        corridors: [wage, { ...wage, cor_origin: 'NP' }],
        payments: [fee(5, { pay_corridor: 'BD-MY' }), fee(5)],
      },
    ],
  ])('stay unknown: %s', (unknown, answers) => {
    expect(months(answers)).toMatchObject({ months: null, known: 0, unknown: 1, routes: [{ unknown }] });
  });

  test('another currency counts once somebody has given a rate', () => {
    const said = routes({ corridors: [wage], payments: [fee(30_000, { pay_currency: 'BDT' })] });
    const rate = (from: string, to: string) => (from === 'BDT' && to === 'MYR' ? 0.05 : undefined);
    expect(monthsOfPay(said, rate)[0]?.months).toBe(1);
  });

  test('of a worker are of the wage they really get', () => {
    const said = routeOfWorker(
      {
        w_origin: 'NP',
        w_destination: 'QA',
        w_paid_total: 2400,
        w_paid_currency: 'QAR',
        w_wage_actual: 1200,
        w_wage_promised: 2400,
        w_wage_currency: 'QAR',
      },
      'w1',
    );
    expect(monthsOfPay(said ? [said] : [])[0]).toMatchObject({ corridor: 'NP-QA', months: 2 });
  });
});

test('any answers give months that are none, finite, or unknown', () => {
  const number = fc.oneof(fc.double(), fc.integer({ min: -5, max: 9_000_000 }), fc.constant(null));
  const currency = fc.constantFrom('BDT', 'MYR', null);
  const answers = fc.record({
    steps: fc.array(
      fc.record({
        step_name: fc.constantFrom('a', 'b', 'c'),
        step_kind: fc.constantFrom('place', 'sub_agent', 'recruiter'),
        step_origin: fc.constant('BD'),
        step_destination: fc.constant('MY'),
        step_workers: number,
      }),
    ),
    payments: fc.array(
      fc.record({
        pay_amount: number,
        pay_currency: currency,
        pay_payer: fc.constantFrom('worker', 'employer', 'unknown'),
        pay_to: fc.constantFrom('a', 'b', null),
      }),
    ),
    corridors: fc.array(
      fc.record({
        cor_origin: fc.constant('BD'),
        cor_destination: fc.constant('MY'),
        cor_wage: number,
        cor_wage_currency: currency,
      }),
    ),
  });
  fc.assert(
    fc.property(answers, (said) => {
      for (const { months, known, unknown, routes: all } of monthsOfPay(routes(said))) {
        expect(known + unknown).toBe(all.length);
        expect(months === null ? known === 0 : Number.isFinite(months) && months >= 0).toBe(true);
      }
    }),
  );
});
