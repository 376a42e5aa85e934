import { cellName, type Cell, type TableRow, type TableSheet } from '#app/platform/tables/table.ts';

import { rowsOf } from '../asking.ts';
import type { Answers, Question, Questionnaire, QuestionnaireSection, Row } from '../definition.ts';
import { misfit } from '../fitting.ts';
import { inLanguage } from '../words.ts';
import { readCell, type Plain } from './cells.ts';
import { column, firstColumn, keys, type SheetPlan } from './layout.ts';
import { reasons } from './wording.ts';

/** A cell that could not be taken, and why; without a cell, a whole sheet. */
export type CellProblem = { sheet: string; cell: string; reason: string };

export type Collected = {
  answers: Answers;
  problems: CellProblem[];
  places: Record<string, { sheet: string; cell: string }>;
  /** What stood when the workbook was downloaded. */
  stood: Answers;
  /** By `licences[0]`, what stood in that row. */
  rowsBefore: Record<string, Row>;
};

type Setting = { questionnaire: Questionnaire; language: string; plan: SheetPlan; collected: Collected };

/** The answers of one section's sheet, each found by the hidden name of its row. */
export function collectSection(sheet: TableSheet, section: QuestionnaireSection, setting: Setting) {
  const { collected, language } = setting;
  const asked = section.questions.filter(({ type }) => type !== 'rows');
  const rowsOf = (question: Question) =>
    sheet.rows.filter(({ cells }) => cells[column.key] === keys.question(question.name));
  if (asked.length > 0 && asked.every((question) => rowsOf(question).length === 0)) {
    collected.problems.push({ sheet: sheet.name, cell: '', reason: reasons.sheetGone });
    return;
  }
  for (const question of asked) {
    const rows = rowsOf(question);
    if (rows.length === 0) {
      const reason = reasons.questionGone(inLanguage(question.label, language));
      collected.problems.push({ sheet: sheet.name, cell: '', reason });
    }
    collectQuestion(sheet, question, { ...setting, rows });
  }
}

function collectQuestion(sheet: TableSheet, question: Question, setting: Setting & { rows: TableRow[] }) {
  const { collected, rows } = setting;
  const values: Plain[] = [];
  for (const { number, cells } of rows) {
    const cell = cellName(number, column.answer);
    const value = take(question, cells[column.answer], { ...setting, sheet, cell });
    if (value === undefined) continue;
    if (values.length > 0 && question.type !== 'choices') {
      collected.problems.push({ sheet: sheet.name, cell, reason: reasons.twice });
      continue;
    }
    collected.places[question.name] ??= { sheet: sheet.name, cell };
    values.push(value);
  }
  const [first] = values;
  if (first !== undefined)
    collected.answers[question.name] = question.type === 'choices' ? together(values) : first;
}

const together = (values: Plain[]) => [
  ...new Set(values.flatMap((value) => (Array.isArray(value) ? value : [String(value)]))),
];

/** The rows of a table's sheet, as one answer: below the row that names its columns. */
export function collectRows(sheet: TableSheet, question: Question, setting: Setting) {
  const { questionnaire, collected, language } = setting;
  const named = sheet.rows.find(({ cells }) => cells[column.key] === keys.columns);
  if (!named) {
    collected.problems.push({ sheet: sheet.name, cell: '', reason: reasons.sheetGone });
    return;
  }
  const columns = (question.columns ?? []).map((own) => ({
    own,
    at: named.cells.indexOf(own.name, firstColumn),
  }));
  for (const { own, at } of columns) {
    const reason = reasons.columnGone(inLanguage(own.label, language));
    if (at === -1) collected.problems.push({ sheet: sheet.name, cell: '', reason });
  }
  const answer: Row[] = [];
  for (const line of sheet.rows.filter(({ number }) => number > named.number)) {
    const before = standingRow(question, line, collected.stood);
    if (before === 'no row') continue;
    const path = `${question.name}[${answer.length}]`;
    const row = { ...before, ...readRow(line, columns, { ...setting, sheet, path }) };
    if (Object.keys(row).length === 0) continue;
    collected.rowsBefore[path] = before;
    answer.push(row);
  }
  keep(question, answer, { sheet, questionnaire, collected });
}

/** What stood in a row when it was written; nothing in a new one. Heads and hints are no rows. */
function standingRow(question: Question, { cells }: TableRow, stood: Answers) {
  const key = cells[column.key] ?? null;
  if (key === null) return {};
  const place = rowKey(key);
  return place === undefined ? 'no row' : (rowsOf(stood[question.name])[place] ?? {});
}

const rowKey = (key: Cell) => {
  const [, place] = (typeof key === 'string' && /^row (\d{1,5})$/.exec(key)) || [];
  return place === undefined ? undefined : Number(place) - 1;
};

type Columns = { own: Question; at: number }[];

function readRow(
  { number, cells }: TableRow,
  columns: Columns,
  { path, ...setting }: Setting & { sheet: TableSheet; path: string },
) {
  const row: Row = {};
  for (const { own, at } of columns) {
    if (at === -1) continue;
    const cell = cellName(number, at);
    const value = take(own, cells[at], { ...setting, cell });
    if (value === undefined) continue;
    row[own.name] = value;
    setting.collected.places[`${path}.${own.name}`] = { sheet: setting.sheet.name, cell };
  }
  return row;
}

type Keeping = { sheet: TableSheet; questionnaire: Questionnaire; collected: Collected };

function keep(question: Question, answer: Row[], { sheet, questionnaire, collected }: Keeping) {
  if (answer.length === 0) return;
  const reason = misfit(questionnaire, question, answer);
  if (reason) collected.problems.push({ sheet: sheet.name, cell: '', reason });
  else {
    collected.answers[question.name] = answer;
    const first = Object.keys(answer[0] ?? {})[0] ?? '';
    const place = collected.places[`${question.name}[0].${first}`];
    if (place) collected.places[question.name] = place;
  }
}

type Taking = Setting & { sheet: TableSheet; cell: string };

/** One cell, when it says something that fits its question; else what is wrong with it is noted. */
function take(question: Question, content: Cell | undefined, { sheet, cell, ...setting }: Taking) {
  const { questionnaire, collected } = setting;
  const { value, reason } = readCell(question, content, setting);
  const wrong = reason ?? (value === undefined ? undefined : misfit(questionnaire, question, value));
  if (wrong) collected.problems.push({ sheet: sheet.name, cell, reason: wrong });
  return wrong ? undefined : value;
}
