import { describe, expect, test } from 'vitest';

import { jobOrderForm, withdrawByOfficerForm, withdrawOwnForm } from './forms.ts';

const job = {
  ...{ employer: 'Al Noor Facilities', employerLocal: 'النور للمرافق', occupation: 'Hotel cleaner' },
  ...{ origin: 'NP', country: 'QA', city: 'Doha', positions: 24 },
  ...{ wageMinor: 120_000, currency: 'QAR', wagePeriod: 'month', weeklyHours: 48, contractMonths: 24 },
  ...{ startsFrom: '2026-05-01', startsUntil: '2026-06-30', closesOn: '2026-04-15' },
  ...{ lodging: 'free', lodgingMinor: null, food: 'deducted', foodMinor: 20_000 },
};

const jobFields = {
  ...{ id: '7b1b0c9e-0000-4000-8000-000000000007', employer: ' Al Noor Facilities ' },
  ...{ employerLocal: 'النور للمرافق', occupation: 'Hotel cleaner', origin: 'NP', country: 'QA' },
  ...{ city: 'Doha', positions: '24', wage: '1,200', currency: 'QAR', wagePeriod: 'month' },
  ...{ weeklyHours: '48', contractMonths: '24', startsFrom: '2026-05-01', startsUntil: '2026-06-30' },
  ...{ closesOn: '2026-04-15', lodging: 'free', food: 'deducted', foodAmount: '200', noCosts: 'on' },
};

const problems = (said: Record<string, unknown>) =>
  jobOrderForm.safeParse({ ...jobFields, ...said }).error?.issues.map(({ path }) => path.join('.'));

describe('a job order', () => {
  test('is read as people fill it in, to be checked first', () => {
    expect(jobOrderForm.parse(jobFields)).toEqual({ id: jobFields.id, step: 'check', terms: job });
  });

  test('keeps no amount for what is given, whatever was typed beside it', () => {
    const { terms } = jobOrderForm.parse({
      ...jobFields,
      lodgingAmount: '300',
      food: 'own',
      employerLocal: ' ',
    });
    expect(terms).toMatchObject({ lodgingMinor: null, foodMinor: null, employerLocal: null });
  });

  test.each([
    ['a cost left to the worker', { noCosts: undefined }, ['noCosts']],
    ['no number of its own', { id: 'job' }, ['id']],
    ['a wage of nothing', { wage: '0' }, ['wage']],
    ['a wage in words', { wage: 'good pay' }, ['wage']],
    ['a currency that is none', { currency: 'QQQ' }, ['currency']],
    ['workers of the same country', { origin: 'QA' }, ['country']],
    ['more hours than a week bears', { weeklyHours: '85' }, ['weeklyHours']],
    ['a last day before the first', { startsUntil: '2026-04-30' }, ['startsUntil']],
    ['no amount of what is taken', { foodAmount: undefined }, ['foodAmount']],
    ['more taken than there is', { foodAmount: '1,200' }, ['lodgingAmount']],
    ['a day there is not', { closesOn: '2026-02-30' }, ['closesOn']],
    ['half a worker', { positions: '1.5' }, ['positions']],
    ['ten thousand letters', { employer: 'a'.repeat(10_000) }, ['employer']],
  ])('is refused with %s', (_what, said, fields) => {
    expect(problems(said)).toEqual(fields);
  });

  test('is withdrawn for a reason of one’s own; an officer says more', () => {
    expect(withdrawOwnForm.parse({ reason: 'filled' })).toEqual({ reason: 'filled' });
    expect(withdrawOwnForm.safeParse({ reason: 'workers_charged' }).success).toBe(false);
    expect(withdrawByOfficerForm.safeParse({ reason: 'workers_charged' }).success).toBe(false);
    expect(withdrawByOfficerForm.safeParse({ reason: 'workers_charged', note: 'Too short.' }).success).toBe(
      false,
    );
  });
});
