import { rowsOf } from '#app/questionnaire/asking.ts';
import type { Answer, Answers, Row } from '#app/questionnaire/definition.ts';

/** One response as somebody gave it; `role` as questionnaires of mapping have it: brand, site, recruiter, sub_agent, worker. */
export type Told = { responseId: string; role: string; answers: Answers };

export const isWorkers = ({ role }: Told) => role === 'worker';

export const numberIn = (answers: Answers | Row, name: string): number | null => {
  const answer: Answer | undefined = answers[name];
  if (typeof answer !== 'number' && typeof answer !== 'string') return null;
  const number = answer === '' ? Number.NaN : Number(answer);
  return Number.isFinite(number) ? number : null;
};

export const textIn = (answers: Answers | Row, name: string): string | null => {
  const answer: Answer | undefined = answers[name];
  return typeof answer === 'string' && answer !== '' ? answer : null;
};

/** The codes of a question with several; of any other, none. */
export const codesIn = (answers: Answers | Row, name: string): string[] => {
  const answer: Answer | undefined = answers[name];
  return Array.isArray(answer) ? answer.filter((each) => typeof each === 'string') : [];
};

/** Yes and no are kept as such, or as the codes `yes` and `no` where "not known" can be said. */
export const saysYes = (answers: Answers | Row, name: string) =>
  answers[name] === true || answers[name] === 'yes';
export const saysNo = (answers: Answers | Row, name: string) =>
  answers[name] === false || answers[name] === 'no';

/** Each row with the path of its cells: `payments[2].pay_loan`. */
export const rowsIn = (answers: Answers, name: string) =>
  rowsOf(answers[name]).map((row, place) => ({ row, at: (column: string) => `${name}[${place}].${column}` }));

/**
 * Workers' answers where so many of them answered, else none: of fewer, somebody who knows the site could guess who said what.
 */
export function heardOf(told: readonly Told[], least: number): Told[] {
  const heard = told.filter(isWorkers).length >= least;
  return told.filter((each) => heard || !isWorkers(each));
}
