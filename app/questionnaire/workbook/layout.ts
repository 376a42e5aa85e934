import type { Answers, Question, Questionnaire, QuestionnaireSection } from '../definition.ts';
import { inLanguage } from '../words.ts';
import { sheetWords } from './wording.ts';

/**
 * How a questionnaire lies in a workbook. Column A of every sheet is hidden and says what a row is, so that answers are
 * found after somebody moved rows or gave a sheet another name.
 */
export const factsSheet = 'fairroute';
export const format = 'fairroute workbook 1';
export const column = { key: 0, question: 1, answer: 2, how: 3 } as const;
/** Columns of rows begin here. */
export const firstColumn = 1;

export const keys = {
  section: (name: string) => `section ${name}`,
  question: (name: string) => `question ${name}`,
  rows: (name: string) => `rows ${name}`,
  columns: 'columns',
  row: (place: number) => `row ${place + 1}`,
  fixed: '-',
};

export type ToWrite = {
  questionnaire: Questionnaire;
  answers: Answers;
  language: string;
  /** The revision of each answer that stands in the workbook: what its author will have seen. */
  seen?: Record<string, number>;
  /** Whose answers these are, such as an application's id: another's workbook is refused. */
  about?: string;
};

/** Where each list stands on the sheet of lists, as formulas name it. */
export type Ranges = ReadonlyMap<string, string>;

export type SheetPlan = { name: string; section: QuestionnaireSection; rows?: Question };

/** Every sheet in its order: one a section, and one after it for each of its questions that take rows. */
export function planOf(questionnaire: Questionnaire, language: string): SheetPlan[] {
  const taken = new Set([
    factsSheet,
    'history',
    sheetWords.readMe.toLowerCase(),
    sheetWords.lists.toLowerCase(),
  ]);
  return questionnaire.sections.flatMap((section): SheetPlan[] => {
    const own = { name: sheetName(inLanguage(section.title, language), taken), section };
    const tables = section.questions.filter(({ type }) => type === 'rows');
    return [
      own,
      ...tables.map((rows) => ({ name: sheetName(inLanguage(rows.label, language), taken), section, rows })),
    ];
  });
}

/** At most 31 characters, none of those that Excel refuses, and no name twice. */
function sheetName(title: string, taken: Set<string>) {
  const plain = title
    .replace(/[*?:/\\[\]\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const base =
    plain
      .replace(/^'+|'+$/g, '')
      .slice(0, 27)
      .trim() || 'Sheet';
  let name = base;
  for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${base} ${count}`;
  taken.add(name.toLowerCase());
  return name;
}
