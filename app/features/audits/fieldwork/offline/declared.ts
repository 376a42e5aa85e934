import type { Declared } from './model.ts';

/** One answer in a line. */
export const declaredInWords = ({ section, question, answer }: Omit<Declared, 'value'>) =>
  `${section}: ${question} ${answer}`;

/** What was declared, by the sections of the application, in its order. */
export function sectionsOf(declared: readonly Declared[]) {
  const sections = new Map<string, Declared[]>();
  for (const one of declared) sections.set(one.section, [...(sections.get(one.section) ?? []), one]);
  return [...sections].map(([section, answers]) => ({ section, answers }));
}
