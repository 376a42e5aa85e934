/**
 * A questionnaire as data: what is asked, in which words, under which conditions. Names follow XLSForm, so that a
 * definition can be exchanged with the tools that speak it. A published version never changes; every answer is bound
 * to the version it was given under.
 */

/** Words by BCP 47 language; English is always there and stands in where another is missing. */
export type Words = { en: string } & Record<string, string>;

/** Text of the closed expression grammar (`app/expression`), such as `${uses_agents} = 'yes'`. */
export type ExpressionText = string;

export const questionTypes = [
  'text',
  'long_text',
  'lines',
  'integer',
  'decimal',
  'day',
  'yes_no',
  'choice',
  'choices',
  'tick',
  'rows',
] as const;
export type QuestionType = (typeof questionTypes)[number];

export type Question = {
  /** Unique in the whole questionnaire, columns of rows included: `^[a-z][a-z0-9_]*$`. */
  name: string;
  type: QuestionType;
  label: Words;
  hint?: Words | undefined;
  /** Of `choice` and `choices`: a list of the questionnaire, or one of the house (`houseLists`). */
  list?: string | undefined;
  /** `true`, or the condition under which it must be answered. */
  required?: true | ExpressionText | undefined;
  /** Asked only where this holds; columns of rows may refer to columns of their own row. */
  relevant?: ExpressionText | undefined;
  /** `.` is the answer itself. */
  constraint?: { that: ExpressionText; message: Words } | undefined;
  /** Of `text`: the question whose answer in Latin letters is suggested from this one. */
  latin?: string | undefined;
  /** Of `text`: what a browser offers and a check expects. */
  kind?: 'email' | 'phone' | 'web' | undefined;
  /** Of `rows`: what one row is called ("Licence"), its columns (no rows in rows), how many at most. */
  noun?: Words | undefined;
  columns?: Question[] | undefined;
  /** Characters of texts, the largest number, or rows. */
  most?: number | undefined;
};

export type QuestionnaireSection = {
  name: string;
  title: Words;
  lead?: Words | undefined;
  questions: Question[];
};

export type CodeList = { name: string; codes: { code: string; label: Words }[] };

export type Questionnaire = {
  /** `application-1`: the questionnaire's name and its version. */
  id: string;
  name: string;
  version: number;
  title: Words;
  /** Languages it is written in, English first. */
  languages: string[];
  lists: CodeList[];
  sections: QuestionnaireSection[];
};

/** An answer as stored: text, number, ISO day, code, codes, yes or no, or rows of such answers. `null` was cleared. */
export type Answer = string | number | boolean | string[] | Row[] | null;
export type Row = Record<string, string | number | boolean | string[] | null>;
/** By question name; a question nobody answered is not in it. */
export type Answers = Record<string, Answer>;

/** Lists every questionnaire may refer to without carrying them. */
export const houseLists = ['countries', 'sectors', 'languages', 'currencies', 'fee_categories'] as const;

/** Where an answer does not fit: `licences[0].valid_until` as forms and workbooks point to it. */
export type Problem = { section: string; question: string; path: string; message: string };

/** The questionnaire in words: each question as it was shown, each answer as it was shown. */
export type CopyLine = { question: string; answer: string };
export type Copy = { section: string; title: string; answers: CopyLine[] }[];
