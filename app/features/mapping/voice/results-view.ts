import type { Question, Questionnaire } from '#app/questionnaire/definition.ts';
import { labelOf } from '#app/questionnaire/lists.ts';
import { countryName } from '#app/platform/places.ts';

import type { Middle, Results, Terms } from './rules.ts';
import type { Cell } from './telling.ts';

type Part = { what: string; count: number; percent: number };
/** Results in words, as the page shows them. */
export type ResultsView = {
  people: number;
  questions: { label: string; parts: Part[]; untold: number }[];
  terms: { label: string; promised: string; contract: string; actual: string; worse: string }[];
  months: { where: string; months: string }[];
  paidFor: Part[];
  debtMonths: string | undefined;
};

const untoldHere = 'Too few to tell';
const questionIn = ({ sections }: Questionnaire, name: string): Question | undefined =>
  sections.flatMap(({ questions }) => questions).find((each) => each.name === name);

function codeLabel(questionnaire: Questionnaire, question: Question | undefined, code: string | null) {
  if (code === null) return 'No answer';
  if (question?.list === undefined) return code === 'yes' ? 'Yes' : 'No';
  return labelOf(questionnaire, question.list, { code, language: 'en' });
}

const monthsSaid = ({ value }: Middle) => (value === 1 ? 'About 1 month' : `About ${value} months`);

function termsSaid({ unit, promised, contract, actual, worse }: Terms) {
  const said = (value: number | undefined) =>
    value === undefined
      ? untoldHere
      : `About ${value.toLocaleString('en')}${unit === null ? '' : ` ${unit}`}`;
  return {
    label: unit === null ? 'Hours a week' : 'Wage a month',
    ...{ promised: said(promised), contract: said(contract), actual: said(actual) },
    worse: worse === undefined ? untoldHere : `${worse} of 100`,
  };
}

/** The numbers of `resultsOf`, and nothing that it does not tell. */
export function resultsView(questionnaire: Questionnaire, results: Results): ResultsView {
  const { people } = results;
  const parts = (name: string, cells: readonly Cell[]): Part[] => {
    const question = questionIn(questionnaire, name);
    return cells.map(({ code, count }) => ({
      ...{ what: codeLabel(questionnaire, question, code), count },
      percent: Math.round((count / people) * 100),
    }));
  };
  const asked = (label: string, cells: readonly Cell[], name = '') => ({
    ...{ label, parts: parts(name, cells) },
    untold: people - cells.reduce((all, { count }) => all + count, 0),
  });
  return {
    people,
    questions: [
      asked('Did they pay anything to get the job?', results.paid),
      asked('Did they borrow to pay it?', results.debt),
      ...results.told.map(({ question, cells }) =>
        asked(questionIn(questionnaire, question)?.label.en ?? question, cells, question),
      ),
    ].filter(({ parts: own }) => own.length > 0),
    terms: [...results.wages, ...results.hours].map(termsSaid),
    months: [
      ...(results.months ? [{ where: 'All of them', months: monthsSaid(results.months) }] : []),
      ...results.monthsByOrigin.map(({ origin, ...middle }) => ({
        where: `From ${countryName(origin)}`,
        months: monthsSaid(middle),
      })),
    ],
    paidFor: parts('w_paid_for', results.paidFor),
    debtMonths: results.debtMonths && monthsSaid(results.debtMonths),
  };
}
