import { tableRefusalTexts, type TableRefusal } from '#app/platform/tables/table.ts';

import type { Question } from '../definition.ts';

export type WorkbookRefusal =
  TableRefusal | 'workbook_unknown' | 'workbook_other_version' | 'workbook_of_another';

/** For pages: why nothing of a workbook was taken, and what to do about it. */
export const workbookRefusalTexts: Record<WorkbookRefusal, string> = {
  ...tableRefusalTexts,
  workbook_unknown:
    'This file was not made from the workbook you download here. Download the workbook, fill that in, and send it.',
  workbook_other_version:
    'This workbook asks the questions of another version. Download the workbook again and copy your answers into it.',
  workbook_of_another:
    'This workbook was downloaded for another application. Download the workbook of this application and fill that in.',
};

export const sheetWords = {
  readMe: 'Read me',
  lists: 'Lists',
  question: 'Question',
  answer: 'Your answer',
  how: 'How to answer',
  yes: 'Yes',
  no: 'No',
};

export const steps = [
  'Answer in the pale cells. All other cells are locked, so that the answers find their way back.',
  'Go from sheet to sheet in any order. You need no connection, and you can stop and go on another day.',
  'Where a cell has a list, click the arrow beside it. The list stands on the sheet “Lists” as well.',
  'Type values, not formulas. Write days as 2026-11-30.',
  'An empty cell says nothing: what was answered before stays as it is. To take an answer or a row away, use the page of its section.',
  'Save the file as an Excel workbook (.xlsx) and upload it on the page where you downloaded it.',
  'The page then lists each cell that could not be taken, and why. Everything else is saved.',
];

/** What one writes into the cell of a question of each type. */
export const kindsInWords: Record<Question['type'], string> = {
  text: '',
  long_text: 'Any length; Alt and Enter begin a new line.',
  lines: 'One a line; Alt and Enter begin a new line.',
  integer: 'A whole number.',
  decimal: 'A number, with a point for decimals.',
  day: 'A day, such as 2026-11-30.',
  yes_no: 'Yes or No.',
  choice: 'Choose from the list.',
  choices: 'Choose from the list, one in each cell.',
  tick: 'Yes, if this is so.',
  rows: '',
};

export const reasons = {
  formula: 'This cell holds a formula. Type the value instead.',
  error: 'This cell shows an error. Type the value instead.',
  too_long: 'This cell holds more text than we take.',
  whole: 'Enter a whole number, in digits.',
  number: 'Enter a number in digits, with a point for decimals.',
  day: 'Enter a day, such as 2026-11-30.',
  yes_no: 'Choose Yes or No.',
  text: 'Enter text.',
  twice: 'This question is answered on two rows. The first one was taken.',
  sheetGone:
    'This sheet is not in the workbook any more, or was changed so that its questions cannot be found. Its answers stay as they were.',
  questionGone: (label: string) =>
    `The row of “${label}” is not in this sheet any more. The answer stays as it was.`,
  columnGone: (label: string) => `The column “${label}” is not in this sheet any more.`,
  unknownChoice: (text: string) => `“${text.slice(0, 60)}” is not in the list. Choose from the list.`,
  tooManyRows: (most: number) => `At most ${most} rows are taken here.`,
};
