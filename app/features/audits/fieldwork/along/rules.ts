import { ok, refuse } from '#app/platform/result.ts';

import type { Audit } from '../../model.ts';
import { assess } from '../rules.ts';

type Said = { opens: boolean; waits: boolean };
/** `away`: the device took the audit along before, and has not said since that it sent everything. */
type Standing = { away: boolean };

/**
 * Whether what was taken along before is sent, and whether the audit is taken along from now on. A device with something
 * left stays away since it was; what is taken along after fieldwork brings nothing.
 */
export const noteAlong = (audit: Audit, { opens, waits }: Said, { away }: Standing) => ({
  sent: away && !waits,
  takes: opens && !(away && waits) && assess(audit).ok,
});

type Away = {
  /** Those that have not sent since. */
  away: readonly string[];
  /** Those whoever closes has seen and ticked. */
  without: readonly string[];
  reasons: string;
};
const leastReasons = 20;

/** Fieldwork closes over a colleague's day by name and with reasons, or waits for it. */
export function closeWithout({ away, without, reasons }: Away) {
  if (away.some((taking) => !without.includes(taking))) return refuse('taken_along');
  if (away.length > 0 && reasons.length < leastReasons) return refuse('away_reasons_missing');
  return ok({ reasons: away.length > 0 ? reasons : null });
}

/** A photo is evidence in its time; after fieldwork it is kept where its author had the audit along. */
export function takesPhoto(audit: Audit, tookAlong: boolean) {
  const open = assess(audit);
  if (open.ok) return ok({ late: false });
  return tookAlong && audit.state !== 'in_progress' ? ok({ late: true }) : open;
}
