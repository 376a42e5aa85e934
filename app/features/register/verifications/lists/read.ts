import { dayOf } from '#app/platform/calendar.ts';
import { countryNamed } from '#app/platform/places.ts';
import { cellName, isUntaken, untakenTexts, type Cell, type TableRow } from '#app/platform/tables/table.ts';

import { hasLookalikes, visible } from '../checking/rules.ts';
import type { ItemForm } from '../forms.ts';
import { mostCharacters, type Item } from '../model.ts';
import { fieldNames } from './columns.ts';
import { fields, type Columns, type Field, type KeptCell, type KeptRow } from './model.ts';

export const notes = {
  hidden: 'Characters that cannot be seen were left out.',
  lookalikes:
    'The name mixes letters of several alphabets that look alike, so no name is taken for it by itself.',
};

/** Rows as they wait to be checked: cells as text, without what cannot be seen. */
export const keptRows = (rows: readonly TableRow[]): KeptRow[] =>
  rows.map(({ number, cells }, place) => {
    const texts = cells.map(textOf);
    const hidden = texts.some((text) => typeof text === 'string' && isHiding(text));
    return {
      ...{ place: place + 1, number, note: hidden ? notes.hidden : null },
      cells: texts.map((text) =>
        typeof text === 'string' ? visible(text).slice(0, mostCharacters + 1) || null : text,
      ),
    };
  });

const isHiding = (text: string) => visible(text) !== text.replace(/\s+/g, ' ').trim();

/** Numbers that lost their zeros and days that are dates, as text; what guards a spreadsheet is not part of the words. */
function textOf(cell: Cell): KeptCell {
  if (cell === null) return null;
  if (isUntaken(cell)) return { untaken: untakenTexts[cell.untaken] };
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? null : dayOf(cell);
  if (typeof cell === 'string') return cell.replace(/^="(.*)"$/s, '$1').replace(/^'(?=[=+\-@])/, '');
  return typeof cell === 'number' ? String(cell) : null;
}

export type ReadRow = { place: number; note: string | null; item: Item | undefined };

/** The rows of a list as they are asked: each by itself, so that one bad row costs no other. */
export const readRows = (rows: readonly KeptRow[], columns: Columns, form: ItemForm): ReadRow[] =>
  rows.slice(columns.headed ? 1 : 0).map((row) => {
    const read = readRow(row, columns, form);
    const said = [row.note, read.note].filter((note) => note !== null).join(' ');
    return { place: row.place, note: said === '' ? null : said, item: read.item };
  });

type Read = { item: Item | undefined; note: string | null };
const problem = (note: string): Read => ({ item: undefined, note });

function readRow({ number, cells }: KeptRow, { places }: Columns, form: ItemForm): Read {
  const said: Partial<Record<Field, string>> = {};
  for (const field of fields) {
    const place = places[field];
    const cell = place === undefined ? null : (cells[place] ?? null);
    if (place === undefined || cell === null) continue;
    const where = `${fieldNames[field]} (${cellName(number, place)})`;
    if (typeof cell !== 'string') return problem(`${where}: ${cell.untaken}`);
    if (cell.length > mostCharacters)
      return problem(`${where}: this is more than ${mostCharacters} characters.`);
    const value = field === 'country' ? countryNamed(cell) : field === 'ref' ? cell.slice(0, 200) : cell;
    if (value === undefined)
      return problem(
        `${where}: “${cell.slice(0, 60)}” is no country we know. Write its name in English, or its two letters.`,
      );
    said[field] = value;
  }
  return asItem(said, form);
}

function asItem(said: Partial<Record<Field, string>>, form: ItemForm): Read {
  const read = form.safeParse(said);
  if (read.success) {
    const { name } = read.data;
    return { item: read.data, note: name !== undefined && hasLookalikes(name) ? notes.lookalikes : null };
  }
  if (read.error.issues.some(({ path }) => path[0] === 'asOf'))
    return problem(`${fieldNames.asOf}: write a day that is not ahead as 2026-03-01.`);
  return problem('There is no name and no number in this row.');
}
