import { csvCell, type CsvValue } from '#app/platform/tables/write-csv.server.ts';

import { stateNames, type State } from '../model.ts';

type Row = {
  reference: string;
  recruiter: string;
  country: string;
  state: State;
  due: string | null;
  officer: string | null;
};

const line = (cells: readonly CsvValue[]) => `${cells.map(csvCell).join(',')}\r\n`;

/** The queue as a spreadsheet; the mark in front tells programs that it is UTF-8. */
export const queueCsv = (rows: readonly Row[]) =>
  '\uFEFF' +
  line(['Reference', 'Recruiter', 'Country', 'State', 'Due', 'Officer']) +
  rows
    .map(({ reference, recruiter, country, state, due, officer }) =>
      line([reference, recruiter, country, stateNames[state], due, officer]),
    )
    .join('');
