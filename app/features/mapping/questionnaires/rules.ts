import type {
  CodeList,
  Question,
  Questionnaire,
  QuestionnaireSection,
  Words,
} from '#app/questionnaire/definition.ts';
import { faultsFound } from '#app/questionnaire/checking/faults.ts';
import { same } from '#app/questionnaire/merge.ts';
import { questionnaireShape } from '#app/questionnaire/shape.ts';
import { ok, refuse, type Result } from '#app/platform/result.ts';

import type { Draft } from './model.ts';

/** One change of a draft: the definition after it, or why it cannot be made. */
export type Edit = (definition: Questionnaire) => Result<Questionnaire>;

/** `place` counts from 1; what is beyond the end comes last. */
function placed<T>(all: readonly T[], one: T, place: number): T[] {
  const at = Math.max(0, Math.min(all.length, place - 1));
  return [...all.slice(0, at), one, ...all.slice(at)];
}

/** In the place of the one called `current`, or a new one. */
function put<T extends { name: string }>(
  all: readonly T[],
  current: string | undefined,
  one: T & { place: number },
) {
  const { place, ...rest } = one;
  if (current !== undefined && !all.some(({ name }) => name === current)) return refuse('not_found');
  if (one.name !== current && all.some(({ name }) => name === one.name)) return refuse('name_taken');
  const others = all.filter(({ name }) => name !== current);
  return ok({ others, rest, place });
}

type SectionForm = Pick<QuestionnaireSection, 'name' | 'title'> & { lead: Words | undefined; place: number };

/** A section under new words, name or place; without `current`, a new one. */
export const withSection =
  (current: string | undefined, { lead, ...form }: SectionForm): Edit =>
  (definition) => {
    const before = definition.sections.find(({ name }) => name === current);
    const decision = put(definition.sections, current, { ...form, questions: before?.questions ?? [] });
    if (!decision.ok) return decision;
    const { others, place } = decision.value;
    const section: QuestionnaireSection = {
      name: form.name,
      title: form.title,
      ...(lead ? { lead } : {}),
      questions: before?.questions ?? [],
    };
    return ok({ ...definition, sections: placed(others, section, place) });
  };

/** Only an empty section goes, so that no question goes with it unseen. */
export const withoutSection =
  (name: string): Edit =>
  (definition) => {
    const section = definition.sections.find((each) => each.name === name);
    if (!section) return refuse('not_found');
    if (section.questions.length > 0) return refuse('not_empty');
    return ok({ ...definition, sections: definition.sections.filter((each) => each !== section) });
  };

/** Where a question stands: a section, and the rows it is a column of. */
export type Place = { section: string; within?: string | undefined; current?: string | undefined };

const allNames = ({ sections }: Questionnaire) =>
  sections.flatMap(({ questions }) =>
    questions.flatMap(({ name, columns = [] }) => [name, ...columns.map((column) => column.name)]),
  );

/** A question under new words, conditions, name or place; without `current`, a new one. Columns of rows stay with them. */
export const withQuestion =
  (at: Place, { place, ...question }: Question & { place: number }): Edit =>
  (definition) => {
    const section = definition.sections.find(({ name }) => name === at.section);
    const rows = section?.questions.find(({ name }) => name === at.within);
    if (!section || (at.within !== undefined && !rows)) return refuse('not_found');
    const beside = rows ? (rows.columns ?? []) : section.questions;
    const before = beside.find(({ name }) => name === at.current);
    if (at.current !== undefined && !before) return refuse('not_found');
    if (rows && question.type === 'rows') return refuse('rows_in_rows');
    if (question.name !== at.current && allNames(definition).includes(question.name))
      return refuse('name_taken');
    if (before?.columns?.length && question.type !== 'rows') return refuse('not_empty');
    const whole = question.type === 'rows' ? { ...question, columns: before?.columns ?? [] } : question;
    const others = beside.filter((each) => each !== before);
    return ok(withBeside(definition, at, placed(others, whole, place)));
  };

/** Only a question without columns goes, so that none goes with it unseen. */
export const withoutQuestion =
  (at: Place): Edit =>
  (definition) => {
    const section = definition.sections.find(({ name }) => name === at.section);
    const rows = section?.questions.find(({ name }) => name === at.within);
    const beside = rows ? (rows.columns ?? []) : (section?.questions ?? []);
    const question = beside.find(({ name }) => name === at.current);
    if (!question) return refuse('not_found');
    if (question.columns?.length) return refuse('not_empty');
    return ok(
      withBeside(
        definition,
        at,
        beside.filter((each) => each !== question),
      ),
    );
  };

