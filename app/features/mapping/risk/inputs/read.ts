import { z } from 'zod';

import { isSector, sectors } from '#app/platform/industries.ts';
import { countryNamed } from '#app/platform/places.ts';
import { ok, refuse, type Result } from '#app/platform/result.ts';
import { cellName, isUntaken, untakenTexts, type Cell, type TableRow } from '#app/platform/tables/table.ts';

import { heads, inputKinds, type Field, type Problem, type RiskInput } from './model.ts';

const plain = (text: string) => text.trim().toLowerCase();
const sectorNamed = (text: string) => {
  const letter = text.trim().toUpperCase();
  if (isSector(letter)) return letter;
  return Object.entries(sectors).find(([, name]) => plain(name) === plain(text))?.[0];
};

const number = (message: string) =>
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/, message)
    .transform(Number);
const words = (message: string, least: number) => z.string().min(least, message).max(300, 'This is too long');

const shapeOf = (thisYear: number) =>
  z
    .object({
      kind: z.preprocess(
        (text) => plain(String(text)),
        z.enum(inputKinds, 'Write origin, destination or sector'),
      ),
      key: z.string(),
      value: number('Write a number from 0 to 100, with a point for decimals').refine(
        (value) => value >= 0 && value <= 100,
        'A value goes from 0 to 100',
      ),
      source: words('Name the source: what was published, and by whom', 3),
      year: number('Write the year as four digits').refine(
        (year) => Number.isInteger(year) && year >= 1990 && year <= thisYear,
        `A year from 1990 to ${thisYear}`,
      ),
      licence: words('Name the licence that lets the scheme use it', 2),
    })
    .transform(({ key, ...row }, context) => {
      const code = row.kind === 'sector' ? sectorNamed(key) : countryNamed(key);
      if (code !== undefined) return { ...row, key: code };
      const message =
        row.kind === 'sector'
          ? 'We know no sector of that name or letter'
          : 'We know no country of that name';
      context.addIssue({ code: 'custom', path: ['key'], message });
      return z.NEVER;
    });

const fields = Object.keys(heads);
const isField = (text: string): text is Field => fields.includes(text);
type Place = { field: Field; column: number };
export type Read = Result<{ rows: RiskInput[]; problems: Problem[] }>;

/** Reads a list of inputs: each row by itself, so that all that is wrong is said at once. Refused only where it is no such list. */
export function readInputs(table: readonly TableRow[], thisYear: number): Read {
  const [head, ...rows] = table;
  const places = (head?.cells ?? []).flatMap((cell, column): Place[] => {
    const field = typeof cell === 'string' ? fieldNamed(cell) : undefined;
    return field ? [{ field, column }] : [];
  });
  if (fields.some((field) => !places.some((place) => place.field === field)))
    return refuse('columns_missing');
  if (rows.length === 0) return refuse('list_without_rows');
  const shape = shapeOf(thisYear);
  const seen = new Map<string, number>();
  const read: { rows: RiskInput[]; problems: Problem[] } = { rows: [], problems: [] };
  for (const row of rows) {
    const one = readRow(row, places, shape);
    read.problems.push(...one.problems);
    if (!one.row) continue;
    const key = `${one.row.kind} ${one.row.key}`;
    const before = seen.get(key);
    if (before !== undefined)
      read.problems.push(problem(row.number, 'key', places, `Row ${before} has the same one already`));
    seen.set(key, before ?? row.number);
    read.rows.push(one.row);
  }
  return ok(read);
}

const fieldNamed = (head: string) =>
  Object.entries(heads)
    .map(([field, name]) => ({ field, names: [plain(name), field] }))
    .filter(({ names }) => names.includes(plain(head)))
    .map(({ field }) => field)
    .find(isField);

function readRow(
  { number: row, cells }: TableRow,
  places: readonly Place[],
  shape: ReturnType<typeof shapeOf>,
) {
  const untaken = places.flatMap(({ field, column }) => {
    const cell = cells[column] ?? null;
    return isUntaken(cell) ? [problem(row, field, places, untakenTexts[cell.untaken])] : [];
  });
  if (untaken.length > 0) return { problems: untaken };
  const said = Object.fromEntries(places.map(({ field, column }) => [field, textOf(cells[column] ?? null)]));
  const read = shape.safeParse(said);
  if (read.success) return { problems: [], row: read.data };
  const problems = read.error.issues.map(({ path, message }) => {
    const field = String(path[0]);
    return problem(row, isField(field) ? field : 'key', places, message);
  });
  return { problems };
}

function problem(row: number, field: Field, places: readonly Place[], reason: string): Problem {
  const column = places.find((place) => place.field === field)?.column ?? 0;
  return { row, cell: cellName(row, column), reason: `${heads[field]}: ${reason}` };
}

function textOf(cell: Cell): string {
  if (cell === null || isUntaken(cell)) return '';
  return cell instanceof Date ? '' : String(cell).trim();
}
