import { addDays, type Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';

import type {
  Active,
  Certificate,
  Standing,
  Suspended,
  SuspensionReason,
  UnderWatch,
  WatchReason,
  Withdrawn,
  WithdrawalReason,
} from './model.ts';

export function watch(certificate: Certificate, reasonClass: WatchReason, now: Date) {
  switch (certificate.status) {
    case 'active':
      return ok<UnderWatch>({ ...certificate, status: 'active_under_watch', reasonClass, since: now });
    case 'active_under_watch':
      return refuse('already_under_watch');
    case 'suspended':
      return refuse('suspended');
    case 'withdrawn':
      return refuse('withdrawn');
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
      return refuse('suspended');
    case 'withdrawn':
      return refuse('withdrawn');
  }
}

export function suspend(certificate: Certificate, reasonClass: SuspensionReason, now: Date) {
  switch (certificate.status) {
    case 'active':
    case 'active_under_watch':
      return ok<Suspended>({ ...certificate, status: 'suspended', reasonClass, since: now });
    case 'suspended':
      return refuse('already_suspended');
    case 'withdrawn':
      return refuse('withdrawn');
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
      return refuse('withdrawn');
  }
}

/** For good: whoever comes back does so by a new application. */
export function withdraw(certificate: Certificate, reasonClass: WithdrawalReason, now: Date) {
  switch (certificate.status) {
    case 'active':
    case 'active_under_watch':
    case 'suspended':
      return ok<Withdrawn>({ ...certificate, status: 'withdrawn', reasonClass, since: now });
    case 'withdrawn':
      return refuse('withdrawn');
  }
}

const active = (
  { id, number, organisationId, applicationId, validUntil }: Certificate,
  since: Date,
): Active => ({
  id,
  number,
  organisationId,
  applicationId,
  validUntil,
  since,
  status: 'active',
});

/** What is known of a registered recruiter when the question is asked. */
export type Registered = {
  acceptedOn: Day;
  /** State of the application it is listed by, and when that state began to count. */
  application: { state: string; concludedAt: Date | null };
  certificate: (Pick<Certificate, 'status' | 'since' | 'validUntil'> & { reasonClass: string | null }) | null;
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
  if (validUntil < today) return { status: 'expired', since: addDays(validUntil, 1), reasonClass: null };
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
