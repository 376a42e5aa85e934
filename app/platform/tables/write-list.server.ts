import { PassThrough, type Readable } from 'node:stream';

import exceljs from 'exceljs';

import { log } from '../operation/log.server.ts';
import { guarded, type CsvColumn, type CsvValue } from './write-csv.server.ts';

/**
 * A list as an Excel workbook, row by row as it is fetched: nothing of it is held but what waits to be sent. Texts that a
 * spreadsheet would compute are kept from it as in CSV.
 */
export function writeList<T>(
  name: string,
  columns: readonly CsvColumn<T>[],
  rows: Iterable<T> | AsyncIterable<T>,
): Readable {
  const stream = new PassThrough();
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ title }) => ({ header: title, width: Math.max(title.length + 2, 16) }));
  sheet.getRow(1).font = { bold: true };
  async function write() {
    for await (const row of rows) {
      if (stream.destroyed) return;
      sheet.addRow(columns.map(({ value }) => sheetValue(value(row)))).commit();
    }
    sheet.commit();
    await workbook.commit();
  }
  write().catch((error: unknown) => {
    log.error({ err: error }, 'a list could not be written');
    stream.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  return stream;
}

function sheetValue(value: CsvValue) {
  if (value === undefined || (typeof value === 'number' && !Number.isFinite(value))) return null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? guarded(value) : value;
}
