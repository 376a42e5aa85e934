import { addDays, dayOf, type Day } from '#app/platform/calendar.ts';

/** One entry of a calendar program, and what has become of it. */
export type Line = {
  /** Before the name of the house: the same for ever. */
  uid: string;
  from: Day;
  until: Day;
  summary: string;
  description: string;
  path: string;
  standing: 'confirmed' | 'tentative' | 'cancelled';
  /** When what its reader may know of it last changed. */
  changedAt: Date;
};

/** Who reads less often than this finds a line gone without a word. */
const struckDays = 90;

/** What no longer stands is struck out for a while, and then left out. */
export const isShown = ({ standing, changedAt }: Pick<Line, 'standing' | 'changedAt'>, now: Date) =>
  standing !== 'cancelled' || dayOf(changedAt) >= struckSince(now);
export const struckSince = (now: Date) => addDays(dayOf(now), -struckDays);

const beginning = Date.UTC(2020, 0, 1);

/**
 * The number of a revision (RFC 5545, 3.8.7.4): seconds up to the last change, so that it grows with each and tells no
 * reader of changes it may not know. An integer there has 31 bits, which last until 2088.
 */
export const sequenceOf = (changedAt: Date) =>
  Math.max(0, Math.floor((changedAt.getTime() - beginning) / 1000));
