import { readTable } from '#app/platform/tables/read-table.server.ts';
import { tableRefusalTexts, type Table } from '#app/platform/tables/table.ts';

import type { Questionnaire } from '../definition.ts';
import { formIn } from './form.ts';
import type { FormProblem } from './layout.ts';

export type ReadForm = { ok: true; questionnaire: Questionnaire } | { ok: false; problems: FormProblem[] };

const limits = { mostRows: 20_000, mostColumns: 400 };

/** The definition an XLSForm workbook holds, or everything that keeps it from being one; nothing is half taken. */
export async function readXlsForm(content: Buffer): Promise<ReadForm> {
  const table = await readTable(content, limits);
  if (!table.ok) return refused('survey', tableRefusalTexts[table.refusal]);
  return isWorkbook(table.value)
    ? formIn(table.value.sheets)
    : refused(
        'survey',
        'An XLSForm is an Excel workbook (.xlsx) with the sheets survey, choices and settings',
      );
}

const isWorkbook = ({ kind }: Table) => kind === 'xlsx';
const refused = (sheet: string, reason: string): ReadForm => ({ ok: false, problems: [{ sheet, reason }] });
