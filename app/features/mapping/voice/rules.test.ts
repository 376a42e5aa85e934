import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Answers } from '#app/questionnaire/definition.ts';
import { questionnaireShape } from '#app/questionnaire/shape.ts';
import worker from '#db/reference/questionnaires/mapping-worker-1.json' with { type: 'json' };

import { isAsked, monthsOfPay, resultsOf, wholeBatches } from './rules.ts';
import { middleOf, partsOf, shareOf, tellable, type Cell } from './telling.ts';

const questionnaire = questionnaireShape.parse(worker);
const counts = (told: readonly Cell[]) =>
  Object.fromEntries(told.map(({ code, count }) => [String(code), count]));
const cells = (of: Record<string, number>): Cell[] =>
  Object.entries(of).map(([code, count]) => ({ code, count }));

describe('what may be told of a group', () => {
  test.each([
    ['all alike', { yes: 5 }, { yes: 5 }],
    ['each part of enough', { yes: 7, no: 5 }, { yes: 7, no: 5 }],
    ['four beside many would be reckoned from the whole', { yes: 50, no: 4 }, {}],
    ['two small parts hide each other', { yes: 20, no: 3, unsaid: 2 }, { yes: 20 }],
    ['so few together take a larger part along', { a: 20, b: 6, c: 2, d: 1 }, { a: 20 }],
    ['fours alone are the one way to make eight', { a: 20, b: 9, c: 4, d: 4 }, { a: 20 }],
    ['nobody', {}, {}],
  ])('%s', (_, group, told) => {
    expect(counts(tellable(cells(group)))).toEqual(told);
  });

  test('whatever is left out is nobody, or five people at least in more than one way', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { maxLength: 9 }), (numbers) => {
        const group = numbers.map((count, at) => ({ code: String(at), count }));
        const told = tellable(group);
        const left = group.filter(({ code }) => !told.some((cell) => cell.code === code));
        const hidden = left.reduce((all, { count }) => all + count, 0);
        expect(told.every(({ count }) => count >= 5)).toBe(true);
        expect(told.length === 0 || hidden === 0 || hidden >= 5).toBe(true);
        if (told.length > 0 && hidden > 0)
          expect(left.filter(({ count }) => count > 0).length).toBeGreaterThan(1);
      }),
    );
  });

  test('a middle value and a share are of five people at least', () => {
    expect(middleOf([1, 2, 3, 4])).toBeUndefined();
    expect(middleOf([1000, 1000, 1234, 2000, 5000])).toBe(1200);
    expect(shareOf(4, 20)).toBeUndefined();
    expect(shareOf(16, 20)).toBeUndefined();
    expect(shareOf(5, 20)).toBe(25);
    expect(shareOf(0, 20)).toBe(0);
    expect(shareOf(0, 4)).toBeUndefined();
  });

  test('parts of a group are counted by what each one said', () => {
    expect(partsOf(['a', 'b', 'a', ''], (said) => said || null)).toEqual([
      { code: 'a', count: 2 },
      { code: 'b', count: 1 },
      { code: null, count: 1 },
    ]);
  });
});

describe('months of pay', () => {
  const paid = { w_paid_total: 300, w_paid_currency: 'QAR', w_wage_currency: 'QAR', w_wage_promised: 150 };

  test.each([
    ['against the wage somebody really gets', { ...paid, w_wage_actual: 100 }, 3],
    ['else against the promised one', paid, 2],
    ['nothing paid is none, in any money', { w_paid_total: 0 }, 0],
    ['unknown across two currencies', { ...paid, w_paid_currency: 'NPR' }, undefined],
    [
      'unknown without a wage',
      { w_paid_total: 300, w_paid_currency: 'QAR', w_wage_currency: 'QAR' },
      undefined,
    ],
    ['unknown where nothing is said', {}, undefined],
  ])('%s', (_, answers, months) => {
    expect(monthsOfPay(answers)).toBe(months);
  });
});

test('workers are asked for numbers and choices alone', () => {
  const label = { en: 'Why?' };
  expect(isAsked({ name: 'why', type: 'long_text', label })).toBe(false);
  expect(isAsked({ name: 'how', type: 'choice', label, list: 'reasons' })).toBe(true);
  expect(questionnaire.sections.flatMap(({ questions }) => questions).every(isAsked)).toBe(true);
});

test('of a five that still fills nothing is told', () => {
  const rows = (partyId: string, batch: number, count: number) =>
    Array.from({ length: count }, () => ({ partyId, batch }));
  const all = [...rows('a', 0, 5), ...rows('a', 1, 4), ...rows('b', 0, 5)];
  expect(wholeBatches(all)).toHaveLength(10);
  expect(wholeBatches(rows('a', 0, 4))).toEqual([]);
});

