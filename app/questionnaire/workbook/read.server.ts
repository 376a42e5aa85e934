import type { Readable } from 'node:stream';

import { ok, refuse, type Result } from '#app/platform/result.ts';
import { readTable } from '#app/platform/tables/read-table.server.ts';
import type { Cell, TableSheet } from '#app/platform/tables/table.ts';

import { rowsOf } from '../asking.ts';
import type { Answers, Questionnaire } from '../definition.ts';
import { problemsOf } from '../rules.ts';
import { factsSheet, format, keys, planOf, type SheetPlan } from './layout.ts';
import { collectRows, collectSection, type CellProblem, type Collected } from './collect.ts';
import { reasons, type WorkbookRefusal } from './wording.ts';

export type ToRead = {
  questionnaire: Questionnaire;
  content: Readable | Buffer;
  language: string;
  today: string;
  /** As it was written; a workbook about something else is refused. */
  about?: string;
};

export type WorkbookAnswers = {
  answers: Answers;
  problems: CellProblem[];
  /** The revisions that stood when the workbook was downloaded. */
  seen: Record<string, number>;
  /** Where an answer stands: `legal_name`, `licences[0].licence_number`. */
  places: Record<string, { sheet: string; cell: string }>;
};

const limits = { mostRows: 5000, mostColumns: 200 };

/**
 * The answers of a filled workbook. Each cell that cannot be taken is listed with its reason, the rest is kept; an
 * empty cell says nothing. A workbook of another questionnaire, version or subject is refused as a whole.
 */
export async function readWorkbook(toRead: ToRead): Promise<Result<WorkbookAnswers, WorkbookRefusal>> {
  const { questionnaire, content, today, about } = toRead;
  const table = await readTable(content, limits);
  if (!table.ok) return table;
  const facts = factsOf(table.value.sheets);
  if (!facts) return refuse('workbook_unknown');
  if (facts.questionnaire !== questionnaire.id) return refuse('workbook_other_version');
  if (about !== undefined && facts.about !== about) return refuse('workbook_of_another');

  const collected: Collected = { answers: {}, problems: [], places: {} };
  for (const plan of planOf(questionnaire, facts.language)) {
    const setting = { questionnaire, language: facts.language, plan, collected };
    const sheet = sheetOf(plan, table.value.sheets);
    if (!sheet) collected.problems.push({ sheet: plan.name, cell: '', reason: reasons.sheetGone });
    else if (plan.rows) collectRows(sheet, plan.rows, setting);
    else collectSection(sheet, plan.section, setting);
  }
  leaveOutMisfits(collected, questionnaire, today);
  return ok({ ...collected, seen: facts.seen });
}

const textOf = (cell: Cell | undefined) => (typeof cell === 'string' ? cell : '');

function factsOf(sheets: TableSheet[]) {
  const rows = sheets.find(({ name }) => name === factsSheet)?.rows.map(({ cells }) => cells) ?? [];
  if (rows[0]?.[0] !== format) return undefined;
  const fact = (name: string) => textOf(rows.find(([key]) => key === name)?.[1]);
  const seen = rows.flatMap(([key, question, revision]): [string, number][] =>
    key === 'seen' && typeof question === 'string' && Number.isSafeInteger(Number(revision))
      ? [[question, Number(revision)]]
      : [],
  );
  return {
    questionnaire: fact('questionnaire'),
    about: fact('about'),
    language: fact('language'),
    seen: Object.fromEntries(seen),
  };
}

/** By the word in its hidden column, which stays when a sheet is moved or gets another name; else by its name. */
function sheetOf({ name, section, rows }: SheetPlan, sheets: TableSheet[]) {
  const key = rows ? keys.rows(rows.name) : keys.section(section.name);
  return (
    sheets.find((sheet) => sheet.rows.some(({ cells }) => cells[0] === key)) ??
    sheets.find((sheet) => sheet.name === name)
  );
}

/** What breaks a condition of its question is left out and listed; what is only missing is for the pages to say. */
function leaveOutMisfits(
  { answers, problems, places }: Collected,
  questionnaire: Questionnaire,
  today: string,
) {
  for (const { path, message } of problemsOf(questionnaire, answers, today)) {
    const place = places[path];
    if (!place || !remove(answers, path)) continue;
    problems.push({ ...place, reason: message });
  }
  for (const { name, type } of questionnaire.sections.flatMap(({ questions }) => questions)) {
    if (type !== 'rows' || !(name in answers)) continue;
    const filled = rowsOf(answers[name]).filter((row) => Object.keys(row).length > 0);
    if (filled.length > 0) answers[name] = filled;
    else Reflect.deleteProperty(answers, name);
  }
}

function remove(answers: Answers, path: string) {
  const [, name = path, index, column] = /^(\w+)\[(\d+)\]\.(\w+)$/.exec(path) ?? [];
  if (index === undefined || column === undefined) {
    const stood = name in answers;
    Reflect.deleteProperty(answers, name);
    return stood;
  }
  const rows = answers[name];
  const row = Array.isArray(rows) ? rows[Number(index)] : undefined;
  return typeof row === 'object' && column in row && Reflect.deleteProperty(row, column);
}
