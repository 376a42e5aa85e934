import type { Question, Questionnaire, QuestionnaireSection } from './definition.ts';

/** Where a question stands: its section, and the rows it is a column of. */
export type Entry = { question: Question; section: QuestionnaireSection; within?: Question };

const kept = new WeakMap<Questionnaire, ReadonlyMap<string, Entry>>();

/** Every question by its name, columns included. A questionnaire never changes, so it is sorted once. */
export function entriesOf(questionnaire: Questionnaire): ReadonlyMap<string, Entry> {
  const before = kept.get(questionnaire);
  if (before) return before;
  const entries = new Map(
    questionnaire.sections.flatMap((section) =>
      section.questions.flatMap((question): [string, Entry][] => [
        [question.name, { question, section }],
        ...(question.columns ?? []).map((column): [string, Entry] => [
          column.name,
          { question: column, section, within: question },
        ]),
      ]),
    ),
  );
  kept.set(questionnaire, entries);
  return entries;
}
