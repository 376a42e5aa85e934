import { addDays, daysBetween, type Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';

import {
  hasEndedWith,
  noticeTypes,
  type Aborted,
  type AbortReason,
  type Audit,
  type AuditType,
  type Closed,
  type InProgress,
  type NoticeType,
  type Notified,
  type Planned,
  type Postponed,
  type RefusedByAuditee,
  type Stage,
} from '../model.ts';
import { stands } from '../rules.ts';
import type { Window } from './model.ts';

/** Until the recruiter is told, the ground of the plan may be reckoned anew. */
export const prepare = (audit: Audit) =>
  audit.state === 'team_assigned' || audit.state === 'planned' || audit.state === 'postponed'
    ? ok(audit)
    : stands(audit);

/** At least four fifths of an audit's time is spent on site (domain 2.4). */
export const stayOnSite = (
  { total, leastOnSite }: { total: number; leastOnSite: number },
  offSite: number,
) => (total - offSite < leastOnSite ? refuse('too_little_on_site') : ok(total - offSite));

/** What a plan rests on; null where it was not reckoned yet. */
type Ground = {
  calculation: { totalDays: number; offSiteDays: number; interviews: number } | null;
  sample: { target: number } | null;
};

/** Desk work needs no workers' sample; all else does. */
export const needsSample = (type: AuditType) => type !== 'stage1';

/** The days of the plan, for so many people, hold the days on site that were reckoned. Stage 1 is done at the desk. */
export function rest(audit: Audit, { calculation, sample }: Ground, { startsOn, endsOn }: Span) {
  if (!calculation) return refuse('days_not_calculated');
  if (!sample && needsSample(audit.type)) return refuse('sample_not_planned');
  // The sample may have been planned after the days were: each eight interviews take a day more.
  if (sample && calculation.interviews < sample.target) return refuse('interviews_without_days');
  const there = (daysBetween(startsOn, endsOn) + 1) * audit.team.length;
  const needed = audit.type === 'stage1' ? 0 : calculation.totalDays - calculation.offSiteDays;
  return there < needed ? refuse('fewer_days_than_calculated') : ok(audit);
}
type Span = { startsOn: Day; endsOn: Day };

/** What a plan may tell, where the programme of the certificate keeps something from the recruiter. */
export function noticesWithin(kept: NoticeType | null): readonly NoticeType[] {
  if (kept === 'unannounced') return ['unannounced'];
  return kept === 'semi_announced' ? ['semi_announced', 'unannounced'] : noticeTypes;
}

type Arrangement = { noticeType: NoticeType; startsOn: Day; endsOn: Day; plan: string };

type Kept = { window: Window | null; kept: NoticeType | null; dueOn: Day | null; lateReasons: string };

/**
 * Fixed anew until the recruiter is told of it, and after a postponement. `window`: all a semi-announced audit tells.
 * `kept`, `dueOn`: the notice and the last day of the programme's entry, if it has one; behind that day it asks for reasons.
 */
export function plan(audit: Audit, arrangement: Arrangement & Kept, today: Day) {
  const { window, kept, dueOn, lateReasons, ...days } = arrangement;
  if (audit.state !== 'team_assigned' && audit.state !== 'planned' && audit.state !== 'postponed')
    return stands(audit);
  if (!noticesWithin(kept).includes(days.noticeType)) return refuse('programme_tells_less');
  if (days.startsOn < today) return refuse('starts_in_the_past');
  if (days.noticeType === 'semi_announced' && !window) return refuse('window_missing');
  if (window && (window.from > days.startsOn || window.until < days.endsOn))
    return refuse('days_outside_window');
  if (window && daysBetween(window.from, window.until) <= daysBetween(days.startsOn, days.endsOn))
    return refuse('window_tells_days');
  if (audit.state === 'postponed' && days.noticeType === 'unannounced') return refuse('recruiter_knows');
  if (audit.state === 'postponed' && days.startsOn > audit.postponedUntil) return refuse('postponed_too_far');
  if (isBehind(days, dueOn) && lateReasons === '') return refuse('late_without_reasons');
  return ok<Planned>({ ...audit, ...days, state: 'planned' });
}

/** Whether an audit ends behind the last day that the programme has for it. */
export const isBehind = ({ endsOn }: Pick<Span, 'endsOn'>, dueOn: Day | null) =>
  dueOn !== null && endsOn > dueOn;

type Notice = { today: Day; noticeDays: number; reason: string };

/** An announced audit is told early enough to prepare; less time needs its reason. */
export function notify(audit: Audit, { today, noticeDays, reason }: Notice) {
  if (audit.state !== 'planned') return stands(audit);
  if (audit.noticeType === 'unannounced') return refuse('never_told_ahead');
  if (audit.startsOn < today) return refuse('starts_in_the_past');
  const short = audit.noticeType === 'announced' && daysBetween(today, audit.startsOn) < noticeDays;
  if (short && reason === '') return refuse('notice_too_short');
  return ok<Notified>({ ...audit, state: 'notified' });
}

/** Nobody begins before the day the recruiter was told, and unannounced ones alone begin untold. */
export function start(
  audit: Audit,
  stages: readonly Stage[],
  { today, toldFrom }: { today: Day; toldFrom: Day },
) {
  if (audit.state !== 'planned' && audit.state !== 'notified') return stands(audit);
  if (audit.state === 'planned' && audit.noticeType !== 'unannounced') return refuse('not_notified');
  if (audit.state === 'notified' && today < toldFrom) return refuse('before_told_day');
  const stage1 = stages.find((stage) => stage.type === 'stage1');
  if (audit.type === 'stage2' && stage1?.state !== 'closed') return refuse('stage1_open');
  if (audit.type === 'stage2' && stage1?.readiness === 'not_ready') return refuse('stage1_not_ready');
  return ok<InProgress>({ ...audit, state: 'in_progress' });
}

type Asked = { outcome: string | null } | undefined;

/** Once for each audit (domain 2.8 b). */
export function askPostponement(audit: Audit, asked: Asked) {
  if (audit.state !== 'notified') return stands(audit);
  return asked ? refuse('postponement_asked_before') : ok(audit);
}

/** `toldFrom`: the first day as the recruiter knows it, from which the days of the postponement count. */
export function postpone(audit: Audit, asked: Asked, { toldFrom, most }: { toldFrom: Day; most: number }) {
  if (audit.state !== 'notified') return stands(audit);
  if (!asked || asked.outcome) return refuse('no_postponement_asked');
  return ok<Postponed>({ ...audit, state: 'postponed', postponedUntil: addDays(toldFrom, most) });
}

export function declinePostponement(audit: Audit, asked: Asked) {
  if (audit.state !== 'notified') return stands(audit);
  if (!asked || asked.outcome) return refuse('no_postponement_asked');
  return ok(audit);
}

/** The recruiter does not let the team in, though it was told; a postponement it was given is no refusal. */
export function recordRefusal(audit: Audit) {
  if (audit.state !== 'notified') return stands(audit);
  return ok<RefusedByAuditee>({ ...audit, state: 'refused_by_auditee' });
}

export function abort(audit: Audit, abortReason: AbortReason) {
  if (audit.state !== 'in_progress') return stands(audit);
  return ok<Aborted>({ ...audit, state: 'aborted', abortReason });
}

type Consequence = {
  /** By the records, of whoever says what follows. */
  tied: boolean;
  /** The panel has it before it. */
  before: boolean;
  /** Of an application: the panel decided, or there is no application left to decide on. */
  decided: boolean;
};

/**
 * The scheme, by nobody who is tied to the recruiter, has decided what follows from an audit that was refused or broken off.
 * What becomes of an application is a decision on certification (ISO/IEC 17065, 7.6): the panel's, never an officer's.
 */
export function closeAbandoned(audit: Audit, { tied, before, decided }: Consequence) {
  if (audit.state !== 'aborted' && audit.state !== 'refused_by_auditee') return stands(audit);
  if (audit.state === 'aborted' && hasEndedWith(audit.abortReason)) return stands(audit);
  if (before) return refuse('with_panel');
  if (audit.certificateId === null && !decided) return refuse('panel_decides');
  if (tied) return refuse('tied_officer');
  return ok<Closed>({ ...audit, state: 'closed', readiness: null });
}
