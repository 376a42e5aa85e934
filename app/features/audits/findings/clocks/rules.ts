import { addDays, addMonths, type Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';

import type { Audit, Failed } from '../../model.ts';
import { stands as auditStands } from '../../rules.ts';
import type { Finding, FindingState } from '../model.ts';
import { clockOf, stands, type Standing } from '../rules.ts';

/** Where a late day is the recruiter's: nobody is escalated for what waits on a desk of the audit body. */
export const recruitersTurn = [
  'issued',
  'awaiting_cap',
  'cap_returned',
  'cap_accepted',
  'evidence_rejected',
] as const satisfies readonly FindingState[];
const isRecruitersTurn = (state: FindingState) => recruitersTurn.some((turn) => turn === state);

/** What follows when a clock is missed, or one plan too many was not good enough (domain 2.8 c). */
export const ladder = { critical: 'withdrawal', major: 'suspension', minor: 'major' } as const;

/** The clock that runs against the recruiter now. */
function runningClock(finding: Finding, today: Day) {
  const { what, due } = clockOf(finding, today);
  if (
    !isRecruitersTurn(finding.state) ||
    due === null ||
    what === null ||
    what === 'answer' ||
    what === 'remedy'
  )
    return undefined;
  return { clock: what, dueOn: due };
}

/** `announced`: what follows for a certificate was told in time, or there is none that it follows for. */
export function escalateLate(finding: Finding, today: Day, announced: boolean) {
  const running = runningClock(finding, today);
  if (!running || finding.grade === 'observation') return stands(finding);
  if (running.dueOn >= today) return refuse('not_overdue');
  if (finding.escalated) return refuse('escalated_already');
  if (finding.grade !== 'minor' && !announced) return refuse('not_announced');
  return ok({ ...running, from: finding.grade, to: ladder[finding.grade] });
}

/** `announced` as above; `followed`: from this very day already. */
type Missed = { announced: boolean; followed: boolean };

/**
 * Workers who were not paid by their day, whatever was sent of the correction: that day is one of the finding's. A dispute
 * holds it; once it is told, nothing else does. Whether workers have what was paid is for the audit body to ask.
 * `remedyDueOn`: the day they have from then on, where the finding becomes major; nothing moves it afterwards.
 */
export function escalateUnpaid(finding: Finding, today: Day, { announced, followed }: Missed) {
  const { grade, state, remedyDueOn } = finding;
  if (remedyDueOn === null) return refuse('nothing_runs');
  if (state === 'raised' || state === 'disputed' || state === 'closed' || state === 'withdrawn')
    return stands(finding);
  if (grade === 'observation') return stands(finding);
  if (remedyDueOn >= today) return refuse('not_overdue');
  if (followed) return refuse('escalated_already');
  if (grade !== 'minor' && !announced) return refuse('not_announced');
  const next = grade === 'minor' ? addDays(today, finding.terms.findings.major.close) : null;
  const missed = { clock: 'remedy' as const, dueOn: remedyDueOn, remedyDueOn: next };
  return ok({ ...missed, from: grade, to: ladder[grade] });
}

/**
 * More time, once: before the day has come or while nothing followed from it, never longer than the clock itself and
 * never so that harm stays or a plan comes after the day the finding has to be closed; by nobody tied to the recruiter.
 */
export function extend(finding: Finding, { until, tied }: { until: Day; tied: boolean }, today: Day) {
  if (tied) return refuse('tied_to_recruiter');
  const running = runningClock(finding, today);
  if (!running || finding.grade === 'observation') return refuse('nothing_runs');
  if (finding.extended) return refuse('extended_already');
  if (finding.escalated) return refuse('escalated_already');
  const { clock, dueOn } = running;
  if (until <= dueOn || until < today) return refuse('not_later');
  const most = finding.terms.findings[finding.grade][clock] ?? 0;
  if (until > addDays(dueOn, most)) return refuse('too_much_time');
  if (
    clock !== 'close' &&
    'closeDueOn' in finding &&
    finding.closeDueOn !== null &&
    until > finding.closeDueOn
  )
    return refuse('target_after_close');
  return ok({ clock, from: dueOn, until });
}

const isGrave = ({ grade, state }: Standing) =>
  (grade === 'critical' || grade === 'major') && state !== 'closed' && state !== 'withdrawn';

type Stop = { lastDay: Day; months: number; today: Day };

/** Grave findings that are open six months after the last day of their audit: another of its kind is needed (domain 2.6, 2.8 b). */
export function fail(audit: Audit, findings: readonly Standing[], { lastDay, months, today }: Stop) {
  if (audit.state !== 'caps_open') return auditStands(audit);
  if (addMonths(lastDay, months) >= today) return refuse('not_overdue');
  if (!findings.some(isGrave)) return refuse('nothing_grave');
  return ok<Failed>({ ...audit, state: 'failed' });
}
