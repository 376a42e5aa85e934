import { mostCellCharacters } from '#app/platform/tables/table.ts';

import type { Answer, Question, Questionnaire } from '../definition.ts';
import { choicesOf, listOf } from './choices.ts';
import { sheetWords } from './wording.ts';

/** What XML cannot carry, and what spreadsheets would read as an escape, is escaped as spreadsheets do. */
export const inCell = (text: string) =>
  text
    .replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\p{Cc}\ufffe\uffff]/gu, (sign) =>
      sign === '\n' || sign === '\t'
        ? sign
        : `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    );

/** Before it, spreadsheets count a day that never was. */
const firstDay = '1900-03-01';

type Setting = { questionnaire: Questionnaire; language: string };

/** An answer as it stands in its cell; nothing where it is longer than a cell: empty cells change nothing. */
export function cellOf(question: Question, answer: Answer | undefined, setting: Setting) {
  if (answer === null || answer === undefined || answer === '') return null;
  const value = valueOf(question, answer, setting);
  if (typeof value !== 'string') return value;
  const text = inCell(value);
  return text.length > mostCellCharacters ? null : text;
}

function valueOf(question: Question, answer: NonNullable<Answer>, { questionnaire, language }: Setting) {
  if (Array.isArray(answer)) {
    const texts = answer.filter((each) => typeof each === 'string');
    if (question.type !== 'choices') return texts.join('\n');
    const { textOf } = choicesOf(questionnaire, listOf(question), language);
    return texts.map(textOf).join('; ');
  }
  if (typeof answer === 'boolean') return answer ? sheetWords.yes : sheetWords.no;
  if (typeof answer === 'number') return answer;
  switch (question.type) {
    case 'choice':
      return choicesOf(questionnaire, listOf(question), language).textOf(answer);
    case 'yes_no':
      return answer === 'yes' ? sheetWords.yes : sheetWords.no;
    case 'day':
      return answer >= firstDay && /^\d{4}-\d\d-\d\d$/.test(answer)
        ? new Date(`${answer}T00:00:00Z`)
        : answer;
    default:
      return answer;
  }
}
