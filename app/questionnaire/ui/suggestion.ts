import { latinOf } from '#app/platform/names/latin.ts';

import type { Question } from '../definition.ts';

/** For a question that holds a name in Latin letters: how the name beside it reads in them, unless that is answered. */
export function suggestionFor(
  question: Question,
  beside: readonly Question[],
  valueOf: (name: string) => unknown,
): string | undefined {
  const source = beside.find(({ latin }) => latin === question.name);
  const name = source && valueOf(source.name);
  if (typeof name !== 'string' || name.trim() === '') return undefined;
  const latin = latinOf(name);
  return latin === name.trim() || latin === valueOf(question.name) ? undefined : latin;
}
