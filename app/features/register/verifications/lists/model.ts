import type { Answer, Item } from '../model.ts';

/** What a column of a list may be; `ref` is what the company itself calls a row. */
export const fields = [
  'name',
  'country',
  'registrationNumber',
  'licenceNumber',
  'certificateNumber',
  'ref',
  'asOf',
] as const;
export type Field = (typeof fields)[number];

/** Columns by their place from 0; `headed`: the first row names them and is none of the list. */
export type Columns = { headed: boolean; places: Partial<Record<Field, number>> };

/** A cell as it waits to be checked: text, nothing, or why it was not read. */
export type KeptCell = string | null | { untaken: string };
/** `note`: what a person should know of the row before it is asked. */
export type KeptRow = { place: number; number: number; cells: KeptCell[]; note: string | null };

/** `stalled`: it did not move for so long that nobody seems to be at work on it. */
export type ListState = 'read' | 'checking' | 'stalled' | 'checked';

export const stalledMinutes = 15;
/** A list that nobody had checked goes after a day; the page of one that was, after a season. Its receipt stays. */
export const unaskedHours = 24;
export const keptDays = 90;
/** Lists a company may have waiting at once. */
export const mostWaiting = 20;
/** Columns a list may have. */
export const mostColumns = 50;

/** What is shown of a list that was checked. */
export const shows = ['all', 'match', 'choose', 'chosen', 'none', 'unchecked'] as const;
export type Show = (typeof shows)[number];

/**
 * A row of a list that was checked. `item`, `answer` and `line` are none where it was not asked, `note` says why;
 * `choice` is none while nobody chose, and names nobody where it is none of the candidates.
 */
export type CheckedRow = {
  place: number;
  number: number;
  note: string | null;
  line: number | null;
  item: Item | null;
  answer: Answer | null;
  choice: { registrationNumber: string | null } | null;
};
