import type { Cell, DataValidation, Worksheet } from 'exceljs';

import type { Answer, Question, QuestionnaireSection, Row } from '../definition.ts';
import { sizes } from '../fitting.ts';
import { inLanguage } from '../words.ts';
import { choicesOf, listOf } from './choices.ts';
import { howToAnswer } from './conditions.ts';
import { cellOf, inCell } from './fill.ts';
import { column, firstColumn, keys, type Ranges, type SheetPlan, type ToWrite } from './layout.ts';
import { looks } from './looks.ts';
import { sheetWords } from './wording.ts';

type Setting = ToWrite & { plan: SheetPlan[]; ranges: Ranges };

/** One section: a question a row, its answer beside it, how to answer beside that. */
export function writeSection(sheet: Worksheet, section: QuestionnaireSection, setting: Setting) {
  const { language } = setting;
  setUp(sheet, [60, 60, 70]);
  line(sheet, keys.section(section.name), [[inLanguage(section.title, language), looks.title]]);
  line(sheet, keys.fixed, [[section.lead ? inLanguage(section.lead, language) : '', looks.lead]]);
  line(sheet, keys.fixed, [
    [sheetWords.question, looks.head],
    [sheetWords.answer, looks.head],
    [sheetWords.how, looks.head],
  ]);
  sheet.views = [{ state: 'frozen', ySplit: 3 }];
  for (const question of section.questions) writeQuestion(sheet, question, setting);
}

function writeQuestion(sheet: Worksheet, question: Question, setting: Setting) {
  const { answers, language, plan } = setting;
  const label = inLanguage(question.label, language);
  const how = howToAnswer(question, setting);
  const answer = answers[question.name];
  const own = plan.find(({ rows }) => rows === question);
  if (own) {
    const row = line(sheet, keys.fixed, [
      [label, looks.question],
      ['', looks.link],
      [how, looks.note],
    ]);
    const link = {
      text: `See the sheet “${own.name}”`,
      hyperlink: `#'${own.name.replaceAll("'", "''")}'!B6`,
    };
    row.getCell(column.answer + 1).value = link;
    return;
  }
  for (const [place, each] of answersIn(question, answer, setting).entries()) {
    const key = keys.question(question.name);
    const row = line(sheet, key, [
      [place === 0 ? label : '', looks.question],
      ['', undefined],
      [place === 0 ? how : '', looks.note],
    ]);
    put(row.getCell(column.answer + 1), question, { answer: each, setting });
    if (question.type === 'long_text' || question.type === 'lines') row.height = 60;
  }
}

/** One cell a question; several for one of which several answers are chosen. */
function answersIn(question: Question, answer: Answer | undefined, { questionnaire, language }: Setting) {
  if (question.type !== 'choices') return [answer];
  const chosen = Array.isArray(answer) ? answer.filter((each) => typeof each === 'string') : [];
  const { texts } = choicesOf(questionnaire, listOf(question), language);
  const cells = Math.max(chosen.length, Math.min(texts.length, Math.max(6, chosen.length + 3)));
  return Array.from({ length: cells }, (_, place) => {
    const code = chosen[place];
    return code === undefined ? undefined : [code];
  });
}

const emptyRows = 30;

/** A table of its own: a row each, a column for each of its questions. */
export function writeRows(sheet: Worksheet, rows: Question, setting: Setting) {
  const { answers, language } = setting;
  const columns = rows.columns ?? [];
  setUp(
    sheet,
    columns.map(({ type }) => (type === 'text' || type === 'long_text' ? 32 : 22)),
  );
  line(sheet, keys.rows(rows.name), [[inLanguage(rows.label, language), looks.title]]);
  line(sheet, keys.fixed, [[howToAnswer(rows, setting), looks.lead]]);
  const named = line(
    sheet,
    keys.columns,
    columns.map(({ name }) => [name, looks.note]),
  );
  named.hidden = true;
  line(
    sheet,
    keys.fixed,
    columns.map(({ label }) => [inLanguage(label, language), looks.head]),
  );
  line(
    sheet,
    keys.fixed,
    columns.map((each) => [howToAnswer(each, setting), looks.note]),
  ).height = 60;
  sheet.views = [{ state: 'frozen', ySplit: 5 }];

  const answer = answers[rows.name];
  const given = Array.isArray(answer) ? answer.filter((row): row is Row => typeof row === 'object') : [];
  const most = Math.max(given.length, Math.min(given.length + emptyRows, rows.most ?? sizes.rows));
  for (let place = 0; place < most; place += 1) {
    const row = sheet.addRow(place < given.length ? [keys.row(place)] : []);
    for (const [index, question] of columns.entries()) {
      const cell = row.getCell(firstColumn + index + 1);
      put(cell, question, { answer: given[place]?.[question.name], setting });
    }
  }
}

function setUp(sheet: Worksheet, widths: number[]) {
  sheet.getColumn(column.key + 1).hidden = true;
  for (const [place, width] of widths.entries()) sheet.getColumn(firstColumn + place + 1).width = width;
}

type Look = (typeof looks)[keyof typeof looks];

function line(sheet: Worksheet, key: string, cells: [string, Look | undefined][]) {
  const row = sheet.addRow([key, ...cells.map(([text]) => inCell(text))]);
  for (const [place, [, look]] of cells.entries()) if (look) row.getCell(place + 2).style = look;
  return row;
}

function put(
  cell: Cell,
  question: Question,
  { answer, setting }: { answer: Answer | undefined; setting: Setting },
) {
  cell.style = lookOf(question);
  const value = cellOf(question, answer, setting);
  if (value !== null) cell.value = value;
  const check = checkOf(question, setting.ranges);
  if (check) cell.dataValidation = check;
}

function lookOf({ type }: Question) {
  if (type === 'integer' || type === 'decimal') return looks.number;
  return type === 'day' ? looks.day : looks.text;
}

/** Excel warns and lets through what it does not know: codes and other digits are taken as well. */
const warns = { allowBlank: true, showErrorMessage: true, errorStyle: 'warning' };
const anyDay = {
  type: 'date',
  operator: 'between',
  formulae: [new Date('1900-01-01'), new Date('2199-12-31')],
} as const;
const anyNumber = { operator: 'between', formulae: [-1e12, 1e12] } as const;

function checkOf({ type, list, most }: Question, ranges: Ranges): DataValidation | undefined {
  switch (type) {
    case 'choice':
    case 'choices': {
      const range = ranges.get(list ?? '');
      return range ? { ...warns, type: 'list', formulae: [range] } : undefined;
    }
    case 'yes_no':
    case 'tick':
      return { ...warns, type: 'list', formulae: [`"${sheetWords.yes},${sheetWords.no}"`] };
    case 'day':
      return { ...warns, ...anyDay, formulae: [...anyDay.formulae] };
    case 'integer':
      return { ...warns, ...anyNumber, type: 'whole', formulae: [...anyNumber.formulae] };
    case 'decimal':
      return { ...warns, ...anyNumber, type: 'decimal', formulae: [...anyNumber.formulae] };
    case 'text':
    case 'long_text':
      return most
        ? { ...warns, type: 'textLength', operator: 'lessThanOrEqual', formulae: [most] }
        : undefined;
    case 'lines':
    case 'rows':
      return undefined;
  }
}
