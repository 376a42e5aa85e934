import { rowsOf } from './asking.ts';
import type { Answer, Answers, Question, QuestionnaireSection } from './definition.ts';

/** As fields of a form hold answers. */
export type EditedCell = string | string[] | undefined;
export type EditedRow = Record<string, EditedCell>;
export type Edited = Record<string, EditedCell | EditedRow[]>;

/** Saved answers as their form shows them again; a list without rows opens with an empty one. */
export const toEdit = ({ questions }: QuestionnaireSection, answers: Answers): Edited =>
  Object.fromEntries(
    questions.map((question): [string, EditedCell | EditedRow[]] => [
      question.name,
      question.type === 'rows' ? toRows(question, answers) : toField(question, answers[question.name]),
    ]),
  );

function toRows({ name, columns = [] }: Question, answers: Answers): EditedRow[] {
  const rows = rowsOf(answers[name]);
  return (rows.length > 0 ? rows : [{}]).map((row: Record<string, Answer>) =>
    Object.fromEntries(columns.map((column) => [column.name, toField(column, row[column.name])])),
  );
}

function toField({ type }: Question, answer: Answer | undefined): EditedCell {
  if (answer === null || answer === undefined) return type === 'choices' ? [] : undefined;
  if (typeof answer === 'boolean')
    return type === 'yes_no' ? (answer ? 'yes' : 'no') : answer ? 'on' : undefined;
  if (!Array.isArray(answer)) return String(answer);
  const texts = answer.filter((each) => typeof each === 'string');
  return type === 'choices' ? texts : texts.join('\n');
}
