import { stateNames, type State } from '../model.ts';

type Row = {
  reference: string;
  recruiter: string;
  country: string;
  state: State;
  due: string | null;
  officer: string | null;
};

/** A spreadsheet runs what begins like a formula: such cells are marked as text. */
const cell = (text: string) => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const line = (cells: readonly string[]) => `${cells.map(cell).join(',')}\r\n`;

/** The queue as a spreadsheet; the mark in front tells programs that it is UTF-8. */
export const queueCsv = (rows: readonly Row[]) =>
  '\uFEFF' +
  line(['Reference', 'Recruiter', 'Country', 'State', 'Due', 'Officer']) +
  rows
    .map(({ reference, recruiter, country, state, due, officer }) =>
      line([reference, recruiter, country, stateNames[state], due ?? '', officer ?? '']),
    )
    .join('');
