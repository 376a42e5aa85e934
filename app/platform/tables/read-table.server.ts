import type { Readable } from 'node:stream';

import { ok, refuse, type Result } from '../result.ts';
import { readCsv } from './csv.server.ts';
import { mostTableBytes, NotTaken, type Table, type TableLimits, type TableRefusal } from './table.ts';
import { readXlsx } from './xlsx.server.ts';

/**
 * The one door for spreadsheets and CSV that people send: what it is is judged by content, never by name. Rows come
 * as the spreadsheet numbers them, cells as text, number, truth or date (at midnight UTC for days); from CSV as text
 * alone. What is computed (formulas), an error, or longer than a cell holds comes as `{ untaken }`: show
 * `untakenTexts` beside the cell (`cellName(row.number, column)`). A refusal is for `tableRefusalTexts`. Memory follows
 * the limits and not the file: reading stops at the first row too many.
 */
export async function readTable(
  content: Readable | Buffer,
  limits: TableLimits,
): Promise<Result<Table, TableRefusal>> {
  try {
    const bytes = Buffer.isBuffer(content) ? content : await collect(content, limits);
    if (bytes.length > (limits.mostBytes ?? mostTableBytes)) return refuse('table_too_large');
    if (bytes.length === 0) return refuse('table_empty');
    const table = await read(bytes, limits);
    return table.sheets.some(({ rows }) => rows.length > 0) ? ok(table) : refuse('table_empty');
  } catch (error) {
    if (error instanceof NotTaken) return refuse(error.refusal);
    // Whatever breaks while a stranger's file is taken apart says that the file is broken.
    if (error instanceof Error) return refuse('table_unreadable');
    throw error;
  }
}

async function read(bytes: Buffer, limits: TableLimits) {
  if (bytes.subarray(0, 4).equals(zip)) return readXlsx(bytes, limits);
  if (bytes.subarray(0, 8).equals(ole))
    throw new NotTaken(isLocked(bytes) ? 'table_encrypted' : 'table_old_kind');
  return readCsv(bytes, limits);
}

const zip = Buffer.from('504b0304', 'hex');
const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** A workbook with a password for opening is an old file around an encrypted new one. */
const isLocked = (bytes: Buffer) => bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));

async function collect(content: Readable, { mostBytes = mostTableBytes }: TableLimits) {
  const chunks: Buffer[] = [];
  let length = 0;
  const parts: AsyncIterable<unknown> = content;
  for await (const part of parts) {
    if (!Buffer.isBuffer(part)) throw new NotTaken('table_unreadable');
    length += part.length;
    if (length > mostBytes) throw new NotTaken('table_too_large');
    chunks.push(part);
  }
  return Buffer.concat(chunks);
}
