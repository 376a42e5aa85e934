import type { Readable } from 'node:stream';

import { ok, refuse, type Result } from '#app/platform/result.ts';
import { readTable } from '#app/platform/tables/read-table.server.ts';
import type { Cell, TableSheet } from '#app/platform/tables/table.ts';

import type { Answers, Questionnaire } from '../definition.ts';
import { factsSheet, format, keys, planOf, type SheetPlan } from './layout.ts';
import { collectRows, collectSection, type CellProblem, type Collected } from './collect.ts';
import { leaveOutMisfits } from './misfits.ts';
import { reasons, type WorkbookRefusal } from './wording.ts';

export type ToRead = {
  questionnaire: Questionnaire;
  content: Readable | Buffer;
  today: string;
  /** As it was written; a workbook about something else is refused. */
  about?: string;
  /** The answers that stood when the workbook was downloaded, found by their revisions. */
  before?: (seen: Record<string, number>) => Promise<Answers>;
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
 * empty cell says nothing: what stood there stays, also in the rows of a table. A workbook of another questionnaire, version or subject is refused as a whole.
 */
export async function readWorkbook(toRead: ToRead): Promise<Result<WorkbookAnswers, WorkbookRefusal>> {
  const { questionnaire, content, today, about, before } = toRead;
  const table = await readTable(content, limits);
  if (!table.ok) return table;
  const facts = factsOf(table.value.sheets, questionnaire);
  if (!facts) return refuse('workbook_unknown');
  if (facts.questionnaire !== questionnaire.id) return refuse('workbook_other_version');
  if (about !== undefined && facts.about !== about) return refuse('workbook_of_another');

  const stood = (await before?.(facts.seen)) ?? {};
  const collected: Collected = { answers: {}, problems: [], places: {}, stood, rowsBefore: {} };
  for (const plan of planOf(questionnaire, facts.language)) {
    const setting = { questionnaire, language: facts.language, plan, collected };
    const sheet = sheetOf(plan, table.value.sheets);
    if (!sheet) collected.problems.push({ sheet: plan.name, cell: '', reason: reasons.sheetGone });
    else if (plan.rows) collectRows(sheet, plan.rows, setting);
    else collectSection(sheet, plan.section, setting);
  }
  leaveOutMisfits(collected, questionnaire, today);
  const { answers, problems, places } = collected;
  return ok({ answers, problems, places, seen: facts.seen });
}

const textOf = (cell: Cell | undefined) => (typeof cell === 'string' ? cell : '');

/** Written by us, and perhaps altered since: only what can be is believed. */
function factsOf(sheets: TableSheet[], { sections, languages }: Questionnaire) {
  const rows = sheets.find(({ name }) => name === factsSheet)?.rows.map(({ cells }) => cells) ?? [];
  if (rows[0]?.[0] !== format) return undefined;
  const fact = (name: string) => textOf(rows.find(([key]) => key === name)?.[1]);
  const asked = new Set(sections.flatMap(({ questions }) => questions.map(({ name }) => name)));
  const seen = rows.flatMap(([key, question, revision]): [string, number][] =>
    key === 'seen' && typeof question === 'string' && asked.has(question) && isRevision(revision)
      ? [[question, revision]]
      : [],
  );
  return {
    questionnaire: fact('questionnaire'),
    about: fact('about'),
    language: languages.find((language) => language === fact('language')) ?? 'en',
    seen: Object.fromEntries(seen),
  };
}

const isRevision = (cell: Cell | undefined): cell is number =>
  typeof cell === 'number' && Number.isInteger(cell) && cell > 0 && cell < 2 ** 31;

/** By the word in its hidden column, which stays when a sheet is moved or gets another name; else by its name. */
function sheetOf({ name, section, rows }: SheetPlan, sheets: TableSheet[]) {
  const key = rows ? keys.rows(rows.name) : keys.section(section.name);
  return (
    sheets.find((sheet) => sheet.rows.some(({ cells }) => cells[0] === key)) ??
    sheets.find((sheet) => sheet.name === name)
  );
}
