import type { ComplaintState } from '../model.ts';

type Clocked = { state: ComplaintState; dueAt: Date | null; lateToldAt: Date | null };

/**
 * Whether its caseworkers are to be told, once a step, that its day has passed. The end of the watch for reprisal is no step that
 * somebody owes: nothing is left to do, and the case leaves the queue.
 */
export const isLate = ({ state, dueAt, lateToldAt }: Clocked, now: Date) =>
  dueAt !== null && dueAt < now && lateToldAt === null && state !== 'monitored';

type Kept = { eraseOn: string | null; erasedAt: Date | null };

/** Whether what was written of a case goes today. */
export const isToErase = ({ eraseOn, erasedAt }: Kept, today: string) =>
  erasedAt === null && eraseOn !== null && eraseOn <= today;
