import { namesIn } from '#app/expression/expression.ts';
import { parseExpression } from '#app/expression/parse.ts';

import { asking, rowsOf, type Asking } from './asking.ts';
import type {
  Answer,
  Answers,
  Problem,
  Question,
  Questionnaire,
  QuestionnaireSection,
  Row,
} from './definition.ts';
import { entriesOf } from './entries.ts';
import { misfit } from './fitting.ts';
import { labelled, nounOf, say } from './words/said.ts';
import type { Saying } from './words/sayings.ts';
import { inLanguage } from './words.ts';

export const isEmpty = (answer: Answer | undefined): boolean =>
  answer === null ||
  answer === undefined ||
  (typeof answer === 'string' && answer.trim() === '') ||
  (Array.isArray(answer) && answer.length === 0);

/** Whether a question is asked at all with these answers; a column, whether its rows are. */
export function isRelevant(questionnaire: Questionnaire, name: string, answers: Answers, today: string) {
  const entry = entriesOf(questionnaire).get(name);
  return entry !== undefined && asking(questionnaire, answers, today).asks(entry.within ?? entry.question);
}

/** Everything that keeps the questionnaire from being sent, in the order of its questions, in words. */
export function problemsOf(
  questionnaire: Questionnaire,
  answers: Answers,
  today: string,
  language = 'en',
): Problem[] {
  const asked = asking(questionnaire, answers, today);
  return questionnaire.sections.flatMap((section) => sectionProblems(section, answers, { asked, language }));
}

/** Who reads the messages, and when. */
export type Reader = { today: string; language: string };

/** What keeps one section from being complete; nothing where there is no such section. */
export function problemsIn(
  questionnaire: Questionnaire,
  sectionName: string,
  answers: Answers,
  { today, language }: Reader,
) {
  const section = questionnaire.sections.find(({ name }) => name === sectionName);
  const asked = asking(questionnaire, answers, today);
  return section ? sectionProblems(section, answers, { asked, language }) : [];
}

/** Sections with nothing left to answer or to correct. */
export function completeSections(questionnaire: Questionnaire, answers: Answers, today: string): string[] {
  const asked = asking(questionnaire, answers, today);
  return questionnaire.sections
    .filter((section) => sectionProblems(section, answers, { asked, language: 'en' }).length === 0)
    .map(({ name }) => name);
}

/**
 * What the page of a section shows, columns of its rows included: what is asked now, and what an answer on the same
 * page may bring up. What only other sections decide is left out where it does not hold.
 */
export function shownIn(questionnaire: Questionnaire, sectionName: string, answers: Answers, today: string) {
  const section = questionnaire.sections.find(({ name }) => name === sectionName);
  const asked = asking(questionnaire, answers, today);
  const shows = (question: Question, own: Asking, past: readonly string[] = []): boolean =>
    own.asks(question) ||
    deciding(questionnaire, question, sectionName).some(
      (other) => !past.includes(other.name) && shows(other, asked, [...past, question.name]),
    );
  return (section?.questions ?? [])
    .filter((question) => shows(question, asked))
    .flatMap((question) => [
      question.name,
      ...(question.columns ?? [])
        .filter((column) => shows(column, asked.ofRow(question, {})))
        .map(({ name }) => name),
    ]);
}

/** Whether answers of that section decide if the question is asked. */
export const dependsOn = (questionnaire: Questionnaire, question: Question, sectionName: string) =>
  deciding(questionnaire, question, sectionName).length > 0;

/** The questions of that section on which it depends whether a question is asked. */
function deciding(questionnaire: Questionnaire, { relevant }: Question, sectionName: string): Question[] {
  const parsed = relevant === undefined ? undefined : parseExpression(relevant);
  if (!parsed?.ok) return [];
  const entries = entriesOf(questionnaire);
  return namesIn(parsed.expression).flatMap((name) => {
    const entry = entries.get(name);
    return entry?.section.name === sectionName ? [entry.question] : [];
  });
}

type Telling = { asked: Asking; language: string };

const sectionProblems = (section: QuestionnaireSection, answers: Answers, telling: Telling): Problem[] =>
  section.questions.flatMap((question) => {
    const told = (path: string, message: string): Problem => ({
      section: section.name,
      question: question.name,
      path,
      message,
    });
    if (!telling.asked.asks(question)) return [];
    const answer = answers[question.name];
    const own = problemWith(question, answer, telling);
    if (own) return [told(question.name, own)];
    return question.type === 'rows'
      ? rowProblems(question, rowsOf(answer), telling).map(([path, message]) => told(path, message))
      : [];
  });

function rowProblems(rows: Question, answer: Row[], { asked, language }: Telling): [string, string][] {
  const noun = nounOf(rows, language);
  return answer.flatMap((row, place) => {
    const own = asked.ofRow(rows, row);
    return (rows.columns ?? []).flatMap((column): [string, string][] => {
      const message = own.asks(column)
        ? problemWith(column, row[column.name], { asked: own, language })
        : undefined;
      const path = `${rows.name}[${place}].${column.name}`;
      return message ? [[path, say(language, 'in_row', { message, noun, place: place + 1 })]] : [];
    });
  });
}

/** The first thing that is wrong with an answer: that there is none, its kind, or what it says. */
function problemWith(question: Question, answer: Answer | undefined, telling: Telling): string | undefined {
  const { asked, language } = telling;
  if (answer === undefined || isEmpty(answer) || (question.type === 'tick' && answer === false))
    return isRequired(question, asked) ? missing(question, language) : undefined;
  const wrong = misfit(asked.questionnaire, question, answer, language);
  if (wrong) return wrong;
  const { constraint } = question;
  return constraint && !asked.holds(constraint.that, answer)
    ? inLanguage(constraint.message, language)
    : undefined;
}

const isRequired = ({ required }: Question, asked: Asking) =>
  required === true || (required !== undefined && asked.holds(required));

const whereMissing: Record<Question['type'], Saying> = {
  choice: 'missing_choice',
  yes_no: 'missing_choice',
  choices: 'missing_choices',
  tick: 'missing_tick',
  day: 'missing_day',
  integer: 'missing_number',
  decimal: 'missing_number',
  rows: 'missing_rows',
  text: 'missing_text',
  long_text: 'missing_text',
  lines: 'missing_text',
};

const missing = (question: Question, language: string) =>
  say(language, whereMissing[question.type], {
    label: labelled(question, language),
    noun: nounOf(question, language),
  });
