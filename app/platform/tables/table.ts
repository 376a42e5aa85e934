/** A cell whose content is not what somebody typed, or is more than a cell of ours holds. */
export type Untaken = { untaken: 'formula' | 'error' | 'too_long' };
export type Cell = string | number | boolean | Date | Untaken | null;
/** `number` as the spreadsheet shows it, from 1; `cells` from column A, without the empty ones at the end. */
export type TableRow = { number: number; cells: Cell[] };
export type TableSheet = { name: string; hidden: boolean; rows: TableRow[] };
export type Table = { kind: 'xlsx' | 'csv'; sheets: TableSheet[] };

export type TableLimits = {
  /** Rows with something in them, of each sheet. */
  mostRows: number;
  mostColumns: number;
  /** Of the file as it was sent; 10 MB unless told. */
  mostBytes?: number;
  /** Only the first sheet that is shown, for lists; all of them unless told. */
  sheets?: 'first' | 'all';
  /** Text with a few control characters in it is taken, for lists that are cleaned cell by cell; refused unless told. */
  controls?: 'few';
};

export const mostTableBytes = 10 * 1024 * 1024;

/** What a field for a list takes, in words and for the browser. */
export const listFile = {
  hint: 'Excel workbook (.xlsx) or CSV, up to 10 MB',
  accept: '.xlsx,.csv,.tsv,.txt',
};

/** What a cell of a spreadsheet holds at most. */
export const mostCellCharacters = 32_767;

export const tableRefusals = [
  'table_empty',
  'table_too_large',
  'table_kind_refused',
  'table_old_kind',
  'table_encrypted',
  'table_macros',
  'table_links',
  'table_embedded',
  'table_inflates',
  'table_unreadable',
  'table_too_many_rows',
  'table_too_many_columns',
] as const;
export type TableRefusal = (typeof tableRefusals)[number];

/** For pages: what is wrong with the file, and what to do about it. */
export const tableRefusalTexts: Record<TableRefusal, string> = {
  table_empty: 'The file is empty. Choose the file you filled in.',
  table_too_large:
    'The file is larger than we take. Split it, or delete pictures and unused sheets, and send it again.',
  table_kind_refused: 'The file is not a spreadsheet. Send an Excel workbook (.xlsx) or a CSV file.',
  table_old_kind: 'The file is in an older Excel format. Save it as “Excel workbook (.xlsx)” and send that.',
  table_encrypted:
    'The file is protected by a password for opening. Save it without the password and send it again.',
  table_macros:
    'The file holds macros, which we never run. Save it as “Excel workbook (.xlsx)” without macros.',
  table_links:
    'The file draws on other files or connections. Break the links in Excel (Data, Edit links) and send it again.',
  table_embedded: 'The file has other files or controls embedded in it. Delete them and send it again.',
  table_inflates:
    'The file unpacks to far more than a list of this kind holds, so it was not opened. Copy the cells into a new workbook and send that.',
  table_unreadable: 'The file is damaged or was not sent whole. Open it, save it again and send it again.',
  table_too_many_rows:
    'The file has more rows than we take at once. Split it and send the parts one after another.',
  table_too_many_columns:
    'The file has more columns than we take. Delete the columns that are not needed and send it again.',
};

/** Why one cell was not taken. */
export const untakenTexts: Record<Untaken['untaken'], string> = {
  formula: 'This cell holds a formula. Type the value instead.',
  error: 'This cell shows an error. Type the value instead.',
  too_long: 'This cell holds more text than we take.',
};

export const isUntaken = (cell: Cell): cell is Untaken =>
  typeof cell === 'object' && cell !== null && 'untaken' in cell;

/** Thrown while a file is read and caught at its door: reading stops there. */
export class NotTaken extends Error {
  constructor(readonly refusal: TableRefusal) {
    super(refusal);
  }
}

/** "C7": where the spreadsheet shows a cell; `column` from 0. */
export function cellName(row: number, column: number) {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row}`;
}

/** The column, from 0, of a name such as "C7"; undefined for what is no such name. */
export function columnOf(name: string) {
  const letters = /^([A-Z]{1,3})\d{1,7}$/.exec(name)?.[1];
  if (!letters) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
