import { addDays, addMonths, type Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';

import { finalStatuses, type Certificate } from '../model.ts';

type Terms = {
  validityMonths: number;
  recertificationOpensMonths: number;
  recertificationDoneMonths: number;
  restorationMonths: number;
};

/** The days of a certificate; years of the levy count from `cycleFrom`. */
export type Days = { validFrom: Day; validUntil: Day; cycleFrom: Day };

/** A whole cycle from a day on. */
export const cycleFrom = (from: Day, validityMonths: number): Days => ({
  validFrom: from,
  validUntil: addDays(addMonths(from, validityMonths), -1),
  cycleFrom: from,
});

const isFinal = ({ status }: Certificate) => finalStatuses.some((final) => final === status);

/**
 * The next cycle. Audited in time, it runs from the end of the old one, so that nobody loses months by being early;
 * audited late, it runs from the decision.
 */
export function recertify(certificate: Certificate, auditedOn: Day, terms: Terms, today: Day) {
  const may = mayRecertify(certificate, terms, today);
  if (!may.ok) return may;
  const { validUntil } = certificate;
  if (auditedOn > addMonths(validUntil, -terms.recertificationDoneMonths))
    return ok(cycleFrom(today, terms.validityMonths));
  return ok(following(validUntil, today, terms));
}

/** In the months before its end, and not after it; a suspension is lifted first, or it would end by the way. */
export function mayRecertify(
  certificate: Certificate,
  { recertificationOpensMonths }: Pick<Terms, 'recertificationOpensMonths'>,
  today: Day,
) {
  const { validUntil } = certificate;
  if (isFinal(certificate)) return refuse(certificate.status);
  if (validUntil < today) return refuse('expired');
  if (today < addMonths(validUntil, -recertificationOpensMonths)) return refuse('too_early');
  return certificate.status === 'suspended' ? refuse('suspended') : ok(undefined);
}

/** What expired comes back within the months of grace, its new cycle running from the old end all the same. */
export function restore(certificate: Certificate, terms: Terms, today: Day) {
  const may = mayRestore(certificate, terms, today);
  return may.ok ? ok(following(certificate.validUntil, today, terms)) : may;
}

/** What was suspended when it ended had work left undone, and nothing lifts it any more: its holder applies anew. */
export function mayRestore(
  certificate: Certificate,
  { restorationMonths }: Pick<Terms, 'restorationMonths'>,
  today: Day,
) {
  const { validUntil } = certificate;
  if (isFinal(certificate)) return refuse(certificate.status);
  if (validUntil >= today) return refuse('not_expired');
  if (today > addMonths(validUntil, restorationMonths)) return refuse('too_late');
  return certificate.status === 'suspended' ? refuse('ended_suspended') : ok(undefined);
}

const following = (end: Day, today: Day, { validityMonths }: Terms): Days => ({
  validFrom: today,
  validUntil: addMonths(end, validityMonths),
  cycleFrom: addDays(end, 1),
});

/** Until when an expired certificate may be restored; undefined while it counts, and for what is final. */
export const restorableUntil = (certificate: Certificate, restorationMonths: number, today: Day) =>
  isFinal(certificate) || certificate.status === 'suspended' || certificate.validUntil >= today
    ? undefined
    : addMonths(certificate.validUntil, restorationMonths);

/** How far a recertification is: between its months it is open, after them without an audit it is late. */
export function recertificationOf(certificate: Certificate, audited: boolean, terms: Terms, today: Day) {
  const { validUntil } = certificate;
  const may = mayRecertify(certificate, terms, today);
  // Audited while it is suspended, it is renewed once that is lifted.
  if (!may.ok && may.refusal !== 'suspended') return undefined;
  const dueOn = addMonths(validUntil, -terms.recertificationDoneMonths);
  if (audited) return { state: 'audited' as const, dueOn };
  return { state: dueOn < today ? ('late' as const) : ('open' as const), dueOn };
}
