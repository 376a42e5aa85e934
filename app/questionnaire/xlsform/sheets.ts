import type { CodeList, Question, Questionnaire, QuestionnaireSection, Words } from '../definition.ts';
import { codesOf, isHouseList } from '../lists.ts';
import { say } from '../words/said.ts';
import { headFor, typeNames, type SheetName } from './layout.ts';

/** One row by the heads of its columns. */
export type Line = Record<string, string | number>;
export type Sheets = Record<SheetName, { columns: string[]; lines: Line[] }>;

/** A definition as the rows of an XLSForm. */
export function sheetsOf(questionnaire: Questionnaire): Sheets {
  const { languages } = questionnaire;
  const inEach = (column: string) => languages.map((language) => headFor(column, language));
  const yesNo = freeName(questionnaire);
  return {
    survey: {
      columns: [
        ...['type', 'name', ...inEach('label'), ...inEach('hint'), 'required', 'relevant', 'constraint'],
        ...[...inEach('constraint_message'), 'appearance', 'fairroute_name', 'fairroute_type'],
        ...['fairroute_kind', 'fairroute_latin', 'fairroute_most', ...inEach('fairroute_noun')],
      ],
      lines: questionnaire.sections.flatMap((section) => sectionLines(section, { questionnaire, yesNo })),
    },
    choices: {
      columns: ['list_name', 'name', ...inEach('label')],
      lines: choiceLines(questionnaire, yesNo),
    },
    settings: {
      columns: [
        ...['form_title', 'form_id', 'version', 'default_language', 'fairroute_languages'],
        ...inEach('form_title'),
      ],
      lines: [settingsOf(questionnaire)],
    },
  };
}

function settingsOf({ title, name, version, languages }: Questionnaire): Line {
  return {
    form_title: title.en,
    form_id: name,
    version,
    default_language: headFor('', 'en').slice(2),
    fairroute_languages: languages.join(' '),
    ...inWords('form_title', title),
  };
}

const inWords = (column: string, words: Words | undefined): Line =>
  Object.fromEntries(
    Object.entries(words ?? {}).map(([language, text]) => [headFor(column, language), text]),
  );

type Around = { questionnaire: Questionnaire; yesNo: string };

function sectionLines({ name, title, lead, questions }: QuestionnaireSection, around: Around): Line[] {
  const taken = namesIn(around.questionnaire).has(name);
  return [
    {
      type: 'begin_group',
      name: taken ? `section_${name}` : name,
      appearance: 'field-list',
      ...(taken ? { fairroute_name: name } : {}),
      ...inWords('label', title),
    },
    ...(lead ? [{ type: 'note', name: `lead_of_${name}`, ...inWords('label', lead) }] : []),
    ...questions.flatMap((question) => questionLines(question, around)),
    { type: 'end_group' },
  ];
}

const namesIn = ({ sections }: Questionnaire) =>
  new Set(
    sections.flatMap(({ questions }) =>
      questions.flatMap(({ name, columns = [] }) => [name, ...columns.map((column) => column.name)]),
    ),
  );

const questionLines = (question: Question, around: Around): Line[] => [
  questionLine(question, around),
  ...(question.columns ?? []).map((column) => questionLine(column, around)),
  ...(question.type === 'rows' ? [{ type: 'end_repeat' }] : []),
];

function questionLine(question: Question, { yesNo }: Around): Line {
  const { name, type, label, hint, list, required, relevant, constraint, latin, kind, noun, most } = question;
  const chosenFrom = type === 'yes_no' ? yesNo : list;
  const exact = type === 'long_text' || type === 'lines' || type === 'yes_no';
  return {
    type: [typeNames[type], chosenFrom].filter(Boolean).join(' '),
    name,
    ...inWords('label', label),
    ...inWords('hint', hint),
    ...(required === undefined ? {} : { required: required === true ? 'yes' : required }),
    ...(relevant === undefined ? {} : { relevant }),
    ...(constraint
      ? { constraint: constraint.that, ...inWords('constraint_message', constraint.message) }
      : {}),
    ...(type === 'long_text' || type === 'lines' ? { appearance: 'multiline' } : {}),
    ...(exact ? { fairroute_type: type } : {}),
    ...(kind ? { fairroute_kind: kind } : {}),
    ...(latin ? { fairroute_latin: latin } : {}),
    ...(most === undefined ? {} : { fairroute_most: most }),
    ...inWords('fairroute_noun', noun),
  };
}

function choiceLines(questionnaire: Questionnaire, yesNo: string): Line[] {
  const { languages, lists } = questionnaire;
  const questions = questionnaire.sections.flatMap((section) => section.questions);
  const all = questions.flatMap((question) => [question, ...(question.columns ?? [])]);
  const house = new Set(all.flatMap(({ list }) => (list !== undefined && isHouseList(list) ? [list] : [])));
  const asked = all.some(({ type }) => type === 'yes_no');
  return [
    ...lists.flatMap(listLines),
    ...(asked ? listLines(yesOrNo(yesNo, languages)) : []),
    ...[...house].flatMap((name) => houseLines(questionnaire, name)),
  ];
}

const listLines = ({ name, codes }: CodeList): Line[] =>
  codes.map(({ code, label }) => ({ list_name: name, name: code, ...inWords('label', label) }));

const yesOrNo = (name: string, languages: string[]): CodeList => ({
  name,
  codes: (['yes', 'no'] as const).map((code) => ({
    code,
    label: {
      en: say('en', code),
      ...Object.fromEntries(languages.map((language) => [language, say(language, code)])),
    },
  })),
});

/** Other tools know none of the house's lists, so their codes go along. */
function houseLines(questionnaire: Questionnaire, name: string): Line[] {
  const labels = questionnaire.languages.map((language) => ({
    head: headFor('label', language),
    byCode: new Map(codesOf(questionnaire, name, language).map(({ value, label }) => [value, label])),
  }));
  return codesOf(questionnaire, name, 'en').map(({ value }) => ({
    list_name: name,
    name: value,
    ...Object.fromEntries(labels.map(({ head, byCode }) => [head, byCode.get(value) ?? value])),
  }));
}

/** The list of yes and no, which only other tools need: called as no list of the questionnaire is. */
function freeName({ lists }: Questionnaire) {
  let name = 'yes_no';
  while (isHouseList(name) || lists.some((list) => list.name === name)) name += '_';
  return name;
}
