import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';

import { CsvError, parse } from 'csv-parse';

import {
  mostCellCharacters,
  NotTaken,
  type Cell,
  type Table,
  type TableLimits,
  type TableRow,
} from './table.ts';

const delimiters = [',', ';', '\t'] as const;
const mostRecords = 1_048_576;

/** Text with separators: comma, semicolon or tab, found by itself; in UTF-8, UTF-16 or Windows-1252. */
export async function readCsv(content: Buffer, limits: TableLimits): Promise<Table> {
  const text = decode(content);
  // Control characters are of programs; a first "<" or "%PDF" is of pages and papers.
  if (isBinary(text, limits.controls) || /^\s*(<|%PDF|\{\\rtf)/.test(text))
    throw new NotTaken('table_kind_refused');
  const told = /^sep=([,;\t])\r?\n/.exec(text);
  const delimiter = told?.[1] ?? delimiterOf(text);
  const rows = await readRecords(told ? text.slice(told[0].length) : text, delimiter, limits);
  return { kind: 'csv', sheets: [{ name: '', hidden: false, rows }] };
}

const allowed = new Set(['\t', '\n', '\v', '\f', '\r']);
/** Where a few are taken: a program is full of them, and a pasted name has one. */
function isBinary(text: string, controls: TableLimits['controls']) {
  const most = controls === 'few' ? 3 + text.length / 100 : 0;
  let count = 0;
  for (const letter of text) if (letter < ' ' && !allowed.has(letter) && (count += 1) > most) return true;
  return false;
}

function decode(content: Buffer) {
  const [first, second] = content;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(content);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(content);
  const head = content.subarray(0, 1000);
  const zeros = (odd: number) => head.filter((byte, place) => byte === 0 && place % 2 === odd).length;
  if (zeros(1) > head.length / 4 && zeros(0) === 0) return new TextDecoder('utf-16le').decode(content);
  if (zeros(0) > head.length / 4 && zeros(1) === 0) return new TextDecoder('utf-16be').decode(content);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return lineByLine(content);
  }
}

/** Lines that are looked at one by one: more than any list has that is taken. */
const mostLines = 100_000;

/** Lists put together from several have lines of both: what is no UTF-8 is Windows-1252, and costs no other line its letters. */
function lineByLine(content: Buffer) {
  const [utf8, windows] = [new TextDecoder('utf-8'), new TextDecoder('windows-1252')];
  let text = '';
  let from = 0;
  for (let lines = 0; from < content.length && lines < mostLines; lines += 1) {
    const end = content.indexOf(10, from) + 1 || content.length;
    const line = content.subarray(from, end);
    text += (isUtf8(line) ? utf8 : windows).decode(line);
    from = end;
  }
  return text + windows.decode(content.subarray(from));
}

/** The separator that stands most often outside quotes in the first lines, and in as many of them as possible. */
function delimiterOf(text: string) {
  const lines = text
    .slice(0, 20_000)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 10);
  const [best] = delimiters
    .map((delimiter) => {
      const counts = lines.map((line) => line.split(delimiter).length - 1);
      return {
        delimiter,
        lines: counts.filter((count) => count > 0).length,
        all: counts.reduce((a, b) => a + b, 0),
      };
    })
    .sort((a, b) => b.lines - a.lines || b.all - a.all);
  return best?.delimiter ?? ',';
}

async function readRecords(text: string, delimiter: string, limits: TableLimits) {
  const parser = Readable.from(slices(text), { objectMode: false }).pipe(
    parse({
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      max_record_size: 1024 * 1024,
    }),
  );
  const records: AsyncIterable<string[]> = parser;
  const rows: TableRow[] = [];
  let number = 0;
  try {
    for await (const record of records) {
      number += 1;
      const cells = cellsOf(record, limits);
      if (cells.length > 0) rows.push({ number, cells });
      if (rows.length > limits.mostRows || number > mostRecords) throw new NotTaken('table_too_many_rows');
    }
  } catch (error) {
    if (error instanceof CsvError) throw new NotTaken('table_unreadable');
    throw error;
  }
  return rows;
}

function cellsOf(record: string[], { mostColumns }: TableLimits) {
  const cells = record.map((text): Cell => {
    if (text === '') return null;
    return text.length > mostCellCharacters ? { untaken: 'too_long' } : text;
  });
  while (cells.length > 0 && cells.at(-1) === null) cells.pop();
  if (cells.length > mostColumns) throw new NotTaken('table_too_many_columns');
  return cells;
}

function* slices(text: string) {
  for (let from = 0; from < text.length; from += 65_536) yield text.slice(from, from + 65_536);
}
