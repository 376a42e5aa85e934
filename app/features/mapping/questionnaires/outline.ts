import { houseLists, type Question, type Questionnaire } from '#app/questionnaire/definition.ts';

import { faultsIn } from './rules.ts';

export type OutlineQuestion = {
  name: string;
  type: Question['type'];
  label: string;
  faults: string[];
  columns: OutlineQuestion[];
};
export type OutlineSection = { name: string; title: string; faults: string[]; questions: OutlineQuestion[] };
export type OutlineList = { name: string; codes: number; faults: string[] };
export type Outline = {
  title: string;
  languages: string[];
  sections: OutlineSection[];
  lists: OutlineList[];
  /** What concerns the questionnaire as a whole. */
  faults: string[];
};

/** A definition at a glance, each fault beside what it is about. */
export function outlineOf(definition: Questionnaire): Outline {
  const faults = faultsIn(definition);
  const of = (name: string | undefined) =>
    faults.filter((fault) => fault.of === name).map(({ message }) => message);
  const line = ({ name, type, label, columns = [] }: Question): OutlineQuestion => ({
    ...{ name, type, label: label.en, faults: of(name), columns: columns.map(line) },
  });
  return {
    title: definition.title.en,
    languages: definition.languages,
    sections: definition.sections.map(({ name, title, questions }) => ({
      ...{ name, title: title.en, faults: of(name), questions: questions.map(line) },
    })),
    lists: definition.lists.map(({ name, codes }) => ({ name, codes: codes.length, faults: of(name) })),
    faults: [...of(undefined), ...of('title')],
  };
}

/** One question with its place among those beside it; undefined where there is none of that name. */
export function questionAt(
  { sections }: Questionnaire,
  at: { section: string; within?: string | undefined; current?: string | undefined },
) {
  const section = sections.find(({ name }) => name === at.section);
  const rows = section?.questions.find(({ name }) => name === at.within);
  if (!section || (at.within !== undefined && rows?.type !== 'rows')) return undefined;
  const beside = rows ? (rows.columns ?? []) : section.questions;
  const index = beside.findIndex(({ name }) => name === at.current);
  if (at.current !== undefined && index === -1) return undefined;
  return { section, rows, question: beside[index], place: index === -1 ? beside.length + 1 : index + 1 };
}

/** A section with its place, or the place of a new one; undefined where there is none of that name. */
export function sectionAt({ sections }: Questionnaire, name: string | undefined) {
  const index = sections.findIndex((each) => each.name === name);
  if (name !== undefined && index === -1) return undefined;
  const found = sections[index];
  const section = found && { name: found.name, title: found.title, lead: found.lead };
  return { section, place: index === -1 ? sections.length + 1 : index + 1 };
}

/** A list, or none for a new one; undefined where there is none of that name. */
export function listAt({ lists }: Questionnaire, name: string | undefined) {
  const list = lists.find((each) => each.name === name);
  return name !== undefined && !list ? undefined : { list };
}

/** Where an address points: a section, rows in it, a question or a column. */
export const placeIn = (params: Readonly<Record<string, string | undefined>>) => ({
  section: params['section'] ?? '',
  within: params['rows'],
  current: params['question'] ?? params['column'],
});

/** What the page of one question shows. */
export function questionView(definition: Questionnaire, at: ReturnType<typeof placeIn>) {
  const found = questionAt(definition, at);
  if (!found) return undefined;
  const { section, rows, question, place } = found;
  const faults = faultsIn(definition).filter(({ of }) => of !== undefined && of === question?.name);
  return {
    title: definition.title.en,
    languages: definition.languages,
    lists: [...definition.lists.map(({ name }) => name), ...houseLists],
    section: { name: section.name, title: section.title.en },
    rows: rows && { name: rows.name, label: rows.label.en },
    question: question && { ...question, columns: undefined },
    place,
    faults: faults.map(({ message }) => message),
  };
}
