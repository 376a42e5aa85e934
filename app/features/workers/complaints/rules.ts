import { addDays, addMonths, addWorkingDays, dayOf } from '#app/platform/calendar.ts';
import { ok, refuse, type Result } from '#app/platform/result.ts';

import type { ComplaintState } from './model.ts';

/** The steps there are (domain 5.4). Taking a complaint back, which its reporter may at any time, is `takeBack`. */
export const steps: Record<ComplaintState, readonly ComplaintState[]> = {
  received: ['safety_triage'],
  safety_triage: ['acknowledged'],
  acknowledged: ['admissibility'],
  admissibility: ['routed', 'inadmissible'],
  routed: ['investigating', 'admissibility'],
  investigating: ['finding'],
  finding: ['remedy_agreed', 'closed'],
  remedy_agreed: ['remedy_delivered'],
  remedy_delivered: ['confirmed_by_worker', 'remedy_agreed', 'closed'],
  confirmed_by_worker: ['closed'],
  closed: ['monitored', 'appealed'],
  monitored: ['safety_triage', 'appealed'],
  withdrawn: [],
  inadmissible: ['appealed'],
  appealed: ['admissibility', 'investigating', 'inadmissible', 'closed'],
};

export const step = (from: ComplaintState, to: ComplaintState): Result<ComplaintState, 'not_now'> =>
  steps[from].includes(to) ? ok(to) : refuse('not_now');

const over: readonly ComplaintState[] = ['closed', 'monitored', 'withdrawn', 'inadmissible'];
/** Whether it came to an end, though somebody may still be watched over. */
export const isOver = (state: ComplaintState) => over.includes(state);

/** Taken back by its reporter, whatever was done so far; nothing that came to an end is. */
export const takeBack = (state: ComplaintState): Result<'withdrawn', 'over'> =>
  isOver(state) ? refuse('over') : ok('withdrawn');

/** Whether the remedy came is said by the worker alone, when somebody says that it did. */
export const confirm = (state: ComplaintState, came: boolean): Result<ComplaintState, 'not_now'> =>
  state === 'remedy_delivered' ? ok(came ? 'confirmed_by_worker' : 'remedy_agreed') : refuse('not_now');

/** Whoever is punished for a complaint is looked after first: a watch begins again, anything else goes on with a flag. */
export const reprisal = (state: ComplaintState): Result<ComplaintState, 'over'> => {
  if (state === 'monitored') return ok('safety_triage');
  return state === 'withdrawn' || state === 'inadmissible' ? refuse('over') : ok(state);
};

/** Days in which whoever does not agree with how it ended says so (domain 2.6). */
export const appealDays = 30;

/** Looked at again, by somebody else. */
export function appeal(
  { state, since }: { state: ComplaintState; since: Date },
  now: Date,
): Result<'appealed', 'not_now' | 'too_late'> {
  if (!steps[state].includes('appealed')) return refuse('not_now');
  return now > inDays(since, appealDays) ? refuse('too_late') : ok('appealed');
}

const hour = 3_600_000;
const endOf = (day: string) => new Date(`${day}T23:59:59Z`);
const inDays = (since: Date, days: number) => new Date(since.getTime() + days * 24 * hour);
const inWorkingDays = (since: Date, days: number) => endOf(addWorkingDays(dayOf(since), days));

/** Days of the watch for reprisal, and of what is looked into. */
const watchDays = 90;
const lookingDays = { severe: 30, other: 60 };

type Clocked = { since: Date; severe: boolean };
type Due = (clock: Clocked) => Date | null;

const clocks: Record<ComplaintState, Due> = {
  received: ({ since }) => new Date(since.getTime() + 24 * hour),
  safety_triage: ({ since }) => inWorkingDays(since, 5),
  acknowledged: ({ since }) => inWorkingDays(since, 5),
  admissibility: ({ since }) => inWorkingDays(since, 10),
  routed: ({ since }) => inWorkingDays(since, 10),
  investigating: ({ since, severe }) => inDays(since, severe ? lookingDays.severe : lookingDays.other),
  finding: ({ since }) => inDays(since, 14),
  remedy_agreed: ({ since }) => inDays(since, 30),
  remedy_delivered: ({ since }) => inDays(since, 60),
  confirmed_by_worker: ({ since }) => inWorkingDays(since, 5),
  closed: () => null,
  monitored: ({ since }) => inDays(since, watchDays),
  withdrawn: () => null,
  inadmissible: () => null,
  appealed: ({ since }) => inDays(since, 30),
};

/** When the next step is due; null where none is. */
export const dueAt = (state: ComplaintState, clock: Clocked) => clocks[state](clock);

/** When what was written goes: 30 days after it was taken back, a year after it was refused, two after its end. */
export function eraseOn(state: ComplaintState, now: Date) {
  const today = dayOf(now);
  if (state === 'withdrawn') return addDays(today, 30);
  if (state === 'inadmissible') return addMonths(today, 12);
  return isOver(state) ? addMonths(today, 24) : null;
}
