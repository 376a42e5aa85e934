import { addDays, addMonths, type Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';

import {
  moves,
  suspensionReasons,
  withdrawalReasons,
  type Active,
  type Certificate,
  type ReasonClass,
  type Standing,
  type Superseded,
  type Suspended,
  type SuspensionReason,
  type Transferred,
  type UnderWatch,
  type WatchReason,
  type Withdrawn,
  type WithdrawalReason,
} from './model.ts';

export function watch(certificate: Certificate, reasonClass: WatchReason, now: Date) {
  switch (certificate.status) {
    case 'active':
      return ok<UnderWatch>({ ...certificate, status: 'active_under_watch', reasonClass, since: now });
    case 'active_under_watch':
      return refuse('already_under_watch');
    case 'suspended':
    case 'withdrawn':
    case 'superseded':
    case 'transferred':
      return refuse(certificate.status);
  }
}

/** Ends a watch: the reason for it is gone. */
export function clear(certificate: Certificate, now: Date) {
  switch (certificate.status) {
    case 'active_under_watch':
      return ok<Active>(active(certificate, now));
    case 'active':
      return refuse('not_under_watch');
    case 'suspended':
    case 'withdrawn':
    case 'superseded':
    case 'transferred':
      return refuse(certificate.status);
  }
}

/** A suspension for a graver reason goes on from its first day: what it may last does not begin anew. */
export function suspend(certificate: Certificate, reasonClass: SuspensionReason, now: Date) {
  switch (certificate.status) {
    case 'active':
    case 'active_under_watch':
      return ok<Suspended>({ ...certificate, status: 'suspended', reasonClass, since: now });
    case 'suspended':
      return isGraver(reasonClass, certificate.reasonClass)
        ? ok<Suspended>({ ...certificate, reasonClass })
        : refuse('already_suspended');
    case 'withdrawn':
    case 'superseded':
    case 'transferred':
      return refuse(certificate.status);
  }
}

/** Lifts a suspension; a certificate that ended meanwhile does not come back by it. */
export function lift(certificate: Certificate, now: Date, today: Day) {
  switch (certificate.status) {
    case 'suspended':
      return certificate.validUntil < today ? refuse('expired') : ok<Active>(active(certificate, now));
    case 'active':
    case 'active_under_watch':
      return refuse('not_suspended');
    case 'withdrawn':
    case 'superseded':
    case 'transferred':
      return refuse(certificate.status);
  }
}

/** From what its holder wished to what was done to workers: what the panel lifts is graver than what papers end. */
const gravity: Record<SuspensionReason, number> = {
  own_request: 0,
  levy_unpaid: 1,
  claims_misused: 2,
  licence_lost: 3,
  surveillance_not_held: 4,
  late_corrective_action: 5,
  audit_refused: 6,
  documents_withheld: 7,
  fees_charged: 7,
  critical_finding: 7,
};

export const isGraver = (one: SuspensionReason, other: SuspensionReason) => gravity[one] > gravity[other];

/** The reasons a certificate can be suspended for as it stands: what is suspended, for a graver one alone. */
export const reasonsToSuspend = (standing: { status: string; reasonClass?: ReasonClass }) => {
  const known = suspensionReasons.find((reason) => reason === standing.reasonClass);
  if (standing.status !== 'suspended' || !known) return suspensionReasons;
  return suspensionReasons.filter((reason) => isGraver(reason, known));
};

/** Of what may come to light after the end: what keeps its holder from coming back for longest is the gravest. */
const proven: readonly WithdrawalReason[] = ['licence_revoked', 'forced_labour', 'fraud'];

export const isGraverEnd = (one: WithdrawalReason, other: WithdrawalReason) =>
  proven.indexOf(one) > proven.indexOf(other);

/** The reasons a certificate can be withdrawn for as it stands: what is withdrawn, for a graver one alone. */
export const reasonsToWithdraw = (standing: { status: string; reasonClass?: ReasonClass }) => {
  const known = withdrawalReasons.find((reason) => reason === standing.reasonClass);
  if (standing.status !== 'withdrawn' || !known) return withdrawalReasons;
  return withdrawalReasons.filter((reason) => isGraverEnd(reason, known));
};

/** Suspensions that papers end, or an audit held late, which an officer sees; what was done to workers or found is the panel's. */
const liftedByOfficer = [
  ...['licence_lost', 'levy_unpaid', 'claims_misused', 'own_request', 'surveillance_not_held'],
];
type Stood = { status: string; reasonClass?: string | null; validUntil: Day };

export const isLiftedByPanel = ({ status, reasonClass }: Omit<Stood, 'validUntil'>) =>
  status === 'suspended' && !liftedByOfficer.includes(reasonClass ?? '');

export const liftByOfficer = (certificate: Certificate, now: Date, today: Day) =>
  isLiftedByPanel(certificate) ? refuse('panel_lifts') : lift(certificate, now, today);

/** What an audit of a certificate that is ready for it asks of the panel; undefined where it goes on without a decision. */
export function askedOfPanel(
  type: string,
  certificate: Stood,
  today: Day,
): 'recertification' | 'restoration' | 'scope_extension' | 'lift' | undefined {
  const { status, validUntil } = certificate;
  if (status === 'withdrawn' || status === 'superseded' || status === 'transferred') return undefined;
  const over = validUntil < today;
  if (over) return type === 'recertification' && status !== 'suspended' ? 'restoration' : undefined;
  if (type === 'recertification') return type;
  if (type === 'scope_extension') return type;
  return type === 'follow_up' && isLiftedByPanel(certificate) ? 'lift' : undefined;
}

/**
 * For good: whoever comes back does so by a new application. What came to light after the end gives it a graver reason,
 * from its first day on.
 */
export function withdraw(certificate: Certificate, reasonClass: WithdrawalReason, now: Date) {
  switch (certificate.status) {
    case 'active':
    case 'active_under_watch':
    case 'suspended':
      return ok<Withdrawn>({ ...certificate, status: 'withdrawn', reasonClass, since: now });
    case 'withdrawn':
      return isGraverEnd(reasonClass, certificate.reasonClass)
        ? ok<Withdrawn>({ ...certificate, reasonClass })
        : refuse(certificate.status);
    case 'superseded':
    case 'transferred':
      return refuse(certificate.status);
  }
}

/** Gives its place to the certificate of a new cycle, also when its own days are over. */
export function supersede(certificate: Certificate, now: Date) {
  switch (certificate.status) {
    case 'active':
    case 'active_under_watch':
    case 'suspended':
      return ok<Superseded>({ ...bare(certificate), status: 'superseded', since: now });
    case 'withdrawn':
    case 'superseded':
    case 'transferred':
      return refuse(certificate.status);
  }
}

/** Under a new number with another audit body; a suspension goes along with what may move while suspended. */
export function transfer(certificate: Certificate, now: Date, today: Day) {
  if (!moves(certificate)) return refuse(certificate.status);
  return certificate.validUntil < today
    ? refuse('expired')
    : ok<Transferred>({ ...bare(certificate), status: 'transferred', since: now });
}

/** What a fact of the house does to a certificate by itself, at once. */
export type Fact =
  | { cause: 'finding'; grade: 'major' | 'critical' }
  | { cause: 'finding'; escalatedTo: 'suspension' | 'withdrawal' }
  | { cause: 'audit' }
  | { cause: 'licence' }
  /** A special audit on a severe complaint, once its recruiter knows of it. */
  | { cause: 'complaint' };

/**
 * An escalation to withdrawal withdraws what is suspended already; what was in force is suspended first, so that
 * nothing ends by a fact of which nobody had warning.
 */
export function byFact(certificate: Certificate, fact: Fact, now: Date, today: Day) {
  if (certificate.validUntil < today) return refuse('expired');
  switch (fact.cause) {
    case 'audit':
      return suspend(certificate, 'audit_refused', now);
    case 'licence':
      return suspend(certificate, 'licence_lost', now);
    case 'complaint':
      return watch(certificate, 'special_audit', now);
    case 'finding':
      if ('grade' in fact)
        return fact.grade === 'critical'
          ? suspend(certificate, 'critical_finding', now)
          : watch(certificate, 'open_major_finding', now);
      return fact.escalatedTo === 'withdrawal' && certificate.status === 'suspended'
        ? withdraw(certificate, 'late_corrective_action', now)
        : suspend(certificate, 'late_corrective_action', now);
  }
}

type Reentry = { reentryMonths: number; reentryAfterFraudMonths: number };

type Last = { status: string; since: Day; validUntil: Day; reasonClass: string | null };

/** How a certificate ended that its holder comes back after; suspended to its end, as a suspension nobody resolved. */
export const endOf = ({ status, since, validUntil, reasonClass }: Last) =>
  status === 'suspended'
    ? { on: addDays(validUntil, 1), reasonClass: 'suspension_unresolved' }
    : { on: since, reasonClass };

/** Whose certificate was withdrawn, or ended suspended, may apply again after some months; after fraud it takes longer. */
export function reapply(
  withdrawn: { on: Day; reasonClass: string | null } | undefined,
  { reentryMonths, reentryAfterFraudMonths }: Reentry,
  today: Day,
) {
  if (!withdrawn) return ok(today);
  const months = withdrawn.reasonClass === 'fraud' ? reentryAfterFraudMonths : reentryMonths;
  const from = addMonths(withdrawn.on, months);
  return today < from ? refuse('too_soon_after_withdrawal') : ok(today);
}

const bare = ({ id, number, organisationId, applicationId, validUntil }: Certificate) => ({
  id,
  number,
  organisationId,
  applicationId,
  validUntil,
});

const active = (certificate: Certificate, since: Date): Active => ({
  ...bare(certificate),
  since,
  status: 'active',
});

/** What may stand on the register: what was superseded or transferred has its successor there. */
type Counting = Exclude<Certificate, Superseded | Transferred>;

/** What is known of a registered recruiter when the question is asked. */
export type Registered = {
  acceptedOn: Day;
  /** State of the application it is listed by, and when that state began to count. */
  application: { state: string; concludedAt: Date | null };
  certificate: (Pick<Counting, 'status' | 'since' | 'validUntil'> & { reasonClass: string | null }) | null;
};

/** The one answer for register, check, page and API. Expiry is derived: a stored one would be wrong until a job ran. */
export function standing({ acceptedOn, application, certificate }: Registered, today: Day): Standing {
  if (!certificate) {
    if (application.state === 'refused')
      return { status: 'not_certified', since: at(application.concludedAt, acceptedOn), reasonClass: null };
    return { status: 'applicant', since: acceptedOn, reasonClass: null };
  }
  const { status, since, validUntil, reasonClass } = certificate;
  if (status === 'withdrawn') return { status, since: since.toISOString(), reasonClass };
  // What ended while it was suspended keeps what it was suspended for: its end lifts nothing.
  if (validUntil < today)
    return {
      ...{ status: 'expired', since: addDays(validUntil, 1) },
      reasonClass: status === 'suspended' ? reasonClass : null,
    };
  switch (status) {
    case 'active':
      return { status: 'certified', since: since.toISOString(), reasonClass: null };
    case 'active_under_watch':
      return { status: 'certified_under_watch', since: since.toISOString(), reasonClass };
    case 'suspended':
      return { status: 'suspended', since: since.toISOString(), reasonClass };
  }
}

const at = (moment: Date | null, otherwise: Day) => moment?.toISOString() ?? otherwise;
