import { evaluate, isTrue } from '#app/expression/evaluate.ts';
import type { Value } from '#app/expression/expression.ts';
import { parseExpression } from '#app/expression/parse.ts';

import type { Answer, Answers, ExpressionText, Question, Questionnaire, Row } from './definition.ts';
import { entriesOf } from './entries.ts';

/** What conditions see: which questions are asked, and the answers of those that are. */
export type Asking = {
  asks: (question: Question) => boolean;
  holds: (condition: ExpressionText, self?: Answer) => boolean;
  ofRow: (rows: Question, row: Row) => Asking;
  questionnaire: Questionnaire;
};

type Names = (name: string) => Value;

/** An answer as expressions see it: yes and no as the codes they are, rows by their places. */
export function asValue(question: Question, answer: Answer | undefined): Value {
  if (answer === null || answer === undefined) return '';
  if (typeof answer === 'boolean') return question.type === 'yes_no' ? (answer ? 'yes' : 'no') : answer;
  if (!Array.isArray(answer)) return answer;
  return answer.map((each, place) => (typeof each === 'string' ? each : String(place + 1)));
}

export const rowsOf = (answer: Answer | undefined): Row[] =>
  Array.isArray(answer) ? answer.filter(isRow) : [];

const isRow = (each: unknown): each is Row =>
  typeof each === 'object' && each !== null && !Array.isArray(each);

/** A condition that cannot be read holds: nobody's answer is lost over it, and shapes let none through. */
function holdsFor(condition: ExpressionText, setting: { value: Names; self?: Value; today: string }) {
  const parsed = parseExpression(condition);
  return !parsed.ok || isTrue(evaluate(parsed.expression, setting));
}

/** As in ODK, a question that is not asked counts as not answered for every condition that speaks of it. */
export function asking(questionnaire: Questionnaire, answers: Answers, today: string): Asking {
  const entries = entriesOf(questionnaire);
  const asked = new Map<string, boolean>();

  const asks = ({ name, relevant }: Question): boolean => {
    if (relevant === undefined) return true;
    const before = asked.get(name);
    if (before !== undefined) return before;
    asked.set(name, true); // Whoever asks about itself in a circle finds itself asked.
    const now = holdsFor(relevant, { value, today });
    asked.set(name, now);
    return now;
  };
  const column = (rows: Question, question: Question): Value =>
    rowsOf(answers[rows.name]).flatMap((row) => {
      const own = ofRow(rows, row);
      const cell = own.asks(question) ? asValue(question, row[question.name]) : '';
      return typeof cell === 'object' ? cell.join(' ') : cell;
    });
  const value: Names = (name) => {
    const entry = entries.get(name);
    if (!entry) return '';
    if (entry.within) return asks(entry.within) ? column(entry.within, entry.question) : '';
    return asks(entry.question) ? asValue(entry.question, answers[name]) : '';
  };
  const ofRow = (rows: Question, row: Row) => askingOfRow(rows, row, { questionnaire, value, today });
  return {
    asks,
    holds: (condition, self) => holdsFor(condition, { value, today, self: selfOf(self) }),
    ofRow,
    questionnaire,
  };
}

type Around = { questionnaire: Questionnaire; value: Names; today: string };

/** Columns of the same row speak of that row; everything else of the whole questionnaire. */
function askingOfRow(rows: Question, row: Row, around: Around): Asking {
  const { questionnaire, today } = around;
  const entries = entriesOf(questionnaire);
  const open = new Set<string>();
  const asks = ({ name, relevant }: Question): boolean => {
    if (relevant === undefined || open.has(name)) return true;
    open.add(name);
    const now = holdsFor(relevant, { value, today });
    open.delete(name);
    return now;
  };
  const value: Names = (name) => {
    const entry = entries.get(name);
    if (entry?.within !== rows) return around.value(name);
    return asks(entry.question) ? asValue(entry.question, row[name]) : '';
  };
  const own: Asking = {
    asks,
    holds: (condition, self) => holdsFor(condition, { value, today, self: selfOf(self) }),
    ofRow: () => own,
    questionnaire,
  };
  return own;
}

const selfOf = (answer: Answer | undefined): Value => {
  if (answer === null || answer === undefined) return '';
  if (!Array.isArray(answer)) return answer;
  return answer.map((each, place) => (typeof each === 'string' ? each : String(place + 1)));
};
