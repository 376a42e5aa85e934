import { addDays, addMonths, type Day } from '#app/platform/calendar.ts';

import { ok, refuse } from '#app/platform/result.ts';

import { asksSource, type AuditState, type AuditTrigger, type AuditType, type NoticeType } from '../model.ts';

/** What is known of a recruiter when its programme is set. */
type RiskFacts = { corridors: number; graveFindings: number; suspensions: number; partners: number };
export type Risk = 'low' | 'medium' | 'high';

export type ProgrammeEntry = {
  type: 'surveillance' | 'recertification';
  reason: 'cycle' | 'risk';
  noticeType: NoticeType;
  windowFrom: Day;
  dueOn: Day;
};
type Validity = { validFrom: Day; validUntil: Day };
type Clocks = {
  surveillanceMonths: number;
  recertificationOpensMonths: number;
  recertificationDoneMonths: number;
};

/** One point for each fact that makes harm likelier, two for a suspension; one point is medium, three are high. */
export function riskOf({ corridors, graveFindings, suspensions, partners }: RiskFacts): Risk {
  const points =
    Number(corridors > 3) + Number(graveFindings > 0) + Number(partners > 10) + (suspensions > 0 ? 2 : 0);
  if (points >= 3) return 'high';
  return points > 0 ? 'medium' : 'low';
}

const later = (one: Day, other: Day) => (one > other ? one : other);
const earlier = (one: Day, other: Day) => (one < other ? one : other);

/** The audits of a certificate's cycle (domain 2.6), the soonest first; at least one does not tell its day. */
export function programmeOf(validity: Validity, risk: Risk, clocks: Clocks): ProgrammeEntry[] {
  const recertification = recertificationOf(validity, clocks);
  const surveillance = surveillanceOf(validity, recertification.windowFrom, clocks);
  const extra = risk === 'high' ? yearly(validity) : [];
  const hidden: NoticeType = risk === 'low' ? 'semi_announced' : 'unannounced';
  const cycle = surveillance.length > 0 ? surveillance : [recertification];
  const surprise = cycle.at(-1);
  return [...surveillance, recertification, ...extra]
    .map((entry) => (entry === surprise ? { ...entry, noticeType: hidden } : entry))
    .toSorted((one, other) => one.dueOn.localeCompare(other.dueOn));
}

function recertificationOf({ validFrom, validUntil }: Validity, clocks: Clocks): ProgrammeEntry {
  const windowFrom = later(validFrom, addMonths(validUntil, -clocks.recertificationOpensMonths));
  const dueOn = later(windowFrom, addMonths(validUntil, -clocks.recertificationDoneMonths));
  return { type: 'recertification', reason: 'cycle', noticeType: 'announced', windowFrom, dueOn };
}

/** Once in each span until recertification opens. A scheme without a span between them has none. */
function surveillanceOf({ validFrom }: Validity, until: Day, { surveillanceMonths }: Clocks) {
  const entries: ProgrammeEntry[] = [];
  if (surveillanceMonths === 0) return entries;
  for (let span = 1; addMonths(validFrom, span * surveillanceMonths) < until; span += 1) {
    const windowFrom = addMonths(validFrom, (span - 1) * surveillanceMonths);
    const dueOn = addMonths(validFrom, span * surveillanceMonths);
    entries.push({ type: 'surveillance', reason: 'cycle', noticeType: 'announced', windowFrom, dueOn });
  }
  return entries;
}

/** High risk brings one more audit a year of which nobody is told. */
function yearly({ validFrom, validUntil }: Validity) {
  const entries: ProgrammeEntry[] = [];
  for (let year = 0; addMonths(validFrom, 12 * year) <= validUntil; year += 1) {
    const windowFrom = addMonths(validFrom, 12 * year);
    const dueOn = earlier(addDays(addMonths(validFrom, 12 * (year + 1)), -1), validUntil);
    entries.push({ type: 'surveillance', reason: 'risk', noticeType: 'unannounced', windowFrom, dueOn });
  }
  return entries;
}

/** `done`: an audit of it stands. */
type Former = ProgrammeEntry & { done: boolean };

/**
 * The audits of a certificate that another body took over: its cycle goes on, and with it what was due by which day and what
 * was not to be told (IAF MD 2). A risk that has become high brings the audits of it that are still to come.
 */
export function programmeAfter(former: readonly Former[], cycle: Validity, risk: Risk, today: Day) {
  const due = former.filter(({ done }) => !done).map(({ done: _, ...entry }) => entry);
  const known = new Set(former.filter(({ reason }) => reason === 'risk').map(({ dueOn }) => dueOn));
  const extra = risk === 'high' ? yearly(cycle) : [];
  const added = extra.filter(({ dueOn }) => dueOn >= today && !known.has(dueOn));
  return [...due, ...added].toSorted((one, other) => one.dueOn.localeCompare(other.dueOn));
}

const rank: Record<Risk, number> = { low: 0, medium: 1, high: 2 };
export const isGraverRisk = (one: Risk, other: Risk) => rank[one] > rank[other];

type Planned = Pick<ProgrammeEntry, 'reason' | 'dueOn'>;

/**
 * What a risk that grew in the middle of a cycle brings: to medium one audit more that does not tell its day, to high one a
 * year, each with days enough for its body to come. Whatever is planned stays (domain 2.4).
 */
