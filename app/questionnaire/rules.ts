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
import { labelled, misfit } from './fitting.ts';

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

/** Everything that keeps the questionnaire from being sent, in the order of its questions. */
export function problemsOf(questionnaire: Questionnaire, answers: Answers, today: string): Problem[] {
  const asked = asking(questionnaire, answers, today);
  return questionnaire.sections.flatMap((section) => sectionProblems(section, answers, asked));
}

export function problemsIn(
  questionnaire: Questionnaire,
  sectionName: string,
  answers: Answers,
  today: string,
) {
  const section = questionnaire.sections.find(({ name }) => name === sectionName);
  return section ? sectionProblems(section, answers, asking(questionnaire, answers, today)) : [];
}

/** Sections with nothing left to answer or to correct. */
export function completeSections(questionnaire: Questionnaire, answers: Answers, today: string): string[] {
  const asked = asking(questionnaire, answers, today);
  return questionnaire.sections
    .filter((section) => sectionProblems(section, answers, asked).length === 0)
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

const sectionProblems = (section: QuestionnaireSection, answers: Answers, asked: Asking): Problem[] =>
  section.questions.flatMap((question) => {
    const told = (path: string, message: string): Problem => ({
      section: section.name,
      question: question.name,
      path,
      message,
    });
    if (!asked.asks(question)) return [];
    const answer = answers[question.name];
    const own = problemWith(question, answer, asked);
    if (own) return [told(question.name, own)];
    return question.type === 'rows'
      ? rowProblems(question, rowsOf(answer), asked).map(([path, message]) => told(path, message))
      : [];
  });

function rowProblems(rows: Question, answer: Row[], asked: Asking): [string, string][] {
  const noun = (rows.noun?.en ?? 'row').toLowerCase();
  return answer.flatMap((row, place) => {
    const own = asked.ofRow(rows, row);
    return (rows.columns ?? []).flatMap((column): [string, string][] => {
      const message = own.asks(column) ? problemWith(column, row[column.name], own) : undefined;
      return message ? [[`${rows.name}[${place}].${column.name}`, `${message} (${noun} ${place + 1})`]] : [];
    });
  });
}

/** The first thing that is wrong with an answer: that there is none, its kind, or what it says. */
function problemWith(question: Question, answer: Answer | undefined, asked: Asking): string | undefined {
  if (answer === undefined || isEmpty(answer) || (question.type === 'tick' && answer === false))
    return isRequired(question, asked) ? missing(question) : undefined;
  const wrong = misfit(asked.questionnaire, question, answer);
  if (wrong) return wrong;
  const { constraint } = question;
  return constraint && !asked.holds(constraint.that, answer) ? constraint.message.en : undefined;
}

const isRequired = ({ required }: Question, asked: Asking) =>
  required === true || (required !== undefined && asked.holds(required));

function missing(question: Question): string {
  const label = labelled(question);
  switch (question.type) {
    case 'choice':
    case 'yes_no':
      return `Choose an answer to ${label}`;
    case 'choices':
      return `Choose at least one answer to ${label}`;
    case 'tick':
      return `Tick ${label}`;
    case 'day':
      return `Enter a day for ${label}`;
    case 'integer':
    case 'decimal':
      return `Enter a number for ${label}, 0 if there is none`;
    case 'rows':
      return `Add at least one ${(question.noun?.en ?? 'row').toLowerCase()} to ${label}`;
    case 'text':
    case 'long_text':
    case 'lines':
      return `Enter an answer to ${label}`;
  }
}
