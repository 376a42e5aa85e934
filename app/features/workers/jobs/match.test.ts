import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { matchJobOrder, type JobAsked } from './match.ts';
import type { JobOrder, JobTerms } from './model.ts';
import { readWage, wagesOf } from './wage.ts';

const job: JobTerms = {
  ...{ employer: 'Al Noor Facilities', employerLocal: 'النور للمرافق', occupation: 'Hotel cleaner' },
  ...{ origin: 'NP', country: 'QA', city: 'Doha', positions: 24 },
  ...{ wageMinor: 120_000, currency: 'QAR', wagePeriod: 'month', weeklyHours: 48, contractMonths: 24 },
  ...{ startsFrom: '2026-05-01', startsUntil: '2026-06-30', closesOn: '2026-04-15' },
  ...{ lodging: 'free', lodgingMinor: null, food: 'deducted', foodMinor: 20_000 },
};

const published = (part: Partial<JobOrder> = {}): JobOrder => ({
  ...job,
  ...{ number: 'JOB-000001', publishedOn: '2026-03-01', state: 'open' as const },
  ...part,
});

const order = published();
const other = published({
  number: 'JOB-000002',
  employer: 'Cedar Bay Builders',
  employerLocal: null,
  city: 'Lusail',
});
const answer = (asked: JobAsked) => matchJobOrder([other, order], asked);
const found = (asked: JobAsked) => {
  const said = answer(asked);
  return said.kind === 'found' ? said : { ...said, order: undefined, agrees: [], differs: [] };
};

describe('a job somebody was told of', () => {
  test('is among those published, with all that agrees', () => {
    expect(
      answer({ employer: 'Al Noor Facilities', place: 'Doha, Qatar', wage: '1200', currency: 'qar' }),
    ).toEqual({
      ...{ kind: 'found', order, exact: true },
      ...{ agrees: ['employer', 'place', 'wage', 'currency'], differs: [] },
    });
  });

  test.each([
    ['in other letters', 'AL NOOR facilities co. Ltd'],
    ['with a mistake in it', 'Al Nour Facilites'],
    ['in its own script', 'النور للمرافق'],
    ['in part', 'noor facilities'],
  ])('is found by its employer %s', (_how, employer) => {
    expect(found({ employer }).order).toBe(order);
  });

  test.each([['Doha'], ['doha qatar'], ['Qatar'], ['QATAR, doha'], ['कतर'], ['কাতার'], ['قطر']])(
    'is at %s, in any script of workers',
    (place) => {
      expect(found({ employer: 'Al Noor Facilities', place }).agrees).toContain('place');
    },
  );

  test.each([['Dubai'], ['Doha, UAE'], ['Kuwait'], ['دبي']])('is not at %s', (place) => {
    expect(found({ employer: 'Al Noor Facilities', place })).toMatchObject({
      ...{ kind: 'found', agrees: ['employer'], differs: [{ what: 'place' }] },
    });
  });

  test.each([
    ['900', 'lower'],
    ['QAR 1,100.50 per month', 'lower'],
    ['2.000', 'higher'],
    ['१५००', 'higher'],
  ])('with a wage of %s is said to be %s than published', (wage, how) => {
    expect(found({ employer: 'Al Noor Facilities', wage }).differs).toMatchObject([{ what: 'wage', how }]);
  });

  test('in another currency is not compared as if it were the same', () => {
    expect(found({ employer: 'Al Noor Facilities', wage: '1200', currency: 'USD' })).toMatchObject({
      ...{ agrees: ['employer'], differs: [{ what: 'currency', asked: 'USD' }] },
    });
  });

  test('is found by its place where nobody named the employer', () => {
    expect(found({ place: 'Lusail' }).order).toBe(other);
  });

  test('is the one that fits best of an employer’s, open before closed', () => {
    const worse = published({ number: 'JOB-000003', wageMinor: 90_000 });
    const closed = published({ number: 'JOB-000004', state: 'closed' });
    const asked = { employer: 'Al Noor Facilities', wage: '1200' };
    expect(matchJobOrder([worse, closed, order], asked)).toMatchObject({ order: { number: 'JOB-000001' } });
    expect(matchJobOrder([worse, closed], asked)).toMatchObject({
      order: { number: 'JOB-000004', state: 'closed' },
    });
  });

  test.each<[string, JobAsked]>([
    ['another employer', { employer: 'Golden Star Catering' }],
    ['another employer at the same place', { employer: 'Golden Star Catering', place: 'Doha' }],
    ['an employer with one word in common', { employer: 'Al Noor Hospital and Nursing College' }],
    ['another place alone', { place: 'Dubai' }],
    ['a wage alone', { wage: '1200' }],
    ['nothing', {}],
    ['signs without a word', { employer: '—', place: '?!' }],
  ])('is not found by %s', (_what, asked) => {
    expect(answer(asked)).toEqual({ kind: 'not_found' });
  });

  test('is not to be told of a recruiter that published none', () => {
    expect(matchJobOrder([], { employer: 'Al Noor Facilities' })).toEqual({ kind: 'none_published' });
  });

  test('is answered whatever is typed', () => {
    const text = fc.option(fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.string()), {
      nil: undefined,
    });
    fc.assert(
      fc.property(text, text, text, text, (employer, place, wage, currency) => {
        expect(['found', 'not_found']).toContain(answer({ employer, place, wage, currency }).kind);
      }),
    );
  });
});

describe('a wage', () => {
  test.each([
    ['1,200', 1200, undefined],
    ['1.200,50', 1200.5, undefined],
    ['QAR 1 200', 1200, 'QAR'],
    ['Rs. 45,000/-', 45_000, undefined],
    ['१२००', 1200, undefined],
    ['١٢٠٠٫٥', 1200.5, undefined],
    ['1200 per month, all free', 1200, undefined],
  ])('%s is read', (typed, amount, currency) => {
    expect(readWage(typed)).toEqual({ amount, currency });
  });

  test.each([[''], ['good'], ['0'], ['9'.repeat(40)]])('“%s” is none', (typed) => {
    expect(readWage(typed)).toBeUndefined();
  });

  test('by the hour, the day or the week is also one by the month', () => {
    const by = (wagePeriod: 'hour' | 'day' | 'week' | 'month') =>
      wagesOf({ wagePeriod, weeklyHours: 48 }, 12);
    expect(by('month')).toEqual([12]);
    expect(by('week')).toEqual([12, 52]);
    expect(by('day')).toEqual([12, 260, 312]);
    expect(by('hour')).toEqual([12, 576, 2496]);
    const hourly = published({ wagePeriod: 'hour', wageMinor: 1200 });
    expect(matchJobOrder([hourly], { employer: 'Al Noor', wage: '2500' })).toMatchObject({ differs: [] });
  });
});
