import { namesIn, speaksOfSelf, type Expression } from '#app/expression/expression.ts';
import { parseExpression } from '#app/expression/parse.ts';

import type { Question, Questionnaire, Words } from '../definition.ts';
import { isHouseList } from '../lists.ts';

/** What keeps a questionnaire from being asked though every part of it is well formed: in words, for its author. */
export function faultsOf(questionnaire: Questionnaire): string[] {
  const { id, name, version, languages, lists, sections } = questionnaire;
  const questions = sections.flatMap((section) => section.questions);
  const all = questions.flatMap((question) => [question, ...(question.columns ?? [])]);
  const known = new Set(all.map((question) => question.name));
  return [
    ...(id === `${name}-${version}` ? [] : [`The id must be ${name}-${version}, not ${id}`]),
    ...(languages[0] === 'en' ? [] : ['English comes first among the languages']),
    ...twice('Section', sections),
    ...twice('Question', all),
    ...twice('List', lists),
    ...lists.flatMap((list) =>
      twice(
        `Code of ${list.name}`,
        list.codes.map(({ code }) => ({ name: code })),
      ),
    ),
    ...foreignWords(questionnaire, all),
    ...all.flatMap((question) => [...kindFaults(question, questionnaire), ...textFaults(question, known)]),
    ...latinFaults(questions),
    ...circles(all),
  ];
}

const twice = (what: string, named: readonly { name: string }[]) =>
  named
    .filter(({ name }, place) => named.findIndex((other) => other.name === name) < place)
    .map(({ name }) => `${what} ${name} is there twice`);

function foreignWords({ languages, lists, sections, title }: Questionnaire, questions: Question[]) {
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
      .map((language) => `${where} speaks ${language}, which is not among the languages`),
  );
}

function kindFaults(question: Question, { lists }: Questionnaire): string[] {
  const { name, type, list, noun, columns, kind, latin } = question;
  const chosen = type === 'choice' || type === 'choices';
  const rows = type === 'rows';
  const isThere = list !== undefined && (isHouseList(list) || lists.some((each) => each.name === list));
  return [
    ...(chosen && !isThere ? [`${name} asks to choose from ${list ?? 'no list'}, which is not there`] : []),
    ...(!chosen && list !== undefined ? [`${name} has a list, but nothing is chosen`] : []),
    ...(rows && !columns?.length ? [`${name} has rows without columns`] : []),
    ...(rows && !noun ? [`${name} does not say what one row is called`] : []),
    ...(!rows && columns ? [`${name} has columns, but no rows`] : []),
    ...(type !== 'text' && (kind ?? latin)
      ? [`${name} is no text, so it has neither kind nor Latin letters`]
      : []),
  ];
}

function textFaults(question: Question, known: ReadonlySet<string>): string[] {
  const { name, relevant, required, constraint } = question;
  const texts = [
    { what: 'relevant', text: relevant, self: false },
    { what: 'required', text: required === true ? undefined : required, self: false },
    { what: 'constraint', text: constraint?.that, self: true },
  ];
  return texts.flatMap(({ what, text, self }) => {
    if (text === undefined) return [];
    const parsed = parseExpression(text);
    const where = `${name}, ${what}`;
    if (!parsed.ok) return [`${where}: ${parsed.message} at character ${parsed.at + 1} of ${text}`];
    return [
      ...namesIn(parsed.expression)
        .filter((each) => !known.has(each))
        .map((each) => `${where}: nothing is called ${each}`),
      ...(!self && speaksOfSelf(parsed.expression) ? [`${where}: a point has no answer to stand for`] : []),
    ];
  });
}

/** The answer in Latin letters stands beside the one it is made from: both columns of one list, or neither. */
function latinFaults(questions: Question[]): string[] {
  const beside = [questions, ...questions.map(({ columns }) => columns ?? [])];
  return beside.flatMap((group) =>
    group
      .filter(
        ({ latin }) =>
          latin !== undefined && !group.some(({ name, type }) => name === latin && type === 'text'),
      )
      .map(({ name, latin }) => `${name}: ${latin ?? ''} is no text beside it that could hold Latin letters`),
  );
}

/** A question that is asked only if itself was answered would never be asked. */
function circles(questions: Question[]): string[] {
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
    .map(({ name }) => `${name} is asked only if it was answered: conditions lead in a circle`);
}
