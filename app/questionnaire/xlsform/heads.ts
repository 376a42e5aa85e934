import { isUntaken, untakenTexts, type Cell, type TableSheet } from '#app/platform/tables/table.ts';

import type { Words } from '../definition.ts';
import type { FormProblem } from './layout.ts';

/** One row of a sheet: plain columns by their names, words by column and language. */
export type FormLine = { row: number; plain: Map<string, string>; words: Map<string, Map<string, string>> };
export type FormSheet = { name: string; lines: FormLine[]; languages: string[]; problems: FormProblem[] };

const worded = new Set(['label', 'hint', 'constraint_message', 'form_title', 'fairroute_noun']);
/** Older heads that mean the same. */
const aliases: Readonly<Record<string, string>> = {
  relevance: 'relevant',
  'constraint message': 'constraint_message',
  'list name': 'list_name',
  value: 'name',
  'form title': 'form_title',
  'form id': 'form_id',
};

type Head = { at: number; column: string; language: string | undefined; head: string };

/** The rows of a sheet by the heads in its first row; what no cell of ours can hold is a problem in words. */
export function linesOf({ name, rows }: TableSheet, defaultLanguage: string): FormSheet {
  const [first, ...rest] = rows;
  const problems: FormProblem[] = [];
  const heads = (first?.cells ?? []).flatMap((cell, at): Head[] => {
    const head = typeof cell === 'string' ? headOf(cell, defaultLanguage) : undefined;
    if (head && worded.has(head.column) && head.language === undefined)
      problems.push({ sheet: name, row: first?.number, column: head.head, reason: unknownLanguage });
    return head ? [{ ...head, at }] : [];
  });
  const lines = rest.map(({ number, cells }): FormLine => {
    const line: FormLine = { row: number, plain: new Map(), words: new Map() };
    for (const head of heads) {
      const { text, reason } = textIn(cells[head.at] ?? null);
      if (reason) problems.push({ sheet: name, row: number, column: head.head, reason });
      if (text !== '') put(line, head, text);
    }
    return line;
  });
  const languages = heads.flatMap(({ language }) => (language === undefined ? [] : [language]));
  return { name, lines, languages: [...new Set(languages)], problems };
}

const unknownLanguage = 'Write the language with its code, such as label::English (en)';

function put(line: FormLine, { column, language }: Head, text: string) {
  if (!worded.has(column)) line.plain.set(column, text);
  else if (language !== undefined)
    line.words.set(column, (line.words.get(column) ?? new Map<string, string>()).set(language, text));
}

function headOf(text: string, defaultLanguage: string): Omit<Head, 'at'> | undefined {
  const head = text.trim();
  const [, base = '', said] = /^([^:]+?)\s*(?:::?\s*(.+))?$/.exec(head) ?? [];
  const lower = base.trim().toLowerCase();
  if (lower === '') return undefined;
  const column = aliases[lower] ?? lower;
  if (!worded.has(column))
    return { column: head.toLowerCase() === lower ? column : head.toLowerCase(), language: undefined, head };
  return { column, language: said === undefined ? defaultLanguage : languageIn(said), head };
}

/** The code of "Nepali (ne)", of "ne", or of a language's English name. */
export function languageIn(said: string): string | undefined {
  const text = said.trim();
  const code = /\(([A-Za-z0-9-]+)\)\s*$/.exec(text)?.[1] ?? text;
  if (/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(code)) return code;
  return byName.get(text.toLowerCase());
}

const english = new Intl.DisplayNames(['en'], { type: 'language' });
const byName = new Map(
  ['en', 'es', 'fr', 'ar', 'hi', 'bn', 'ne', 'id', 'vi', 'th', 'my', 'zh', 'ur', 'ta', 'si', 'tl', 'km'].map(
    (code) => [(english.of(code) ?? code).toLowerCase(), code],
  ),
);

function textIn(cell: Cell): { text: string; reason?: string } {
  if (cell === null) return { text: '' };
  if (isUntaken(cell)) return { text: '', reason: untakenTexts[cell.untaken] };
  if (cell instanceof Date) return { text: '', reason: 'This cell holds a date. Type it as text.' };
  return { text: typeof cell === 'string' ? cell.trim() : String(cell) };
}

export type Note = (problem: FormProblem) => void;

/** What a row says in its languages, English among them; undefined where it says nothing. */
export function wordsIn({ words, row }: FormLine, column: string, at: { sheet: string; note: Note }) {
  const said = words.get(column);
  if (!said) return undefined;
  const { en, ...rest }: Record<string, string | undefined> = Object.fromEntries(said);
  if (en === undefined) {
    at.note({ sheet: at.sheet, row, column, reason: 'English is always there' });
    return undefined;
  }
  const found: Words = { en };
  for (const [language, text] of Object.entries(rest)) if (text !== undefined) found[language] = text;
  return found;
}
