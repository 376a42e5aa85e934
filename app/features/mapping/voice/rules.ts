import type { Answers, Question, Questionnaire } from '#app/questionnaire/definition.ts';

import { codesIn, numberIn, textIn } from '../risk/told.ts';
import { leastTold } from './model.ts';
import { middleOf, partsOf, shareOf, tellable, type Cell } from './telling.ts';

/** What a company may read of one question: of how many people each part is, of all who answered. */
export type Told = { question: string; cells: Cell[] };
/** Promised, signed and as it is, of the same people; `unit` is a currency, or null for hours. */
export type Terms = {
  of: number;
  unit: string | null;
  promised: number;
  contract: number | undefined;
  actual: number;
  /** Of a hundred, how many have it worse than promised. */
  worse: number | undefined;
};
export type Middle = { of: number; value: number };
export type Results = {
  people: number;
  told: Told[];
  /** Each of what was paid for, of all people; somebody may have paid for several. */
  paidFor: Cell[];
  paid: Cell[];
  wages: Terms[];
  hours: Terms[];
  months: Middle | undefined;
  monthsByOrigin: (Middle & { origin: string })[];
  debt: Cell[];
  debtMonths: Middle | undefined;
};

/** What is asked of workers: numbers and choices. A text of one's own could lead to whoever wrote it, and is not asked. */
export const isAsked = ({ type }: Question) =>
  ['integer', 'decimal', 'yes_no', 'choice', 'choices', 'tick'].includes(type);

/** Months of pay to get the job (SDG 10.7.1): what was paid against a month's wage, in one currency. */
export function monthsOfPay(answers: Answers): number | undefined {
  const paid = numberIn(answers, 'w_paid_total');
  const wage = numberIn(answers, 'w_wage_actual') ?? numberIn(answers, 'w_wage_promised');
  if (paid === null) return undefined;
  if (paid === 0) return 0;
  const same = textIn(answers, 'w_paid_currency') === textIn(answers, 'w_wage_currency');
  const known = same && textIn(answers, 'w_paid_currency') !== null && wage !== null && wage > 0;
  return known ? paid / wage : undefined;
}

const isNumber = (value: number | undefined): value is number => value !== undefined;

function middle(values: readonly (number | undefined)[]): Middle | undefined {
  const known = values.filter(isNumber);
  const value = middleOf(known);
  return value === undefined ? undefined : { of: known.length, value };
}

const someOrNone = (name: string) => (answers: Answers) => {
  const number = numberIn(answers, name);
  return number === null ? null : number > 0 ? 'yes' : 'no';
};

/** Yes and no as the codes they are. */
const codeIn = (answers: Answers, name: string) => {
  const answer = answers[name];
  return typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : textIn(answers, name);
};

type Three = { unit: string; promised: number; contract: number | undefined; actual: number };

function threeOf(answers: Answers, what: 'wage' | 'hours'): Three[] {
  const number = (when: string) => numberIn(answers, `w_${what}_${when}`);
  const [promised, actual] = [number('promised'), number('actual')];
  const unit = what === 'hours' ? '' : textIn(answers, 'w_wage_currency');
  if (promised === null || actual === null || unit === null) return [];
  return [{ unit, promised, actual, contract: number('contract') ?? undefined }];
}

/** The three side by side for each currency of enough people. */
function termsOf(said: readonly Answers[], what: 'wage' | 'hours'): Terms[] {
  const three = said.flatMap((answers) => threeOf(answers, what));
  const units = tellable(partsOf(three, ({ unit }) => unit)).filter(({ count }) => count >= leastTold);
  return units.flatMap(({ code, count }) => {
    const own = three.filter(({ unit }) => unit === code);
    const [promised, actual] = [
      middleOf(own.map((each) => each.promised)),
      middleOf(own.map((each) => each.actual)),
    ];
    if (promised === undefined || actual === undefined) return [];
    const worse = own.filter((each) =>
      what === 'wage' ? each.actual < each.promised : each.actual > each.promised,
    );
    return [
      {
        ...{ of: count, unit: code === '' ? null : code, promised, actual },
        contract: middleOf(own.map(({ contract }) => contract).filter(isNumber)),
        worse: shareOf(worse.length, own.length),
      },
    ];
  });
}

function monthsByOrigin(said: readonly Answers[]) {
  const known = said.filter((answers) => monthsOfPay(answers) !== undefined);
  return tellable(partsOf(known, (answers) => textIn(answers, 'w_origin'))).flatMap(({ code }) => {
    const own = known.filter((answers) => textIn(answers, 'w_origin') === code);
    const months = middle(own.map(monthsOfPay));
    return code !== null && months ? [{ origin: code, ...months }] : [];
  });
}

/** Of each code of a question with several: who chose it, and who did not, are enough people. */
function chosen(said: readonly Answers[], name: string): Cell[] {
  const codes = [...new Set(said.flatMap((answers) => codesIn(answers, name)))];
  return codes
    .map((code) => ({ code, count: said.filter((answers) => codesIn(answers, name).includes(code)).length }))
    .filter(({ count }) => shareOf(count, said.length) !== undefined)
    .sort((a, b) => b.count - a.count || a.code.localeCompare(b.code, 'en'));
}

const choicesOf = (questionnaire: Questionnaire) =>
  questionnaire.sections
    .flatMap(({ questions }) => questions)
    .filter(({ type, list }) => type === 'yes_no' || (type === 'choice' && list !== 'currencies'));

/**
 * What a company reads of the workers of a site: nothing at all of fewer than five, and no number that is about fewer, nor
 * one that could be reckoned from those told.
 */
export function resultsOf(questionnaire: Questionnaire, said: readonly Answers[]): Results | undefined {
  if (said.length < leastTold) return undefined;
  const borrowed = said.filter((answers) => (numberIn(answers, 'w_debt') ?? 0) > 0);
  const parts = (codeOf: (answers: Answers) => string | null) => tellable(partsOf(said, codeOf));
  return {
    people: said.length,
    told: choicesOf(questionnaire)
      .map(({ name }) => ({ question: name, cells: parts((answers) => codeIn(answers, name)) }))
      .filter(({ cells }) => cells.some(({ code }) => code !== null)),
    paidFor: chosen(said, 'w_paid_for'),
    paid: parts(someOrNone('w_paid_total')),
    wages: termsOf(said, 'wage'),
    hours: termsOf(said, 'hours'),
    months: middle(said.map(monthsOfPay)),
    monthsByOrigin: monthsByOrigin(said),
    debt: parts(someOrNone('w_debt')),
    debtMonths: middle(borrowed.map((answers) => numberIn(answers, 'w_debt_months') ?? undefined)),
  };
}

/** Answers of fives that are whole: of a five that still fills, nothing is told. */
export function wholeBatches<T extends { partyId: string; batch: number }>(rows: readonly T[]): T[] {
  const five = ({ partyId, batch }: T) => `${partyId} ${batch}`;
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(five(row), (counts.get(five(row)) ?? 0) + 1);
  return rows.filter((row) => (counts.get(five(row)) ?? 0) >= leastTold);
}