export function programmeRaised(planned: readonly Planned[], cycle: Validity, to: Risk, today: Day) {
  const known = new Set(planned.filter(({ reason }) => reason === 'risk').map(({ dueOn }) => dueOn));
  const left = yearly(cycle).filter(({ dueOn }) => dueOn >= today && !known.has(dueOn));
  const inTime = left.filter(({ dueOn }) => dueOn >= addDays(today, tellDays));
  const ahead = inTime.length > 0 ? inTime : left;
  const most = { low: 0, medium: 1, high: ahead.length }[to];
  return ahead.slice(0, most).map((entry) => ({ ...entry, windowFrom: later(entry.windowFrom, today) }));
}

type Reader = 'recruiter' | 'audit_body' | 'scheme';

/** What a notice type tells a reader: the auditee knows a semi-announced window, and of an unannounced audit nothing. */
export function whatIsTold(noticeType: NoticeType, reader: Reader): 'days' | 'window' | 'nothing' {
  if (reader !== 'recruiter' || noticeType === 'announced') return 'days';
  return noticeType === 'semi_announced' ? 'window' : 'nothing';
}

export const entryTypes = [
  'surveillance',
  'recertification',
  'special',
  'follow_up',
  'scope_extension',
] as const;

/** Days before an audit's last day at which its body is told, and before its window at which it may be scheduled. */
export const tellDays = 60;

/** A certificate that may still be audited: one that has ended has no programme. */
export const orderable = (status: string) => standingStatuses.includes(status);
export const standingStatuses = ['active', 'active_under_watch', 'suspended'];

/** A programme ends with its certificate, and with nothing else. */
export const drop = (status: string) => (orderable(status) ? refuse('certificate_stands') : ok(status));

/**
 * What was dropped comes back with its certificate, its days as they were: what has passed meanwhile is overdue. Not the
 * audit of a wider scope that was refused, or is not asked of it any more.
 */
export function comeBack(status: string, requestState: string | null) {
  if (!orderable(status)) return refuse('certificate_ended');
  return ['refused', 'carried', 'ended'].includes(requestState ?? '')
    ? refuse('request_refused')
    : ok(status);
}

/** Refused or broken off, also when the scheme has said what follows from that. */
type EntryAudit = { state: AuditState; abandoned: boolean };

/** An audit that did not take place: its entry is without one again. The database asks the same (`is_undone`). */
export const undone = ({ state, abandoned }: EntryAudit) =>
  state === 'cancelled' ||
  state === 'refused_by_auditee' ||
  state === 'aborted' ||
  (state === 'closed' && abandoned);

type Order = {
  reason: string;
  requestId: string | null;
  droppedAt: Date | null;
  audit: EntryAudit | null;
};

/**
 * What was ordered on a cause goes on with the certificate that takes another's place, unless its audit is under way or
 * done. The regular audits of a cycle end with it, and a wider scope was asked of that certificate alone.
 */
export const carriesOn = ({ reason, requestId, droppedAt, audit }: Order) =>
  reason === 'ordered' && requestId === null && droppedAt === null && (audit === null || undone(audit));

type EntryStanding = {
  droppedAt: Date | null;
  /** The one that was scheduled from it, if any. */
  audit: EntryAudit | null;
  windowFrom: Day;
  standing: 'in_force' | 'ended';
};

export function scheduleEntry({ droppedAt, audit, windowFrom, standing }: EntryStanding, today: Day) {
  if (droppedAt || standing === 'ended') return refuse('entry_dropped');
  if (audit && !undone(audit)) return refuse('already_scheduled');
  return addDays(windowFrom, -tellDays) > today ? refuse('window_not_open') : ok(today);
}

type Caused = { trigger: AuditTrigger; causeSource?: string | undefined; causeOn?: Day | undefined };
type Ordered = { type: AuditType; noticeType: NoticeType; dueOn: Day } & Caused;

/** What came from outside the house is ordered on with its source and day; of what the house knows itself it has both. */
export function sourceOf({ trigger, causeSource, causeOn }: Caused, today: Day) {
  if (!asksSource(trigger)) return ok({ source: null, on: null });
  if (!causeSource || !causeOn) return refuse('source_needed');
  return causeOn > today ? refuse('cause_ahead') : ok({ source: causeSource, on: causeOn });
}

type Orderable = { status: string; programme: string | null; validUntil: Day; drawn: boolean; tied: boolean };

/**
 * `programme`: null for a certificate whose programme was never set. `drawn`: by lot, and nobody has answered that yet.
 * `tied`: whoever orders, to the recruiter.
 */
export function order(
  { status, programme, validUntil, drawn, tied }: Orderable,
  { type, trigger, noticeType, dueOn }: Ordered,
  today: Day,
) {
  if (tied) return refuse('tied_officer');
  if (trigger === 'random_draw' && !drawn) return refuse('not_drawn');
  if (trigger === 'random_draw' && (type !== 'special' || noticeType !== 'unannounced'))
    return refuse('drawn_unannounced');
  if (!orderable(status) || !programme) return refuse('certificate_ended');
  if (dueOn < today) return refuse('day_passed');
  return dueOn > validUntil ? refuse('after_certificate') : ok(dueOn);
}

/** The days of an audit that a severe complaint brings: within a month, while the certificate lasts. */
const complaintDays = 30;

/**
 * When such an audit is due: 30 days from now at the latest, on a day that no other order of that certificate has, for there
 * is one a day; refused where the certificate has ended.
 */
export function orderOnComplaint(
  { status, validUntil }: { status: string; validUntil: Day },
  taken: readonly Day[],
  today: Day,
) {
  if (!orderable(status) || validUntil < today) return refuse('certificate_ended');
  const month = addDays(today, complaintDays);
  let dueOn = month < validUntil ? month : validUntil;
  while (taken.includes(dueOn) && dueOn > today) dueOn = addDays(dueOn, -1);
  return ok({ windowFrom: today, dueOn });
}
