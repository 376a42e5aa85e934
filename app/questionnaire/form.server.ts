import { parse, type SubmissionResult } from '@conform-to/react';

import { formOf } from '#app/platform/form.server.ts';

import { asking } from './asking.ts';
import type { Answers, Problem, Question, Questionnaire, QuestionnaireSection } from './definition.ts';
import { toEdit } from './edit.ts';
import { readAnswer, readRows, saysSomething } from './reading/answer.ts';
import { problemsIn } from './rules.ts';
import { labelled, say } from './words/said.ts';
import { choicesIn, ownPart, seenIn, takeTheirs } from './reading/sent.server.ts';

export type SectionRead = {
  /** Brings what was sent back to the page, with messages by path. */
  reply: SubmissionResult<string[]>;
  /** What could be read of this section: `null` was cleared; what is not asked is not in it. */
  answers: Answers;
  problems: Problem[];
  seen: Record<string, number>;
  choices: Record<string, 'mine' | 'theirs'>;
  /** A button only added or removed a row: nothing is to be saved. */
  intent: boolean;
};

type ToRead = {
  questionnaire: Questionnaire;
  section: QuestionnaireSection;
  /** As saved: conditions speak of other sections, too. */
  answers: Answers;
  today: string;
  /** What is wrong is said in it; English where nothing is given. */
  language?: string;
};

type Reading = { answers: Answers; problems: Problem[] };

/** One section of a questionnaire as a person sent it. */
export async function readSection(request: Request, to: ToRead): Promise<SectionRead> {
  const { section } = to;
  const form = await formOf(request);
  const own = ownPart(form, section);
  const intent = own.has('__intent__');
  const { choices, unchosen } = choicesIn(form, section);
  takeTheirs(own, toEdit(section, to.answers), choices);
  const readings: Reading[] = [];
  const submission = parse<Answers, string[]>(own, {
    resolve(payload) {
      if (intent) return {};
      const reading = readingOf(tidied(payload, section), new Set(own.keys()), to);
      const problems = inOrder(section, reading.problems, unchosen.map(toChoose(to)));
      readings.push({ ...reading, problems });
      return problems.length > 0 ? { error: byPath(problems) } : { value: reading.answers };
    },
  });
  // Who did not choose has not yet seen what a colleague saved: both answers are shown again.
  const seen = Object.entries(seenIn(form, section)).filter(([question]) => !unchosen.includes(question));
  return {
    ...(readings[0] ?? { answers: {}, problems: [] }),
    reply: submission.reply(),
    seen: Object.fromEntries(seen),
    choices,
    intent,
  };
}

const toChoose =
  ({ section, language = 'en' }: ToRead) =>
  (name: string) => {
    const question = section.questions.find((each) => each.name === name);
    const label = question ? labelled(question, language) : name;
    const message = say(language, 'choose_which', { label });
    return { question: name, path: `choose.${name}`, message };
  };

/** Rows in which nothing stands are taken out before anything is said by their places; one stays to be filled. */
function tidied(payload: Record<string, unknown>, { questions }: QuestionnaireSection) {
  for (const { name, type } of questions) {
    const sent = payload[name];
    if (type !== 'rows' || !Array.isArray(sent)) continue;
    const rows: unknown[] = sent.filter(saysSomething);
    payload[name] = rows.length > 0 ? rows : [{}];
  }
  return payload;
}

type Unread = { question: string; path: string; message: string };

function readingOf(payload: Record<string, unknown>, sent: ReadonlySet<string>, to: ToRead): Reading {
  const { questionnaire, section, today, language = 'en' } = to;
  const unread: Unread[] = [];
  const read: Answers = {};
  for (const question of section.questions) {
    if (!isSent(question, sent)) continue;
    const sentOfIt = payload[question.name];
    const own =
      question.type === 'rows'
        ? rowsIn(question, sentOfIt, language)
        : answerIn(question, sentOfIt, language);
    if (own.answer !== undefined) read[question.name] = own.answer;
    unread.push(...own.unread.map((each) => ({ question: question.name, ...each })));
  }
  const blanks = Object.fromEntries(unread.map(({ question }): [string, null] => [question, null]));
  const whole = { ...to.answers, ...blanks, ...read };
  const asked = asking(questionnaire, whole, today);
  const isAsked = new Set(section.questions.filter((each) => asked.asks(each)).map(({ name }) => name));
  const answers = Object.fromEntries(Object.entries(read).filter(([name]) => isAsked.has(name)));
  const problems = problemsIn(questionnaire, section.name, whole, { today, language });
  const misread = unread.filter(({ question }) => isAsked.has(question));
  return { answers, problems: inOrder(section, problems, misread) };
}

/** A text that is not on the page at all is left as it is; a box that is not ticked sends nothing. */
const isSent = ({ name, type }: Question, sent: ReadonlySet<string>) =>
  type === 'rows' || type === 'tick' || type === 'choices' || sent.has(name);

function answerIn(question: Question, sent: unknown, language: string) {
  const own = readAnswer(question, sent, language);
  return own.ok
    ? { answer: own.answer, unread: [] }
    : { answer: undefined, unread: [{ path: question.name, message: own.message }] };
}

function rowsIn(question: Question, sent: unknown, language: string) {
  const filled: unknown[] = Array.isArray(sent) ? sent.filter(saysSomething) : [];
  const { rows, unread } = readRows(question, filled, language);
  return { answer: rows.length > 0 ? rows : null, unread };
}

/** What could not be read is said instead of what follows from it, in the order of the page. */
function inOrder(section: QuestionnaireSection, problems: Problem[], unread: Unread[]): Problem[] {
  const paths = new Set(unread.map(({ path }) => path));
  const place = ({ question }: Problem) => section.questions.findIndex(({ name }) => name === question);
  return [
    ...problems.filter(({ path }) => !paths.has(path)),
    ...unread.map((each) => ({ section: section.name, ...each })),
  ].sort((one, other) => place(one) - place(other));
}

function byPath(problems: Problem[]) {
  const errors: Record<string, string[]> = {};
  for (const { path, message } of problems) (errors[path] ??= []).push(message);
  return errors;
}
