import { rowsOf } from './asking.ts';
import type { Answer, Question, Questionnaire } from './definition.ts';
import { hasCode } from './lists.ts';
import { inLanguage } from './words.ts';

/** What stands in for a missing `most`. */
export const sizes = {
  text: 300,
  long_text: 5000,
  lines: 100,
  choices: 500,
  rows: 200,
  number: 1e12,
} as const;

export const labelled = (question: Question) => `“${inLanguage(question.label, 'en')}”`;

/** Why an answer that somebody gave does not fit its question; nothing where it does. */
export function misfit(questionnaire: Questionnaire, question: Question, answer: Answer): string | undefined {
  const label = labelled(question);
  switch (question.type) {
    case 'text':
    case 'long_text':
      return typeof answer === 'string' ? textMisfit(question, answer) : `Enter text for ${label}`;
    case 'lines':
      return linesMisfit(question, answer);
    case 'integer':
    case 'decimal':
      return numberMisfit(question, answer);
    case 'day':
      return typeof answer === 'string' && isDay(answer)
        ? undefined
        : `Enter a day for ${label}, such as 2026-11-30`;
    case 'yes_no':
      return typeof answer === 'boolean' || answer === 'yes' || answer === 'no'
        ? undefined
        : `Choose yes or no for ${label}`;
    case 'choice':
      return typeof answer === 'string' && hasCode(questionnaire, question.list ?? '', answer)
        ? undefined
        : `Choose an answer from the list for ${label}`;
    case 'choices':
      return choicesMisfit(questionnaire, question, answer);
    case 'tick':
      return typeof answer === 'boolean' ? undefined : `Tick ${label} or leave it open`;
    case 'rows':
      return rowsMisfit(question, answer);
  }
}

const tooLong = (question: Question, most: number) =>
  `Use at most ${inDigits(most)} characters for ${labelled(question)}`;
const inDigits = (number: number) => number.toLocaleString('en-GB');

function textMisfit(question: Question, answer: string) {
  const most = question.most ?? (question.type === 'text' ? sizes.text : sizes.long_text);
  if (Array.from(answer).length > most) return tooLong(question, most);
  if (question.kind && !kinds[question.kind].fits(answer))
    return `Enter ${kinds[question.kind].wanted} for ${labelled(question)}`;
  return undefined;
}

const kinds = {
  email: {
    fits: (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) && text.length <= 254,
    wanted: 'an email address such as name@agency.example',
  },
  phone: {
    fits: (text: string) => /^\+?[\p{Nd}\s().\-/]{5,40}$/u.test(text),
    wanted: 'a phone number with its country code, such as +977 1 5550101,',
  },
  web: { fits: isWebAddress, wanted: 'an address such as https://agency.example' },
};

function isWebAddress(text: string) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) && url.hostname.includes('.');
}

function linesMisfit(question: Question, answer: Answer) {
  if (!isTexts(answer)) return `Enter text for ${labelled(question)}, one a line`;
  const most = question.most ?? sizes.lines;
  if (answer.length > most) return `Enter at most ${inDigits(most)} lines for ${labelled(question)}`;
  return answer.some((line) => Array.from(line).length > sizes.text)
    ? tooLong(question, sizes.text) + ', each line'
    : undefined;
}

function numberMisfit(question: Question, answer: Answer) {
  const whole = question.type === 'integer';
  if (typeof answer !== 'number' || !Number.isFinite(answer) || (whole && !Number.isInteger(answer)))
    return `Enter a ${whole ? 'whole ' : ''}number for ${labelled(question)}`;
  const most = question.most ?? sizes.number;
  return Math.abs(answer) > most ? `Enter at most ${inDigits(most)} for ${labelled(question)}` : undefined;
}

function choicesMisfit(questionnaire: Questionnaire, question: Question, answer: Answer) {
  const fits =
    isTexts(answer) &&
    new Set(answer).size === answer.length &&
    answer.every((code) => hasCode(questionnaire, question.list ?? '', code));
  return fits ? undefined : `Choose answers from the list for ${labelled(question)}`;
}

function rowsMisfit(question: Question, answer: Answer) {
  if (!Array.isArray(answer) || rowsOf(answer).length < answer.length)
    return `Enter rows for ${labelled(question)}`;
  const most = question.most ?? sizes.rows;
  return answer.length > most ? `Enter at most ${inDigits(most)} rows for ${labelled(question)}` : undefined;
}

const isTexts = (answer: Answer): answer is string[] =>
  Array.isArray(answer) && answer.every((each) => typeof each === 'string');

/** A day there is, in a year people mean. */
export function isDay(text: string) {
  if (!/^(?:1[89]|2[01])\d\d-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
