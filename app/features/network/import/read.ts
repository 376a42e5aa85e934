import { dayOf } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';
import { cellName, isUntaken, untakenTexts, type Cell, type TableRow } from '#app/platform/tables/table.ts';

import { detailsForm } from '../forms.ts';
import type { Details } from '../model.ts';
import { coded, fieldNamed, heads, needed, type Field } from './columns.ts';

/** `agency`: what the list calls the agency a sub-agent works under. */
export type ReadRow = { row: number; details: Details; agency: string | null };
export type Problem = { row: number; column: string; reason: string };
export type Reading = { rows: ReadRow[]; problems: Problem[] };

type Place = { field: Field; column: number };

/** Reads a list: every row by itself, so that one bad row costs no other. Refused only when it is no such list at all. */
export function readRows(table: readonly TableRow[]) {
  const [head, ...rows] = table;
  const places = (head?.cells ?? []).flatMap((cell, column): Place[] => {
    const field = typeof cell === 'string' ? fieldNamed(cell) : undefined;
    return field ? [{ field, column }] : [];
  });
  if (needed.some((field) => !places.some((place) => place.field === field)))
    return refuse('columns_missing');
  const reading: Reading = { rows: [], problems: [] };
  for (const row of rows) {
    const read = readRow(row, places);
    reading.problems.push(...read.problems);
    if (read.row) reading.rows.push(read.row);
  }
  return ok(reading);
}

function readRow({ number, cells }: TableRow, places: readonly Place[]) {
  const problems: Problem[] = [];
  const said: Partial<Record<Field, string>> = {};
  for (const { field, column } of places) {
    const cell = cells[column] ?? null;
    if (isUntaken(cell))
      problems.push({
        row: number,
        column: where(number, field, column),
        reason: untakenTexts[cell.untaken],
      });
    const text = textOf(cell);
    if (text !== '') said[field] ??= coded(field, text);
  }
  if (problems.length > 0) return { problems };
  const { agency = null, ...rest } = said;
  const read = detailsForm.safeParse({ ...rest, form: rest.form ?? 'registered' });
  if (read.success) return { problems, row: { row: number, details: read.data, agency } };
  for (const { path, message } of read.error.issues) {
    const place = places.find(({ field }) => field === path[0]);
    const column = place ? where(number, place.field, place.column) : headOf(path[0]);
    problems.push({ row: number, column, reason: message });
  }
  return { problems };
}

const where = (row: number, field: Field, column: number) => `${heads[field]} (${cellName(row, column)})`;
const headOf = (field: PropertyKey | undefined) =>
  Object.entries(heads).find(([name]) => name === field)?.[1] ?? 'Row';

/** Numbers that lost their zeros and days that are dates, as text; a yes or no has no place in these columns. */
function textOf(cell: Cell): string {
  if (cell === null || isUntaken(cell)) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : dayOf(cell);
  // What defends a spreadsheet against formulas is not part of the words.
  if (typeof cell === 'string') return cell.replace(/^'(?=[=+\-@])/, '').trim();
  return String(cell);
}
