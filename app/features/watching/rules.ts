import { ok, refuse } from '#app/platform/result.ts';

import { mostListed, mostWatches, type Reading, type Rhythm, type ToldType } from './model.ts';

/** `count`: watches the company holds already. */
export const mayWatchMore = (count: number) =>
  count < mostWatches ? ok(undefined) : refuse('too_many_watches');

/** `unknown`: numbers that are on no register. */
export function mayList(given: readonly string[], unknown: readonly string[]) {
  if (given.length > mostListed) return refuse('list_too_long');
  return unknown.length === given.length ? refuse('nobody_listed') : ok(undefined);
}

type Known = {
  /** What the register says now; none of whoever was taken off. */
  reading: Reading | null;
  /** The certificate the fact is about; none where it is about an application. */
  certificateNumber: string | undefined;
  /** Whether there was ever a certificate: from the first one on applications are not read any more. */
  everCertified: boolean;
};

/**
 * Whether a fact changed what the public reads. Of a certificate that does not count nothing is told, and one that ended
 * stays ended: only a withdrawal still shows.
 */
export function isPublic(type: ToldType, { reading, certificateNumber, everCertified }: Known): boolean {
  switch (type) {
    case 'application.accepted':
    case 'application.concluded':
      return reading !== null && !everCertified;
    case 'application.withdrawn':
    case 'application.lapsed':
      return reading === null;
    case 'certificate.issued':
    case 'certificate.withdrawn':
    case 'certificate.expired':
      return counts(reading, certificateNumber);
    case 'certificate.watched':
    case 'certificate.cleared':
    case 'certificate.suspended':
    case 'certificate.reinstated':
    case 'certificate.returned':
    case 'certificate.scope_reduced':
    case 'certificate.scope_extended':
    case 'certificate.scope_returned':
    case 'certificate.expiring':
      return counts(reading, certificateNumber) && reading?.standing.status !== 'expired';
  }
}

const counts = (reading: Reading | null, certificateNumber: string | undefined) =>
  certificateNumber !== undefined && reading?.certificate?.number === certificateNumber;

/** Whether a digest goes out today, in UTC: daily ones each day, weekly ones on Mondays. */
export function isDigestDay(rhythm: Rhythm, today: Date): boolean {
  switch (rhythm) {
    case 'daily':
      return true;
    case 'weekly':
      return today.getUTCDay() === 1;
    case 'at_once':
    case 'never':
      return false;
  }
}
