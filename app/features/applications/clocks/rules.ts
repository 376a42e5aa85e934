import { addDays, addMonths, type Day } from '#app/platform/calendar.ts';

import type { State } from '../model.ts';
import type { Clocks } from '../rules.ts';

/** A reminder: in which state, how many days before the day that counts (negative: after it), and who is told. */
type Reminding = {
  kind: string;
  state: State;
  daysBefore: readonly number[];
  to: 'applicant' | 'officers';
};

export const reminders = [
  { kind: 'payment_due', state: 'awaiting_payment', daysBefore: [7, 0], to: 'applicant' },
  { kind: 'answer_due', state: 'deferred', daysBefore: [30, 7, 1], to: 'applicant' },
  { kind: 'expired_lapse_due', state: 'deferred_expired', daysBefore: [30], to: 'applicant' },
  { kind: 'engagement_due', state: 'accepted', daysBefore: [30, 7], to: 'applicant' },
  { kind: 'first_audit_due', state: 'engaged', daysBefore: [30], to: 'applicant' },
  { kind: 'review_due', state: 'under_review', daysBefore: [3], to: 'officers' },
  { kind: 'review_overdue', state: 'under_review', daysBefore: [-1], to: 'officers' },
  { kind: 'appeal_due', state: 'appealed', daysBefore: [7], to: 'officers' },
  { kind: 'appeal_overdue', state: 'appealed', daysBefore: [-1], to: 'officers' },
] as const satisfies readonly Reminding[];

/** A draft is warned this long before it is discarded. */
export const draftWarningDays = 14;

/**
 * Which of a reminder's days has come: the latest one, so that after a standstill one letter goes out and not three.
 * None when its day is still ahead, or when the day that counts has passed without it.
 */
export function reminderDay(daysBefore: readonly number[], dueOn: Day, today: Day) {
  const come = daysBefore.filter((days) => addDays(dueOn, -days) <= today);
  const latest = Math.min(...come);
  if (come.length === 0) return undefined;
  return latest >= 0 && dueOn < today ? undefined : latest;
}

/** Of an application in audit the applicant is warned this long before it lapses. */
export const auditWarningDays = 30;

/** An audit of an application, as its clock sees it: under way from its beginning until it ended, by its day. */
export type AuditSeen = { underWay: boolean; endedOn: Day | null };
type AuditClocks = Pick<Clocks, 'stageMonths'>;

/**
 * The last day on which the next audit may begin: the first within its months of the acceptance, each after it within its
 * months of the end of the one before. No clock runs while one is under way.
 */
export function auditBy(
  audits: readonly AuditSeen[],
  acceptedOn: Day,
  { stageMonths }: AuditClocks,
): Day | undefined {
  if (audits.some(({ underWay }) => underWay)) return undefined;
  const ended = audits.flatMap(({ endedOn }) => endedOn ?? []).toSorted();
  const last = ended.at(-1);
  return addMonths(last ?? acceptedOn, stageMonths);
}

/** The day an application in audit lapses after: never sooner than its warning says. */
export function auditLapseDay(by: Day, today: Day) {
  const warned = addDays(today, auditWarningDays);
  return by > warned ? by : warned;
}

/** The day an idle draft is discarded: never sooner than its warning says. */
export function discardDay(lastTouched: Day, today: Day, { idleDraftDays }: { idleDraftDays: number }) {
  const planned = addDays(lastTouched, idleDraftDays);
  const warned = addDays(today, draftWarningDays);
  return planned > warned ? planned : warned;
}
