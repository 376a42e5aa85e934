import type { QuestionnaireSection } from '../definition.ts';
import type { Edited } from '../edit.ts';
import { sizes } from '../fitting.ts';

const intentName = '__intent__';
const stateName = '__state__';
const mostRows = 1000;

/**
 * What was sent, without what this section does not ask for: names of nobody, places far beyond any list, buttons that
 * are not ours. What is left can be taken apart safely.
 */
export function ownPart(form: FormData, section: QuestionnaireSection) {
  const own = new FormData();
  for (const [name, value] of form) {
    if (typeof value === 'string' && isAsked(section, name)) own.append(name, value);
  }
  const intent = intentOf(form.get(intentName), section);
  if (intent) own.set(intentName, intent);
  const state = form.get(stateName);
  if (typeof state === 'string' && isState(parsed(state))) own.set(stateName, state);
  return own;
}

function isAsked({ questions }: QuestionnaireSection, sent: string) {
  const [, name, place, column] = /^([a-z][a-z0-9_]*)(?:\[(\d{1,4})\]\.([a-z][a-z0-9_]*))?$/.exec(sent) ?? [];
  const question = questions.find((each) => each.name === name);
  if (!question) return false;
  if (column === undefined) return question.type !== 'rows';
  return Number(place) < mostRows && (question.columns ?? []).some((each) => each.name === column);
}

/** A button that adds or removes one row, written anew. */
function intentOf(sent: FormDataEntryValue | null, { questions }: QuestionnaireSection) {
  const { type, payload } = fieldsOf(parsed(sent));
  const { name, index } = fieldsOf(payload);
  const rows = questions.find((question) => question.type === 'rows' && question.name === name);
  if (!rows) return undefined;
  if (type === 'insert') return JSON.stringify({ type, payload: { name } });
  const isPlace = typeof index === 'number' && Number.isInteger(index) && index >= 0 && index < mostRows;
  return type === 'remove' && isPlace ? JSON.stringify({ type, payload: { name, index } }) : undefined;
}

/** The revision of each answer its author saw. What is not a revision of a question here says nothing. */
export function seenIn(form: FormData, { questions }: QuestionnaireSection): Record<string, number> {
  const sent = fieldsOf(parsed(form.get('seen')));
  return Object.fromEntries(
    questions.flatMap(({ name }): [string, number][] => {
      const revision = Object.hasOwn(sent, name) ? sent[name] : undefined;
      return typeof revision === 'number' && Number.isInteger(revision) && revision >= 0 && revision < 1e9
        ? [[name, revision]]
        : [];
    }),
  );
}

export type Chosen = {
  /** Whose answer stands where two people gave one. */
  choices: Record<string, 'mine' | 'theirs'>;
  /** Where somebody was asked to choose and did not. */
  unchosen: string[];
};

export function choicesIn(form: FormData, { questions }: QuestionnaireSection): Chosen {
  const choices: Chosen['choices'] = {};
  const unchosen = questions.flatMap(({ name }) => {
    const sent = form.getAll(`choose.${name}`);
    const choice = sent.find((each) => each === 'mine' || each === 'theirs');
    if (choice === 'mine' || choice === 'theirs') choices[name] = choice;
    return sent.length > 0 && choice === undefined ? [name] : [];
  });
  return { choices, unchosen };
}

/** Whoever took a colleague's answer has it in the form from then on; their own is given up. */
export function takeTheirs(own: FormData, edited: Edited, choices: Chosen['choices']) {
  for (const [question, choice] of Object.entries(choices)) {
    if (choice !== 'theirs') continue;
    for (const name of [...own.keys()]) if (name.split('[')[0] === question) own.delete(name);
    for (const [name, text] of fieldsIn(question, edited[question])) own.append(name, text);
  }
}

const fieldsIn = (name: string, value: Edited[string]): [string, string][] => {
  if (value === undefined) return [[name, '']];
  if (typeof value === 'string') return [[name, value]];
  return value.flatMap((each, place) =>
    typeof each === 'string'
      ? [[name, each]]
      : Object.entries(each).flatMap(([column, cell]) =>
          cell === undefined ? [] : fieldsIn(`${name}[${place}].${column}`, cell),
        ),
  );
};

function parsed(text: unknown): unknown {
  if (typeof text !== 'string' || text.length > sizes.text * 1000) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

/** As the form's own hidden field says which questions were checked before. */
const isState = (value: unknown) => {
  const { validated } = fieldsOf(value);
  return (
    Object.values(fieldsOf(validated)).every((each) => typeof each === 'boolean') && validated !== undefined
  );
};
