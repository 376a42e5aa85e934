import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { cellOf, periodOf } from './columns.ts';
import { disclosed, figures, leastComplaints, type Counted } from './rules.ts';

const few = fc.integer({ min: 0, max: 12 });
const part = fc
  .tuple(few, few)
  .map(([one, other]) => ({ count: Math.min(one, other), of: Math.max(one, other) }));
const median = few.map((of) => ({ value: of === 0 ? null : 3.14159, of }));
const counted = fc.record({
  ...{
    received: few,
    triageHours: median,
    triagedInADay: part,
    answerDays: median,
    answeredInFiveDays: part,
  },
  ...{ substantiated: part, closed: part, remedied: part },
});
const sizeOf = (period: Omit<Counted, 'year' | 'quarter'>, figure: (typeof figures)[number]) => {
  const said = period[figure];
  return typeof said === 'number' ? said : said.of;
};

test('no figure stands for fewer than five complaints', () => {
  fc.assert(
    fc.property(counted, (period) => {
      const [shown] = disclosed([{ year: 2026, quarter: 1, ...period }]);
      for (const figure of figures)
        if (typeof shown?.[figure] === 'number')
          expect(sizeOf(period, figure)).toBeGreaterThanOrEqual(leastComplaints);
      for (const figure of ['substantiated', 'closed', 'remedied'] as const) {
        const { count, of } = period[figure];
        if (typeof shown?.[figure] === 'number')
          for (const side of [count, of - count]) expect(side === 0 || side >= leastComplaints).toBe(true);
      }
    }),
  );
});

test('of a year no figure lets one of its quarters be reckoned that is not shown', () => {
  fc.assert(
    fc.property(fc.array(counted, { minLength: 1, maxLength: 4 }), counted, (quarters, whole) => {
      const [year, ...shown] = disclosed([
        { year: 2025, quarter: null, ...whole },
        ...quarters.map((quarter, at) => ({ year: 2025, quarter: at + 1, ...quarter })),
      ]);
      for (const figure of figures) {
        const hidden = shown.filter((quarter) => quarter[figure] === null).length;
        if (typeof year?.[figure] === 'number') expect([0, shown.length]).toContain(hidden);
      }
    }),
  );
});

describe('a figure', () => {
  const ten = { count: 5, of: 10 };
  const period = {
    ...{
      year: 2026,
      quarter: 2,
      received: 1234,
      triageHours: { value: 7.449, of: 10 },
      triagedInADay: { count: 9, of: 10 },
    },
    ...{
      answerDays: { value: 3, of: 4 },
      answeredInFiveDays: ten,
      substantiated: ten,
      closed: { count: 9, of: 10 },
      remedied: { count: 0, of: 5 },
    },
  };
  const [shown] = disclosed([period]);

  test('is rounded, of how the scheme works as of what became of people', () => {
    expect(shown).toEqual({
      ...{ year: 2026, quarter: 2, received: 1234, triageHours: 7.4, triagedInADay: 90, answerDays: null },
      ...{ answeredInFiveDays: 50, substantiated: 50, closed: null, remedied: 0 },
    });
  });

  test('is read in words, also where it is not shown', () => {
    if (!shown) throw new Error('nothing is shown');
    expect(figures.map((figure) => cellOf(shown, figure))).toEqual([
      ...['1,234', '7.4', '90 %', 'Not shown', '50 %', '50 %', 'Not shown', '0 %'],
    ]);
    expect([periodOf(shown), periodOf({ year: 2025, quarter: null })]).toEqual(['2026, quarter 2', '2025']);
  });
});
