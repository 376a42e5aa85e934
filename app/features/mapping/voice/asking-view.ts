import type { Question, Questionnaire } from '#app/questionnaire/definition.ts';
import { codesOf } from '#app/questionnaire/lists.ts';
import { inLanguage } from '#app/questionnaire/words.ts';

import type { MarkLanguage } from '../../register/marks/model.ts';
import { pagesOf, questionsOn, readTyped, type Problems, type Typed } from './taking.ts';
import { voiceWords } from './words/words.ts';

type Option = { value: string; label: string };
/** One question as a worker sees it; what was typed comes back with the page. */
export type Asked = {
  name: string;
  as: 'number' | 'whole' | 'list' | 'one' | 'some';
  label: string;
  hint: string | undefined;
  options: Option[];
  said: string[];
  problem: string | undefined;
};
export type AskingView = {
  id: string;
  version: string;
  page: number;
  pages: number;
  title: string;
  section: string;
  lead: string | undefined;
  questions: Asked[];
  /** What was answered on other pages: it goes along, and is kept nowhere else. */
  along: [name: string, text: string][];
  /** Of the questions, where they are not in the language of the page. */
  spoken: string;
};

type At = {
  id: string;
  page: number;
  typed: Typed;
  problems: Problems;
  language: MarkLanguage;
  today: string;
};

/** More than these are quicker to find in a list that opens. */
const mostOpen = 7;

function optionsOf(questionnaire: Questionnaire, { type, list }: Question, language: MarkLanguage): Option[] {
  const { yes, no } = voiceWords[language];
  if (type === 'yes_no')
    return [
      { value: 'yes', label: yes },
      { value: 'no', label: no },
    ];
  if (type === 'tick') return [{ value: 'on', label: yes }];
  return list === undefined ? [] : codesOf(questionnaire, list, language);
}

function askedAs(type: Question['type'], options: number): Asked['as'] {
  if (type === 'integer') return 'whole';
  if (type === 'decimal') return 'number';
  if (type === 'choices') return 'some';
  return options > mostOpen ? 'list' : 'one';
}

/** One page of the questions, with all that goes along. */
export function askingView(questionnaire: Questionnaire, at: At): AskingView {
  const { page, typed, problems, language, today } = at;
  const { answers } = readTyped(questionnaire, typed, { today, language });
  const pages = pagesOf(questionnaire);
  const own = questionsOn(questionnaire, page, { answers, today });
  const here = new Set(own.map(({ name }) => name));
  const section = pages[page];
  return {
    ...{ id: at.id, version: questionnaire.id, page, pages: pages.length },
    title: inLanguage(questionnaire.title, language),
    section: section ? inLanguage(section.title, language) : '',
    lead: section?.lead && inLanguage(section.lead, language),
    questions: own.map((question) => {
      const options = optionsOf(questionnaire, question, language);
      return {
        ...{ name: question.name, options, as: askedAs(question.type, options.length) },
        label: inLanguage(question.label, language),
        hint: question.hint && inLanguage(question.hint, language),
        ...{ said: typed[question.name] ?? [], problem: problems[question.name] },
      };
    }),
    along: Object.entries(typed).flatMap(([name, texts]) =>
      here.has(name) ? [] : texts.map((text): [string, string] => [name, text]),
    ),
    spoken: questionnaire.languages.includes(language) ? language : 'en',
  };
}
