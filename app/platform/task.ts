import type { Day } from './calendar.ts';

/** Something that waits for the person signed in: shown on their first page, ordered by `due`. */
export type Task = { id: string; what: string; about: string; due: Day | null; href: string; action: string };

const most = 20;

/** The late and the soonest due first, those without a day last; no more than a person can do. */
export const soonestFirst = (tasks: readonly Task[]) =>
  [...tasks].sort((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9')).slice(0, most);
