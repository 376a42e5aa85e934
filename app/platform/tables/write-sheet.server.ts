import exceljs from 'exceljs';

import { mostCellCharacters } from './table.ts';
import { guarded } from './write-csv.server.ts';

export type SheetColumn = {
  title: string;
  hint: string;
  /** Offered as a drop-down; other values are let through with a warning. */
  choices?: readonly string[] | undefined;
};

const letterRows = 1000;

/** An empty list to fill in: heads that stay in sight, every cell text so that numbers keep their zeros and plus signs. */
export async function writeEmptySheet(name: string, columns: readonly SheetColumn[]): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  const lists = workbook.addWorksheet('Lists', { state: 'hidden' });
  sheet.columns = columns.map(({ title }) => ({
    header: title,
    width: Math.max(title.length + 2, 18),
    style: { numFmt: '@' },
  }));
  sheet.getRow(1).font = { bold: true };
  for (const [index, { hint, choices }] of columns.entries()) {
    sheet.getCell(1, index + 1).note = hint;
    if (!choices) continue;
    for (const [row, choice] of choices.entries()) lists.getCell(row + 1, index + 1).value = choice;
    const letter = lists.getColumn(index + 1).letter;
    const formulae = [`Lists!$${letter}$1:$${letter}$${choices.length}`];
    for (let row = 2; row <= letterRows; row += 1)
      sheet.getCell(row, index + 1).dataValidation = {
        ...{ type: 'list', allowBlank: true, formulae },
        ...{ showErrorMessage: true, errorStyle: 'warning', error: hint },
      };
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

export type WrittenSheet = { name: string; note: string; columns: string[]; rows: string[][] };

/** Some small tables as one workbook; a number stays a number, and what a spreadsheet would compute is kept from it. */
export async function writeSheets(sheets: readonly WrittenSheet[]): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  for (const { name, note, columns, rows } of sheets) {
    const sheet = workbook.addWorksheet(name.replace(/[*?:/\\[\]]/g, ' ').slice(0, 31), {
      views: [{ state: 'frozen', ySplit: 2 }],
    });
    sheet.addRow([note]);
    sheet.addRow(columns).font = { bold: true };
    for (const row of rows) sheet.addRow(row.map(cellOf));
    for (const [index, title] of columns.entries())
      sheet.getColumn(index + 1).width = Math.max(title.length + 2, 18);
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

const cellOf = (text: string) =>
  /^-?\d{1,15}(\.\d+)?$/.test(text) ? Number(text) : guarded(text).slice(0, mostCellCharacters);
