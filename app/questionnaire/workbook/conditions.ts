import { conditionInWords } from '../conditions.ts';
import type { ExpressionText, Question, Questionnaire } from '../definition.ts';
import { inLanguage } from '../words.ts';
import { kindsInWords } from './wording.ts';

type Setting = { questionnaire: Questionnaire; language: string };

/** Beside a question: its hint, what to write, and whether or when it must be answered. */
export function howToAnswer(question: Question, setting: Setting) {
  const { hint, type, required, relevant } = question;
  const must =
    required === undefined || required === true ? 'required' : `required ${when(required, setting)}`;
  const asked = required ? capital(must) : 'Optional';
  return [
    hint && sentence(inLanguage(hint, setting.language)),
    kindsInWords[type],
    relevant
      ? sentence(`Only ${when(relevant, setting)}${required ? `; then ${must}` : ''}`)
      : sentence(asked),
  ]
    .filter(Boolean)
    .join(' ');
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

function when(condition: ExpressionText, { questionnaire, language }: Setting) {
  const words = conditionInWords(questionnaire, condition, language);
  return words ? `if ${words}` : 'where your other answers call for it';
}
