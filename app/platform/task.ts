import type { Day } from './calendar.ts';

/** Something that waits for the person signed in: shown on their first page, ordered by `due`. */
export type Task = { id: string; what: string; about: string; due: Day | null; href: string; action: string };
