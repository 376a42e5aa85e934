import { rowsOf } from '../asking.ts';
import type { Answers, Question, Questionnaire, Row } from '../definition.ts';
import { same } from '../merge.ts';
import { problemsOf } from '../rules.ts';
import type { Collected } from './collect.ts';

/**
 * What breaks a condition of its question is left out and listed, and what stood there before stays. What is only
 * missing, or was not touched, is for the pages to say.
 */
export function leaveOutMisfits(collected: Collected, questionnaire: Questionnaire, today: string) {
  const { answers, problems, places } = collected;
  for (const { path, message } of problemsOf(questionnaire, answers, today)) {
    const place = places[path];
    if (place && putBack(collected, path)) problems.push({ ...place, reason: message });
  }
  for (const { name, type } of questionnaire.sections.flatMap(({ questions }) => questions))
    if (type === 'rows' && name in answers) leaveOutEmpty(answers, name);
}

function leaveOutEmpty(answers: Answers, name: Question['name']) {
  const filled = rowsOf(answers[name]).filter((row) => Object.keys(row).length > 0);
  if (filled.length > 0) answers[name] = filled;
  else Reflect.deleteProperty(answers, name);
}

/** Whether there was something to put back: an answer that stood before, or none. */
function putBack({ answers, stood, rowsBefore }: Collected, path: string) {
  const [, name, index, column] = /^(\w+)\[(\d+)\]\.(\w+)$/.exec(path) ?? [];
  if (name === undefined || column === undefined) return restore(answers, stood, path);
  const row = rowsOf(answers[name])[Number(index)];
  return row !== undefined && restore(row, rowsBefore[`${name}[${index ?? ''}]`] ?? {}, column);
}

function restore<T extends Answers | Row>(now: T, before: T, name: string) {
  const value = before[name];
  if (!(name in now) || same(now[name], value)) return false;
  Reflect.deleteProperty(now, name);
  if (value !== undefined) Object.assign(now, { [name]: value });
  return true;
}
