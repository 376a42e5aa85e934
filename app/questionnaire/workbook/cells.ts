import { isUntaken, type Cell } from '#app/platform/tables/table.ts';

import type { Question, Questionnaire } from '../definition.ts';
import { choicesOf, listOf, yesOrNo } from './choices.ts';
import { reasons } from './wording.ts';

export type Plain = string | number | boolean | string[];
/** What a cell says: nothing, an answer, or why it cannot be taken. */
export type Said = { value?: Plain; reason?: string };

type Setting = { questionnaire: Questionnaire; language: string };

/** Reads one cell as an answer of its question's type. */
export function readCell(question: Question, cell: Cell | undefined, setting: Setting): Said {
  if (cell === null || cell === undefined) return {};
  if (isUntaken(cell)) return { reason: reasons[cell.untaken] };
  const text = asText(cell);
  if (text === '') return {};
  switch (question.type) {
    case 'text':
    case 'long_text':
      return { value: text };
    case 'lines':
      return { value: linesOf(text, /\n/) };
    case 'integer':
      return numberSaid(cell, text, true);
    case 'decimal':
      return numberSaid(cell, text, false);
    case 'day':
      return daySaid(cell, text);
    case 'yes_no':
    case 'tick':
      return tickSaid(question, text);
    case 'choice':
      return choiceSaid(question, text, setting);
    case 'choices':
      return choicesSaid(question, text, setting);
    case 'rows':
      return {};
  }
}

function asText(cell: string | number | boolean | Date) {
  if (cell instanceof Date) return dayOfCell(cell) ?? cell.toISOString();
  return String(cell).normalize('NFC').replace(/\r\n?/g, '\n').trim();
}

const linesOf = (text: string, separator: RegExp) =>
  text
    .split(separator)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Digits of any script as 0 to 9: each script has its ten side by side. */
export const inLatinDigits = (text: string) =>
  text.normalize('NFKC').replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    let zero = code;
    while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String((code - zero) % 10);
  });

const plainNumber = /^[-+]?\d{1,15}(\.\d{1,15})?(e[-+]?\d{1,3})?$/i;
const grouped = /^[-+]?\d{1,3}([ ,'’\u00a0\u202f]\d{3})+(\.\d+)?$/;

function numberSaid(cell: Cell, text: string, whole: boolean): Said {
  const reason = whole ? reasons.whole : reasons.number;
  const digits = inLatinDigits(text);
  const plain = grouped.test(digits) ? digits.replace(/[ ,'’\u00a0\u202f]/g, '') : digits;
  if (typeof cell !== 'number' && !plainNumber.test(plain)) return { reason };
  const value = typeof cell === 'number' ? cell : Number(plain);
  if (!Number.isFinite(value) || (whole && !Number.isSafeInteger(value))) return { reason };
  // -0 would not come back as it went.
  return { value: value === 0 ? 0 : value };
}

/** A day at midnight; a time beside it is not what was asked. */
const dayOfCell = (cell: Date) => {
  const text = cell.toISOString();
  return /^\d{4}-\d\d-\d\dT00:00:00/.test(text) ? text.slice(0, 10) : undefined;
};

function daySaid(cell: Cell, text: string): Said {
  if (cell instanceof Date) return { value: cell.toISOString().slice(0, 10) };
  const digits = inLatinDigits(text);
  const day = /^\d{4}-\d\d-\d\d$/.test(digits) ? new Date(`${digits}T00:00:00Z`) : undefined;
  // 30 February is a day to the machine, and another one.
  if (!day || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== digits)
    return { reason: reasons.day };
  return { value: digits };
}

function tickSaid({ type }: Question, text: string): Said {
  const said = yesOrNo(text);
  if (!said) return { reason: reasons.yes_no };
  return { value: type === 'tick' ? said === 'yes' : said };
}

function choiceSaid(question: Question, text: string, { questionnaire, language }: Setting): Said {
  const code = choicesOf(questionnaire, listOf(question), language).codeOf(text);
  return code === undefined ? { reason: reasons.unknownChoice(text) } : { value: code };
}

function choicesSaid(question: Question, text: string, { questionnaire, language }: Setting): Said {
  const choices = choicesOf(questionnaire, listOf(question), language);
  // A label may have a comma in it, never a semicolon.
  const told = choices.codeOf(text) === undefined ? linesOf(text, /[;\n]/) : [text];
  const codes = told.map((each) => choices.codeOf(each));
  const unknown = told[codes.indexOf(undefined)];
  if (unknown !== undefined) return { reason: reasons.unknownChoice(unknown) };
  return { value: [...new Set(codes.filter((code) => code !== undefined))] };
}
