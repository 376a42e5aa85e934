import { Readable } from 'node:stream';

import { countryCodes, countryName } from '#app/platform/places.ts';
import { writeCsv } from '#app/platform/tables/write-csv.server.ts';
import { writeEmptySheet } from '#app/platform/tables/write-sheet.server.ts';

import { formNames, forms, kindNames, kinds } from '../model.ts';
import { fields, heads, hints } from './columns.ts';

const choices: Partial<Record<string, string[]>> = {
  kind: kinds.map((kind) => kindNames[kind]),
  form: forms.map((form) => formNames[form]),
  country: countryCodes.map(countryName).sort((a, b) => a.localeCompare(b, 'en')),
};

/** An empty list to fill in: a workbook with drop-downs, or the heads alone as CSV. */
export async function templateAs(kind: 'xlsx' | 'csv') {
  if (kind === 'csv') {
    const columns = fields.map((field) => ({ title: heads[field], value: () => '' }));
    const content = await Readable.from(writeCsv(columns, [])).toArray();
    return Buffer.concat(content.map((chunk) => Buffer.from(String(chunk))));
  }
  const columns = fields.map((field) => ({
    ...{ title: heads[field], hint: hints[field] },
    choices: choices[field],
  }));
  return writeEmptySheet('Partners', columns);
}
