import { Readable } from 'node:stream';

export type CsvValue = string | number | boolean | Date | null | undefined;
export type CsvColumn<T> = { title: string; value: (row: T) => CsvValue };

/**
 * A list as CSV, row by row as it is fetched. Texts a spreadsheet would compute begin with an apostrophe; numbers stay
 * numbers. Begins with a byte order mark, without which Excel misreads every letter that is not English. What `head` says stands
 * above the columns, for whoever prints it.
 */
export function writeCsv<T>(
  columns: CsvColumn<T>[],
  rows: Iterable<T> | AsyncIterable<T>,
  head: readonly string[] = [],
): Readable {
  async function* lines() {
    yield `\uFEFF${head.map((said) => `${csvCell(said)}\r\n`).join('')}`;
    yield `${columns.map(({ title }) => csvCell(title)).join(',')}\r\n`;
    for await (const row of rows) yield `${columns.map(({ value }) => csvCell(value(row))).join(',')}\r\n`;
  }
  return Readable.from(lines(), { objectMode: false });
}

/** Also the wide signs of East Asian keyboards, which some spreadsheets take for the narrow ones. */
const computed = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** A text as it may stand in a spreadsheet: one that would be computed begins with an apostrophe. */
export const guarded = (text: string) => (computed.test(text) ? `'${text}` : text);

export function csvCell(value: CsvValue) {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (value instanceof Date) return value.toISOString();
  const text = guarded(value);
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
