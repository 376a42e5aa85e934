import { addDays, addMonths, dayOf, type Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';

import type {
  Accepted,
  Appealed,
  Application,
  AwaitingPayment,
  DecisionPending,
  Deferred,
  DeferredExpired,
  Ended,
  Engaged,
  InAudit,
  Refused,
  Rejected,
  Submitted,
  UnderReview,
} from './model.ts';
import { sections } from './model.ts';

/** Days unless the name says months, from the terms of the scheme version an application was made under. */
export type Clocks = {
  paymentDays: number;
  reviewDays: number;
  deferralDays: number;
  appealDays: number;
  engagementDays: number;
  /** A draft nobody touches is discarded after these. */
  idleDraftDays: number;
  /** After its time to answer ran out, a deferred application lapses after these. */
  expiredDays: number;
  /** The first audit begins within these of the acceptance, the next within these of the end of the one before. */
  stageMonths: number;
  appealDecisionDays: number;
};

/** What an application must hold before it is sent. */
export type Contents = {
  complete: readonly string[];
  licenceScans: number;
  /** Scans that are still being checked for viruses. */
  scansWaiting?: number;
  licencesUntil: readonly Day[];
  /** What it says of its network, and the kinds of partners it named. */
  says: { agents: unknown; partners: unknown; others: unknown };
  partnerKinds: readonly string[];
  selfAssessed: boolean;
};

/** Whoever says to have sub-agents, partners or others in between names at least one of them (domain B.2.1, B.2.6). */
const someoneUnnamed = ({ says, partnerKinds }: Contents) =>
  (says.agents === 'yes' && !partnerKinds.includes('sub_agent')) ||
  (says.partners === 'yes' && !partnerKinds.includes('partner_agency')) ||
  (says.others === 'yes' &&
    !partnerKinds.some((kind) => ['clinic', 'trainer', 'transporter', 'lender'].includes(kind)));

/** Answers may be changed until they are sent, and again while the scheme waits for more. */
export function save(application: Application) {
  return ['draft', 'deferred', 'deferred_expired'].includes(application.state)
    ? ok(application)
    : refuse('already_sent');
}

/** Sends a draft, or an answer to a deferral; after its day the answer waits for the extra fee. */
export function submit(application: Application, contents: Contents, today: Day, clocks: Clocks) {
  if (
    application.state !== 'draft' &&
    application.state !== 'deferred' &&
    application.state !== 'deferred_expired'
  )
    return refuse('already_sent');
  if (application.state === 'deferred' && application.answerBy < today) return refuse('answered_too_late');
  if (sections.some((section) => !contents.complete.includes(section))) return refuse('sections_missing');
  if (someoneUnnamed(contents)) return refuse('partners_unnamed');
  if (!contents.selfAssessed) return refuse('self_assessment_missing');
  if (contents.licenceScans === 0)
    return refuse(contents.scansWaiting ? 'licence_scan_waiting' : 'licence_scan_missing');
  if (!contents.licencesUntil.some((until) => until >= today)) return refuse('licence_ended');
  if (application.state === 'draft') return ok<Submitted>({ ...application, state: 'submitted' });
  if (application.state === 'deferred_expired') return ok<DeferredExpired>(application);
  return ok(underReview(application, today, clocks));
}

const underReview = (
  { id, reference, organisationId, schemeVersionId }: Application,
  today: Day,
  { reviewDays }: Pick<Clocks, 'reviewDays'>,
): UnderReview => ({
  ...{ id, reference, organisationId, schemeVersionId },
  state: 'under_review',
  reviewDueOn: addDays(today, reviewDays),
});

export function requestPayment(application: Application, dueOn: Day) {
  if (application.state !== 'submitted') return refuse('not_just_sent');
  return ok<AwaitingPayment>({ ...application, state: 'awaiting_payment', paymentDueOn: dueOn });
}

/** The review's clock starts when the fee has arrived (domain 2.3). `not_yet`: an earlier effect is still on its way. */
export function startReview(application: Application, today: Day, clocks: Clocks) {
  if (application.state === 'submitted') return refuse('not_yet');
  if (application.state !== 'awaiting_payment') return refuse('not_awaiting_payment');
  return ok(underReview(application, today, clocks));
}

/** The extra fee has arrived: the review goes on with what was sent last. */
export function reopenReview(application: Application, today: Day, clocks: Clocks) {
  if (application.state === 'deferred') return refuse('not_yet');
  if (application.state !== 'deferred_expired') return refuse('not_expired');
  return ok(underReview(application, today, clocks));
}

export function defer(application: Application, today: Day, clocks: Clocks) {
  if (application.state !== 'under_review') return refuse('not_under_review');
  return ok<Deferred>({ ...application, state: 'deferred', answerBy: addDays(today, clocks.deferralDays) });
}

/** The day after the last day to answer. */
export function expireDeferral(application: Application, today: Day, { expiredDays }: Clocks) {
  if (application.state !== 'deferred') return refuse('not_deferred');
  if (application.answerBy >= today) return refuse('not_due');
  // Counted from today: after a standstill nobody loses the days in which they were not told.
  const lapsesOn = addDays(today, expiredDays - 1);
  return ok<DeferredExpired>({ ...application, state: 'deferred_expired', lapsesOn });
}

export function reject(application: Application, now: Date) {
  if (application.state !== 'under_review') return refuse('not_under_review');
  return ok<Rejected>({ ...application, state: 'rejected', rejectedAt: now });
}

/** `unsent`: answers that were changed after they were sent; no reviewer has read them. */
export type Grounds = { licencesUntil: readonly Day[]; gaps: readonly unknown[]; unsent?: boolean };

/** Nobody is listed on a licence that has ended meanwhile, nor with something missing or unread. */
export function accept(application: Application, grounds: Grounds, now: Date, clocks: Clocks) {
  if (application.state !== 'under_review') return refuse('not_under_review');
  if (grounds.gaps.length > 0) return refuse('gaps_open');
  if (grounds.unsent) return refuse('answers_unsent');
  const today = dayOf(now);
  if (!grounds.licencesUntil.some((until) => until >= today)) return refuse('licence_ended');
  const lapsesOn = addDays(today, clocks.engagementDays);
  return ok<Accepted>({ ...application, state: 'accepted', acceptedAt: now, lapsesOn });
}

/**
 * `audits`: those that were not cancelled; `arranged` while one of them is not over. `barred`: somebody of the present body
 * trained or advised the applicant.
 */
type Engaging = { auditBodyId: string; audits: 'none' | 'over' | 'arranged'; barred: boolean };

/** Until there is an audit the applicant may go to another body. */
export function engage(
  application: Application,
  engaging: Engaging,
  now: Date,
  { stageMonths }: Pick<Clocks, 'stageMonths'>,
) {
  if (application.state === 'in_audit') return engageInstead(application, engaging, now);
  if (application.state !== 'accepted' && application.state !== 'engaged') return refuse('not_accepted');
  const { auditBodyId, audits } = engaging;
  if (application.state === 'engaged' && application.auditBodyId === auditBodyId)
    return refuse('already_engaged');
  if (application.state === 'engaged' && audits !== 'none') return refuse('audit_arranged');
  const lapsesOn = addMonths(dayOf(application.acceptedAt), stageMonths);
  return ok<Engaged>({ ...application, state: 'engaged', auditBodyId, engagedAt: now, lapsesOn });
}

/** In audit: between two audits, and only in the place of a body that may not audit any more. */
function engageInstead(application: InAudit, { auditBodyId, audits, barred }: Engaging, now: Date) {
  if (application.auditBodyId === auditBodyId) return refuse('already_engaged');
  if (!barred) return refuse('body_stays');
  if (audits === 'arranged') return refuse('audit_arranged');
  return ok<InAudit>({ ...application, auditBodyId, engagedAt: now });
}

export function startAudit(application: Application, now: Date) {
  if (application.state !== 'engaged') return refuse('not_engaged');
  return ok<InAudit>({ ...application, state: 'in_audit', auditStartedAt: now });
}

export function freezePackage(application: Application, now: Date) {
  if (application.state === 'engaged') return refuse('not_yet');
  if (application.state !== 'in_audit') return refuse('not_in_audit');
  return ok<DecisionPending>({ ...application, state: 'decision_pending', packageFrozenAt: now });
}

type Deciding = { now: Date; unaudited: boolean };

/** By the panel, at the end of the audits; or refused among them, over one that did not take place. */
export function conclude(
  application: Application,
  outcome: 'certified' | 'refused',
  { now, unaudited }: Deciding,
) {
  if (unaudited && outcome === 'refused')
    return application.state === 'in_audit'
      ? ok<Refused>({ ...application, state: outcome, concludedAt: now })
      : refuse('not_in_audit');
  if (application.state !== 'decision_pending') return refuse('not_decision_pending');
  if (outcome === 'certified') return ok<Ended>({ ...application, state: outcome });
  return ok<Refused>({ ...application, state: outcome, concludedAt: now });
}

/** Within the days of appeal; once against each decision, which the table of appeals says. */
export function appeal(application: Application, today: Day, clocks: Clocks) {
  if (application.state === 'appealed') return refuse('already_appealed');
  if (application.state !== 'rejected' && application.state !== 'refused') return refuse('nothing_to_appeal');
  const decidedAt = application.state === 'rejected' ? application.rejectedAt : application.concludedAt;
  if (addDays(dayOf(decidedAt), clocks.appealDays) < today) return refuse('appeal_too_late');
  const appealDueOn = addDays(today, clocks.appealDecisionDays);
  return ok<Appealed>({ ...application, state: 'appealed', appealFrom: application.state, appealDueOn });
}

/** Upheld: what was decided is open again; refused over an audit that did not take place, that is planned anew. */
export function decideAppeal(application: Application, outcome: 'upheld' | 'dismissed', unaudited = false) {
  if (application.state !== 'appealed') return refuse('not_appealed');
  if (outcome === 'dismissed') return ok({ state: application.appealFrom });
  if (application.appealFrom === 'rejected') return ok({ state: 'under_review' as const });
  return ok({ state: unaudited ? ('in_audit' as const) : ('decision_pending' as const) });
}

/** Thrown away by hand, with everything in it; what was sent once is withdrawn instead. */
export function discard(application: Application) {
  return application.state === 'draft'
    ? ok<Ended>({ ...application, state: 'discarded' })
    : refuse('already_sent');
}

/** An applicant may leave until the panel has decided. */
export function withdraw(application: Application, decided = false) {
  switch (application.state) {
    case 'draft':
    case 'submitted':
    case 'awaiting_payment':
    case 'under_review':
    case 'deferred':
    case 'deferred_expired':
    case 'accepted':
    case 'engaged':
    case 'appealed':
      return ok<Ended>({ ...application, state: 'withdrawn' });
    case 'in_audit':
    case 'decision_pending':
      return decided ? refuse('already_decided') : ok<Ended>({ ...application, state: 'withdrawn' });
    case 'rejected':
    case 'certified':
    case 'refused':
    case 'withdrawn':
    case 'lapsed':
    case 'discarded':
      return refuse('already_ended');
  }
}

/**
 * An application nobody goes on with ends by itself the day after its clock ran out; `auditBy`: the last day on which the
 * next audit may begin, where none is under way and the applicant was told.
 */
export function lapse(application: Application, today: Day, auditBy: Day | null = null) {
  switch (application.state) {
    case 'awaiting_payment':
      return lapsed(application, application.paymentDueOn, today);
    case 'deferred_expired':
    case 'accepted':
    case 'engaged':
      return lapsed(application, application.lapsesOn, today);
    case 'in_audit':
      return auditBy === null ? refuse('no_clock') : lapsed(application, auditBy, today);
    case 'draft':
    case 'submitted':
    case 'under_review':
    case 'deferred':
    case 'decision_pending':
    case 'appealed':
      return refuse('no_clock');
    case 'rejected':
    case 'certified':
    case 'refused':
    case 'withdrawn':
    case 'lapsed':
    case 'discarded':
      return refuse('already_ended');
  }
}

const lapsed = (application: Application, lastDay: Day | null, today: Day) =>
  lastDay !== null && lastDay < today ? ok<Ended>({ ...application, state: 'lapsed' }) : refuse('not_due');