const anyWage = fc.option(fc.integer({ min: 0, max: 3000 }), { nil: undefined });
const anyCurrency = fc.option(fc.constantFrom('QAR', 'NPR'), { nil: undefined });
const anyYes = fc.option(fc.constantFrom('yes', 'no'), { nil: undefined });
const anyWorker = fc
  .record({
    w_origin: fc.option(fc.constantFrom('NP', 'BD', 'IN'), { nil: undefined }),
    w_sex: fc.option(fc.constantFrom('female', 'male'), { nil: undefined }),
    ...{ w_paid_total: anyWage, w_paid_currency: anyCurrency, w_wage_currency: anyCurrency },
    ...{ w_wage_promised: anyWage, w_wage_contract: anyWage, w_wage_actual: anyWage },
    ...{ w_hours_promised: anyWage, w_hours_actual: anyWage, w_debt: anyWage, w_debt_months: anyWage },
    ...{ w_can_leave: anyYes, w_retaliation: anyYes },
    w_paid_for: fc.subarray(['FEE_SERVICE', 'COST_MEDICAL', 'COST_VISA']),
  })
  .map((said): Answers =>
    Object.fromEntries(
      Object.entries(said).flatMap(([name, answer]) => (answer === undefined ? [] : [[name, answer]])),
    ),
  );
const anyWorkers = fc.array(anyWorker, { maxLength: 40 });

/** Every number of people anywhere in what is told. */
function peopleIn(told: unknown): number[] {
  if (Array.isArray(told)) return told.flatMap(peopleIn);
  if (typeof told !== 'object' || told === null) return [];
  return Object.entries(told).flatMap(([name, value]) =>
    ['of', 'count', 'people'].includes(name) && typeof value === 'number' ? [value] : peopleIn(value),
  );
}

describe('what a company reads of workers', () => {
  test('of fewer than five nothing at all', () => {
    const said = { w_can_leave: 'no' };
    expect(resultsOf(questionnaire, [said, said, said, said])).toBeUndefined();
    expect(resultsOf(questionnaire, [said, said, said, said, said])?.told).toEqual([
      { question: 'w_can_leave', cells: [{ code: 'no', count: 5 }] },
    ]);
  });

  test('no number told is about fewer than five people, nor is what is left of the whole', () => {
    fc.assert(
      fc.property(anyWorkers, (said) => {
        const results = resultsOf(questionnaire, said);
        expect(results === undefined).toBe(said.length < 5);
        if (!results) return;
        expect(peopleIn(results).every((people) => people >= 5)).toBe(true);
        for (const { cells: told } of [...results.told, { cells: results.paid }, { cells: results.debt }]) {
          const left = said.length - told.reduce((all, { count }) => all + count, 0);
          expect(told.length === 0 || left === 0 || left >= 5).toBe(true);
        }
        for (const { count } of results.paidFor) {
          const left = said.length - count;
          expect(left === 0 || left >= 5).toBe(true);
        }
      }),
    );
  });

  test('counts are those of the answers', () => {
    fc.assert(
      fc.property(anyWorkers, (said) => {
        for (const { question, cells: told } of resultsOf(questionnaire, said)?.told ?? [])
          for (const { code, count } of told)
            expect(said.filter((answers) => (answers[question] ?? null) === code)).toHaveLength(count);
      }),
    );
  });

  test('what was promised, signed and is stands side by side, of the same people', () => {
    const one = {
      ...{ w_wage_promised: 1200, w_wage_contract: 1000, w_wage_actual: 800, w_wage_currency: 'QAR' },
      ...{ w_hours_promised: 48, w_hours_actual: 70, w_paid_total: 1600, w_paid_currency: 'QAR' },
      ...{ w_origin: 'NP', w_debt: 900, w_debt_months: 10, w_paid_for: ['COST_MEDICAL'] },
    };
    expect(
      resultsOf(
        questionnaire,
        Array.from({ length: 5 }, () => one),
      ),
    ).toMatchObject({
      wages: [{ of: 5, unit: 'QAR', promised: 1200, contract: 1000, actual: 800, worse: 100 }],
      hours: [{ of: 5, unit: null, promised: 48, contract: undefined, actual: 70, worse: 100 }],
      months: { of: 5, value: 2 },
      monthsByOrigin: [{ origin: 'NP', of: 5, value: 2 }],
      paidFor: [{ code: 'COST_MEDICAL', count: 5 }],
      debtMonths: { of: 5, value: 10 },
    });
  });
});
