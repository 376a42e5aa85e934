import { rowsOf } from './asking.ts';
import type { Answer, Question, Questionnaire } from './definition.ts';
import { hasCode } from './lists.ts';
import { labelled, numberInWords, say } from './words/said.ts';
import type { Saying } from './words/sayings.ts';

/** What stands in for a missing `most`. */
export const sizes = {
  text: 300,
  long_text: 5000,
  lines: 100,
  choices: 500,
  rows: 200,
  number: 1e12,
} as const;

/** Why an answer that somebody gave does not fit its question, in their language; nothing where it does. */
export function misfit(
  questionnaire: Questionnaire,
  question: Question,
  answer: Answer,
  language = 'en',
): string | undefined {
  const wrong = misfitOf(questionnaire, question, answer);
  if (!wrong) return undefined;
  const { saying, most } = wrong;
  return say(language, saying, {
    label: labelled(question, language),
    ...(most === undefined ? {} : { most: numberInWords(most, language) }),
  });
}

type Misfit = { saying: Saying; most?: number };
const unless = (fits: boolean, saying: Saying): Misfit | undefined => (fits ? undefined : { saying });

function misfitOf(questionnaire: Questionnaire, question: Question, answer: Answer): Misfit | undefined {
  const knows = (code: unknown) =>
    typeof code === 'string' && hasCode(questionnaire, question.list ?? '', code);
  switch (question.type) {
    case 'text':
    case 'long_text':
      return typeof answer === 'string' ? textMisfit(question, answer) : { saying: 'text' };
    case 'lines':
      return linesMisfit(question, answer);
    case 'integer':
    case 'decimal':
      return numberMisfit(question, answer);
    case 'day':
      return unless(typeof answer === 'string' && isDay(answer), 'day');
    case 'yes_no':
      return unless(typeof answer === 'boolean' || answer === 'yes' || answer === 'no', 'yes_or_no');
    case 'choice':
      return unless(knows(answer), 'one_of_list');
    case 'choices':
      return unless(
        isTexts(answer) && new Set(answer).size === answer.length && answer.every(knows),
        'some_of_list',
      );
    case 'tick':
      return unless(typeof answer === 'boolean', 'tick_or_leave');
    case 'rows':
      return rowsMisfit(question, answer);
  }
}

function textMisfit({ type, kind, most: own }: Question, answer: string): Misfit | undefined {
  const most = own ?? (type === 'text' ? sizes.text : sizes.long_text);
  if (Array.from(answer).length > most) return { saying: 'too_long', most };
  return kind && !kinds[kind](answer) ? { saying: kind } : undefined;
}

const kinds = {
  email: (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) && text.length <= 254,
  phone: (text: string) => /^\+?[\p{Nd}\s().\-/]{5,40}$/u.test(text),
  web: isWebAddress,
};

function isWebAddress(text: string) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) && url.hostname.includes('.');
}

function linesMisfit({ most: own }: Question, answer: Answer): Misfit | undefined {
  if (!isTexts(answer)) return { saying: 'lines' };
  const most = own ?? sizes.lines;
  if (answer.length > most) return { saying: 'too_many_lines', most };
  return answer.some((line) => Array.from(line).length > sizes.text)
    ? { saying: 'line_too_long', most: sizes.text }
    : undefined;
}

function numberMisfit({ type, most: own }: Question, answer: Answer): Misfit | undefined {
  const whole = type === 'integer';
  if (typeof answer !== 'number' || !Number.isFinite(answer) || (whole && !Number.isInteger(answer)))
    return { saying: whole ? 'whole_number' : 'number' };
  const most = own ?? sizes.number;
  return Math.abs(answer) > most ? { saying: 'too_much', most } : undefined;
}

function rowsMisfit({ most: own }: Question, answer: Answer): Misfit | undefined {
  if (!Array.isArray(answer) || rowsOf(answer).length < answer.length) return { saying: 'rows' };
  const most = own ?? sizes.rows;
  return answer.length > most ? { saying: 'too_many_rows', most } : undefined;
}

const isTexts = (answer: Answer): answer is string[] =>
  Array.isArray(answer) && answer.every((each) => typeof each === 'string');

/** A day there is, in a year people mean. */
export function isDay(text: string) {
  if (!/^(?:1[89]|2[01])\d\d-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
