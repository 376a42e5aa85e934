import type { Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';

import type { Document, Scan } from './model.ts';

type Dates = { evidenceOn: Day; validUntil?: Day | undefined };

/** What is evidence of a day cannot lie before that day comes. */
export function dated<D extends Dates>(dates: D, today: Day) {
  if (dates.evidenceOn > today) return refuse('evidence_ahead');
  if (dates.validUntil !== undefined && dates.validUntil < dates.evidenceOn)
    return refuse('ends_before_it_begins');
  return ok(dates);
}

/** `sums`: of the document's versions so far. */
export function renew(document: Document, sha256: string, sums: readonly string[]) {
  if (document.withdrawn) return refuse('already_withdrawn');
  if (!document.subjectOpen) return refuse('already_sent');
  return sums.includes(sha256) ? refuse('same_file') : ok(document);
}

/** It stays readable for those who relied on it; it counts no more. */
export function withdraw(document: Document) {
  if (document.withdrawn) return refuse('already_withdrawn');
  return document.subjectOpen ? ok({ ...document, withdrawn: true }) : refuse('already_sent');
}

/** A verdict is given once. */
export const settleScan = (scan: Scan, verdict: 'clean' | 'infected') =>
  scan === 'quarantined' ? ok(verdict) : refuse('already_scanned');

/** Nobody gets what was not looked at yet, nor what carries a virus. */
export function serve(scan: Scan) {
  switch (scan) {
    case 'quarantined':
      return refuse('quarantined');
    case 'infected':
      return refuse('infected');
    case 'clean':
    case 'unscanned':
      return ok(scan);
  }
}
