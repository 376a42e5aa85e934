import { asking } from '#app/questionnaire/asking.ts';
import type {
  Answers,
  Question,
  Questionnaire,
  QuestionnaireSection,
} from '#app/questionnaire/definition.ts';
import { readAnswer } from '#app/questionnaire/reading/answer.ts';
import { problemsIn, shownIn } from '#app/questionnaire/rules.ts';

import { isAsked } from './rules.ts';

/** What came with a form, as it was typed, by question: it goes along from page to page until it is sent. */
export type Typed = Record<string, string[]>;
export type Problems = Record<string, string>;

/** More than anything asked needs; a page carries no book along. */
const longest = 60;
const mostTexts = 80;

/** A page for each section that asks workers anything. */
export const pagesOf = ({ sections }: Questionnaire): QuestionnaireSection[] =>
  sections
    .map((section) => ({ ...section, questions: section.questions.filter(isAsked) }))
    .filter(({ questions }) => questions.length > 0);

const questionsOf = (questionnaire: Questionnaire): Question[] =>
  pagesOf(questionnaire).flatMap(({ questions }) => questions);

/** Of a form, only what is asked. */
export function typedIn(questionnaire: Questionnaire, form: FormData): Typed {
  const entries = questionsOf(questionnaire).map(({ name }) => {
    const texts = form.getAll(name).filter((each) => typeof each === 'string');
    return [name, texts.map((text) => text.slice(0, longest)).slice(0, mostTexts)] as const;
  });
  return Object.fromEntries(entries.filter(([, texts]) => texts.some((text) => text !== '')));
}

type Reader = { today: string; language: string };
type Read = { answers: Answers; problems: Problems };

/** What was typed, as the answers it is; beside each that cannot be taken, why. */
export function readTyped(questionnaire: Questionnaire, typed: Typed, { today, language }: Reader): Read {
  const problems: Problems = {};
  const answers: Answers = {};
  for (const question of questionsOf(questionnaire)) {
    const read = readAnswer(question, typed[question.name] ?? [], language);
    if (!read.ok) problems[question.name] = read.message;
    else if (read.answer !== null) answers[question.name] = read.answer;
  }
  const asked = asking(questionnaire, answers, today);
  const questions = questionsOf(questionnaire).filter((question) => asked.asks(question));
  const names = new Set(questions.map(({ name }) => name));
  for (const { name } of pagesOf(questionnaire))
    for (const { question, message } of problemsIn(questionnaire, name, answers, { today, language }))
      problems[question] ??= message;
  const own = <T>(record: Record<string, T>) =>
    Object.fromEntries(Object.entries(record).filter(([name]) => names.has(name)));
  return { answers: own(answers), problems: own(problems) };
}

/** The page somebody comes to: the one asked for, or the one that still holds what cannot be taken. */
export function pageAfter(
  questionnaire: Questionnaire,
  { page, go }: { page: number; go: 'next' | 'back' | 'send' },
  problems: Problems,
): number | 'done' {
  const pages = pagesOf(questionnaire);
  const wrong = (at: number) => pages[at]?.questions.some(({ name }) => name in problems) ?? false;
  const here = Math.min(page, pages.length - 1);
  if (go === 'back') return Math.max(0, here - 1);
  if (wrong(here)) return here;
  if (go === 'next') return Math.min(here + 1, pages.length - 1);
  const first = pages.findIndex((_, at) => wrong(at));
  return first === -1 ? 'done' : first;
}

/** The questions of a page, as far as they are asked beside what was answered so far. */
export function questionsOn(
  questionnaire: Questionnaire,
  page: number,
  { answers, today }: { answers: Answers; today: string },
) {
  const section = pagesOf(questionnaire)[page];
  if (!section) return [];
  const shown = new Set(shownIn(questionnaire, section.name, answers, today));
  return section.questions.filter(({ name }) => shown.has(name));
}
