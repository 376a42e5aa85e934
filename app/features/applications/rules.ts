import { addDays, type Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';

import type {
  Accepted,
  Application,
  AwaitingPayment,
  DecisionPending,
  Deferred,
  Ended,
  Engaged,
  InAudit,
  Submitted,
  UnderReview,
} from './model.ts';
import { sections } from './model.ts';

/** Days, from the terms of the scheme version an application was made under. */
export type Clocks = { paymentDays: number; reviewDays: number; deferralDays: number };

/** What an application must hold before it is sent. */
export type Contents = {
  complete: readonly string[];
  licenceScans: number;
  /** Scans that are still being checked for viruses. */
  scansWaiting?: number;
  licencesUntil: readonly Day[];
};

/** Answers may be changed until they are sent, and again while the scheme waits for more. */
export function save(application: Application) {
  return application.state === 'draft' || application.state === 'deferred'
    ? ok(application)
    : refuse('already_sent');
}

/** Sends a draft, or sends a deferred application back to its review. */
export function submit(application: Application, contents: Contents, today: Day, clocks: Clocks) {
  if (application.state !== 'draft' && application.state !== 'deferred') return refuse('already_sent');
  if (application.state === 'deferred' && application.answerBy < today) return refuse('answered_too_late');
  if (sections.some((section) => !contents.complete.includes(section))) return refuse('sections_missing');
  if (contents.licenceScans === 0)
    return refuse(contents.scansWaiting ? 'licence_scan_waiting' : 'licence_scan_missing');
  if (!contents.licencesUntil.some((until) => until >= today)) return refuse('licence_ended');
  if (application.state === 'draft') return ok<Submitted>({ ...application, state: 'submitted' });
  return ok<UnderReview>({
    ...application,
    state: 'under_review',
    reviewDueOn: addDays(today, clocks.reviewDays),
  });
}

export function requestPayment(application: Application, dueOn: Day) {
  if (application.state !== 'submitted') return refuse('not_just_sent');
  return ok<AwaitingPayment>({ ...application, state: 'awaiting_payment', paymentDueOn: dueOn });
}

/** The review's clock starts when the fee has arrived (domain 2.3). `not_yet`: an earlier effect is still on its way. */
export function startReview(application: Application, today: Day, clocks: Clocks) {
  if (application.state === 'submitted') return refuse('not_yet');
  if (application.state !== 'awaiting_payment') return refuse('not_awaiting_payment');
  return ok<UnderReview>({
    ...application,
    state: 'under_review',
    reviewDueOn: addDays(today, clocks.reviewDays),
  });
}

export function defer(application: Application, today: Day, clocks: Clocks) {
  if (application.state !== 'under_review') return refuse('not_under_review');
  return ok<Deferred>({ ...application, state: 'deferred', answerBy: addDays(today, clocks.deferralDays) });
}

export function reject(application: Application) {
  if (application.state !== 'under_review') return refuse('not_under_review');
  return ok<Ended>({ ...application, state: 'rejected' });
}

/** Nobody is listed on a licence that has ended meanwhile. */
export function accept(application: Application, licencesUntil: readonly Day[], now: Date, today: Day) {
  if (application.state !== 'under_review') return refuse('not_under_review');
  if (!licencesUntil.some((until) => until >= today)) return refuse('licence_ended');
  return ok<Accepted>({ ...application, state: 'accepted', acceptedAt: now });
}

export function engage(application: Application, auditBodyId: string, now: Date) {
  if (application.state !== 'accepted') return refuse('not_accepted');
  return ok<Engaged>({ ...application, state: 'engaged', auditBodyId, engagedAt: now });
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

export function conclude(application: Application, outcome: 'certified' | 'refused') {
  if (application.state !== 'decision_pending') return refuse('not_decision_pending');
  return ok<Ended>({ ...application, state: outcome });
}

/** An applicant may leave until the panel has its package. */
export function withdraw(application: Application) {
  switch (application.state) {
    case 'draft':
    case 'submitted':
    case 'awaiting_payment':
    case 'under_review':
    case 'deferred':
    case 'accepted':
    case 'engaged':
    case 'in_audit':
      return ok<Ended>({ ...application, state: 'withdrawn' });
    case 'decision_pending':
      return refuse('with_the_panel');
    case 'rejected':
    case 'certified':
    case 'refused':
    case 'withdrawn':
    case 'lapsed':
      return refuse('already_ended');
  }
}

/** An unpaid or unanswered application ends by itself the day after its clock ran out. */
export function lapse(application: Application, today: Day) {
  switch (application.state) {
    case 'awaiting_payment':
      return application.paymentDueOn < today
        ? ok<Ended>({ ...application, state: 'lapsed' })
        : refuse('not_due');
    case 'deferred':
      return application.answerBy < today
        ? ok<Ended>({ ...application, state: 'lapsed' })
        : refuse('not_due');
    case 'draft':
    case 'submitted':
    case 'under_review':
    case 'accepted':
    case 'engaged':
    case 'in_audit':
    case 'decision_pending':
      return refuse('no_clock');
    case 'rejected':
    case 'certified':
    case 'refused':
    case 'withdrawn':
    case 'lapsed':
      return refuse('already_ended');
  }
}
