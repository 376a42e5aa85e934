import exceljs from 'exceljs';

import type { Questionnaire } from '../definition.ts';
import { inCell } from '../workbook/fill.ts';
import { sheetNames } from './layout.ts';
import { sheetsOf } from './sheets.ts';

/** A definition as an XLSForm workbook, for the tools that speak it; read back by `readXlsForm`. */
export async function writeXlsForm(questionnaire: Questionnaire): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  workbook.creator = 'Fairroute';
  const sheets = sheetsOf(questionnaire);
  for (const name of sheetNames) {
    const { columns, lines } = sheets[name];
    const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.addRow(columns).font = { bold: true };
    for (const line of lines)
      sheet.addRow(
        columns.map((column) => {
          const cell = line[column];
          return typeof cell === 'string' ? inCell(cell) : cell;
        }),
      );
    for (const [place, column] of columns.entries())
      sheet.getColumn(place + 1).width = column.includes('::') ? 40 : 18;
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
