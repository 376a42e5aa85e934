import type { QuestionType } from '../definition.ts';

/**
 * How a questionnaire lies in an XLSForm (xlsform.org): the sheets survey, choices and settings. What XLSForm has no
 * column for stands in columns that begin with `fairroute_`; other tools leave those alone.
 */
export const sheetNames = ['survey', 'choices', 'settings'] as const;
export type SheetName = (typeof sheetNames)[number];

/** `label::Nepali (ne)`: a column of words in one language. */
export const headFor = (column: string, language: string) => `${column}::${nameOf(language)} (${language})`;

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });
function nameOf(language: string) {
  try {
    return names.of(language)?.replace(/[()]/g, '') ?? language;
  } catch {
    return language;
  }
}

/** What each type is called in XLSForm; the exact one stands in `fairroute_type` where several share a name. */
export const typeNames: Record<QuestionType, string> = {
  text: 'text',
  long_text: 'text',
  lines: 'text',
  integer: 'integer',
  decimal: 'decimal',
  day: 'date',
  yes_no: 'select_one',
  choice: 'select_one',
  choices: 'select_multiple',
  tick: 'acknowledge',
  rows: 'begin_repeat',
};

/** The exact types one word of XLSForm may stand for; the first is meant where nothing else is said. */
export const typesOf: Readonly<Record<string, readonly QuestionType[]>> = {
  text: ['text', 'long_text', 'lines'],
  string: ['text', 'long_text', 'lines'],
  integer: ['integer'],
  int: ['integer'],
  decimal: ['decimal'],
  date: ['day'],
  select_one: ['choice', 'yes_no'],
  select_multiple: ['choices'],
  acknowledge: ['tick'],
  trigger: ['tick'],
};

/** Rows other tools fill in by themselves: nobody is asked anything. */
export const unasked = new Set([
  'start',
  'end',
  'today',
  'deviceid',
  'username',
  'phonenumber',
  'subscriberid',
  'simserial',
  'audit',
]);

/** Columns that change what is asked or shown, in a way no questionnaire here can. */
export const notTaken =
  /^(calculation|choice_filter|default|trigger|repeat_count|read_?only|guidance_hint|image|audio|video|media|bind|body)(::?.*)?$/;

/** Where something in an XLSForm cannot be taken: sheet, row as the spreadsheet numbers it, column by its head. */
export type FormProblem = {
  sheet: string;
  row?: number | undefined;
  column?: string | undefined;
  reason: string;
};

export const problemInWords = ({ sheet, row, column, reason }: FormProblem) =>
  `${[`Sheet ${sheet}`, row && `row ${row}`, column].filter(Boolean).join(', ')}: ${reason}`;