const withBeside = (definition: Questionnaire, at: Place, beside: Question[]): Questionnaire => ({
  ...definition,
  sections: definition.sections.map((section) => {
    if (section.name !== at.section) return section;
    if (at.within === undefined) return { ...section, questions: beside };
    const questions = section.questions.map((each) =>
      each.name === at.within ? { ...each, columns: beside } : each,
    );
    return { ...section, questions };
  }),
});

/** A list of codes under a new name or with other codes; without `current`, a new one. */
export const withList =
  (current: string | undefined, list: CodeList): Edit =>
  (definition) => {
    const decision = put(definition.lists, current, { ...list, place: 0 });
    if (!decision.ok) return decision;
    const at = definition.lists.findIndex(({ name }) => name === current);
    const place = at === -1 ? definition.lists.length + 1 : at + 1;
    return ok({ ...definition, lists: placed(decision.value.others, list, place) });
  };

export const withoutList =
  (name: string): Edit =>
  (definition) => {
    if (!definition.lists.some((each) => each.name === name)) return refuse('not_found');
    return ok({ ...definition, lists: definition.lists.filter((each) => each.name !== name) });
  };

/** Its title, and the languages it is written in. A language is taken out only when nothing is written in it. */
export const withTitle =
  (title: Words, languages: readonly string[]): Edit =>
  (definition) => {
    const next = { ...definition, title, languages: ['en', ...languages.filter((each) => each !== 'en')] };
    const lost = definition.languages.filter((each) => !next.languages.includes(each));
    return lost.some((language) => speaks({ ...definition, title }, language))
      ? refuse('still_written')
      : ok(next);
  };

/** Whether anything is written in a language. */
function speaks({ title, lists, sections }: Questionnaire, language: string) {
  const questions = sections.flatMap((section) =>
    section.questions.flatMap((question) => [question, ...(question.columns ?? [])]),
  );
  const wordings: (Words | undefined)[] = [
    title,
    ...sections.flatMap((section) => [section.title, section.lead]),
    ...lists.flatMap(({ codes }) => codes.map(({ label }) => label)),
    ...questions.flatMap(({ label, hint, noun, constraint }) => [label, hint, noun, constraint?.message]),
  ];
  return wordings.some((words) => words !== undefined && Object.hasOwn(words, language));
}

/** Whether a change may be made to the draft as it stands; `revision` is the one its author saw. */
export function open<T>(draft: Draft<T> | undefined, revision: number) {
  if (!draft) return refuse('not_found');
  if (draft.publishedVersionId !== null) return refuse('already_published');
  return draft.revision === revision ? ok(draft) : refuse('saved_meanwhile');
}

/** The version a draft becomes, beside the newest one there is. */
export function publish(draft: Draft<Questionnaire> | undefined, revision: number, newest: Questionnaire) {
  const decision = open(draft, revision);
  if (!decision.ok) return decision;
  const { definition, baseVersion, name } = decision.value;
  if (newest.version !== baseVersion) return refuse('newer_version');
  const version = baseVersion + 1;
  const next = { ...definition, name, version, id: `${name}-${version}` };
  if (!questionnaireShape.safeParse(next).success) return refuse('faulty');
  if (same({ ...newest, version, id: next.id }, next)) return refuse('unchanged');
  return ok(next);
}

/** All that keeps a definition from being asked, in words. */
export function faultsIn(definition: Questionnaire): { of?: string | undefined; message: string }[] {
  const found = faultsFound(definition);
  if (found.length > 0) return found;
  const { sections, lists } = definition;
  return [
    ...(sections.length === 0 ? [{ message: 'There is no section yet' }] : []),
    ...sections
      .filter(({ questions }) => questions.length === 0)
      .map(({ name }) => ({ of: name, message: `Section ${name} asks nothing yet` })),
    ...lists
      .filter(({ codes }) => codes.length === 0)
      .map(({ name }) => ({ of: name, message: `List ${name} has no codes yet` })),
  ];
}

/** What the next version asks, asks no more, and asks otherwise, by the names of questions. */
export function changesBetween(before: Questionnaire, after: Questionnaire) {
  const one = byName(before);
  const other = byName(after);
  return {
    added: [...other.keys()].filter((name) => !one.has(name)),
    removed: [...one.keys()].filter((name) => !other.has(name)),
    changed: [...other]
      .filter(([name, own]) => one.has(name) && !same(one.get(name), own))
      .map(([name]) => name),
  };
}

const byName = ({ sections }: Questionnaire) =>
  new Map(
    sections.flatMap(({ questions }) =>
      questions.flatMap(({ columns = [], ...question }) =>
        [question, ...columns].map((each): [string, unknown] => [each.name, each]),
      ),
    ),
  );
