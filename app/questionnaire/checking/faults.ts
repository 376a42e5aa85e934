import { namesIn, speaksOfSelf, type Expression } from '#app/expression/expression.ts';
import { parseExpression } from '#app/expression/parse.ts';

import type { Question, Questionnaire, Words } from '../definition.ts';
import { isHouseList } from '../lists.ts';

/** What is wrong, and with what: a section, a question or a list by its name; nothing for the questionnaire itself. */
export type Fault = {
  of?: string | undefined;
  part?: 'relevant' | 'required' | 'constraint' | 'list' | undefined;
  message: string;
};

/** What keeps a questionnaire from being asked though every part of it is well formed: in words, for its author. */
export const faultsOf = (questionnaire: Questionnaire): string[] =>
  faultsFound(questionnaire).map(({ message }) => message);

/** The same, each with its place. */
export function faultsFound(questionnaire: Questionnaire): Fault[] {
  const { id, name, version, languages, lists, sections } = questionnaire;
  const questions = sections.flatMap((section) => section.questions);
  const all = questions.flatMap((question) => [question, ...(question.columns ?? [])]);
  const known = new Set(all.map((question) => question.name));
  return [
    ...(id === `${name}-${version}` ? [] : [{ message: `The id must be ${name}-${version}, not ${id}` }]),
    ...(languages[0] === 'en' ? [] : [{ message: 'English comes first among the languages' }]),
    ...twice('Section', sections),
    ...twice('Question', all),
    ...twice('List', lists),
    ...lists.flatMap((list) =>
      twice(
        `Code of ${list.name}`,
        list.codes.map(({ code }) => ({ name: code })),
      ).map(({ message }) => ({ of: list.name, message })),
    ),
    ...foreignWords(questionnaire, all),
    ...all.flatMap((question) => [...kindFaults(question, questionnaire), ...textFaults(question, known)]),
    ...latinFaults(questions),
    ...circles(all),
  ];
}

const twice = (what: string, named: readonly { name: string }[]): Fault[] =>
  named
    .filter(({ name }, place) => named.findIndex((other) => other.name === name) < place)
    .map(({ name }) => ({ of: name, message: `${what} ${name} is there twice` }));

function foreignWords({ languages, lists, sections, title }: Questionnaire, questions: Question[]): Fault[] {
  const wordings: [string, Words | undefined][] = [
    ['title', title],
    ...sections.flatMap((each): [string, Words | undefined][] => [
      [each.name, each.title],
      [each.name, each.lead],
    ]),
    ...lists.flatMap((each) => each.codes.map(({ label }): [string, Words] => [each.name, label])),
    ...questions.flatMap((each) =>
      [each.label, each.hint, each.noun, each.constraint?.message].map(
        (words): [string, Words | undefined] => [each.name, words],
      ),
    ),
  ];
  return wordings.flatMap(([where, words]) =>
    Object.keys(words ?? {})
      .filter((language) => !languages.includes(language))
      .map((language) => ({
        of: where,
        message: `${where} speaks ${language}, which is not among the languages`,
      })),
  );
}

function kindFaults(question: Question, { lists }: Questionnaire): Fault[] {
  const { name, type, list, noun, columns, kind, latin } = question;
  const chosen = type === 'choice' || type === 'choices';
  const rows = type === 'rows';
  const isThere = list !== undefined && (isHouseList(list) || lists.some((each) => each.name === list));
  const found = (wrong: boolean, message: string, part?: 'list'): Fault[] =>
    wrong ? [{ of: name, part, message: `${name} ${message}` }] : [];
  return [
    ...found(chosen && !isThere, `asks to choose from ${list ?? 'no list'}, which is not there`, 'list'),
    ...found(!chosen && list !== undefined, 'has a list, but nothing is chosen', 'list'),
    ...found(rows && !columns?.length, 'has rows without columns'),
    ...found(rows && !noun, 'does not say what one row is called'),
    ...found(!rows && columns !== undefined, 'has columns, but no rows'),
    ...found(
      type !== 'text' && (kind ?? latin) !== undefined,
      'is no text, so it has neither kind nor Latin letters',
    ),
  ];
}

function textFaults(question: Question, known: ReadonlySet<string>): Fault[] {
  const { name, relevant, required, constraint } = question;
  const texts = [
    { part: 'relevant', text: relevant, self: false },
    { part: 'required', text: required === true ? undefined : required, self: false },
    { part: 'constraint', text: constraint?.that, self: true },
  ] as const;
  return texts.flatMap(({ part, text, self }) => {
    if (text === undefined) return [];
    const parsed = parseExpression(text);
    const fault = (message: string): Fault => ({ of: name, part, message: `${name}, ${part}: ${message}` });
    if (!parsed.ok) return [fault(`${parsed.message} at character ${parsed.at + 1} of ${text}`)];
    return [
      ...namesIn(parsed.expression)
        .filter((each) => !known.has(each))
        .map((each) => fault(`nothing is called ${each}`)),
      ...(!self && speaksOfSelf(parsed.expression) ? [fault('a point has no answer to stand for')] : []),
    ];
  });
}

/** The answer in Latin letters stands beside the one it is made from: both columns of one list, or neither. */
function latinFaults(questions: Question[]): Fault[] {
  const beside = [questions, ...questions.map(({ columns }) => columns ?? [])];
  return beside.flatMap((group) =>
    group
      .filter(
        ({ latin }) =>
          latin !== undefined && !group.some(({ name, type }) => name === latin && type === 'text'),
      )
      .map(({ name, latin }) => ({
        of: name,
        message: `${name}: ${latin ?? ''} is no text beside it that could hold Latin letters`,
      })),
  );
}

/** A question that is asked only if itself was answered would never be asked. */
function circles(questions: Question[]): Fault[] {
  const conditions = new Map(
    questions.flatMap(({ name, relevant }): [string, Expression][] => {
      const parsed = relevant === undefined ? undefined : parseExpression(relevant);
      return parsed?.ok ? [[name, parsed.expression]] : [];
    }),
  );
  const leadsBack = (start: string) => {
    const past = new Set<string>();
    const open = [start];
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      const condition = conditions.get(name);
      const next = condition ? namesIn(condition) : [];
      if (next.includes(start)) return true;
      open.push(...next.filter((each) => !past.has(each)));
      for (const each of next) past.add(each);
    }
    return false;
  };
  return questions
    .filter(({ name }) => leadsBack(name))
    .map(({ name }) => ({
      of: name,
      part: 'relevant',
      message: `${name} is asked only if it was answered: conditions lead in a circle`,
    }));
}
