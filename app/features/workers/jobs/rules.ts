import type { Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';

import { mostOpen, type JobState } from './model.ts';

type Stored = { withdrawn: boolean; closesOn: Day; inForce: boolean };

/** Where a job order stands today; the certificate of its recruiter is part of the answer. */
export function stateOf({ withdrawn, closesOn, inForce }: Stored, today: Day): JobState {
  if (withdrawn) return 'withdrawn';
  if (closesOn < today) return 'closed';
  return inForce ? 'open' : 'paused';
}

/** `certified`: whether a certificate of the recruiter counts today; `corridors`: the ways it names, none where it covers all. */
export type Publisher = { delisted: boolean; certified: boolean; corridors: readonly string[]; open: number };
type Asked = { origin: string; country: string; closesOn: Day };

/**
 * Who holds a certificate in force publishes, for the ways it covers. An applicant was not audited yet: that its jobs cost
 * a worker nothing would be believed for the scheme's sake, which does not know it.
 */
export function publish(publisher: Publisher | undefined, asked: Asked, today: Day) {
  if (!publisher) return refuse('not_listed');
  if (publisher.delisted) return refuse('delisted');
  if (!publisher.certified) return refuse('not_certified');
  const corridor = `${asked.origin}-${asked.country}`;
  if (publisher.corridors.length > 0 && !publisher.corridors.includes(corridor))
    return refuse('corridor_uncovered');
  if (asked.closesOn < today) return refuse('closed_already');
  return publisher.open >= mostOpen ? refuse('too_many_open') : ok({ published: true });
}

/** Its recruiter withdraws its own; of an officer who is tied to the recruiter nothing is taken. */
export function withdraw({ withdrawn, tied }: { withdrawn: boolean; tied: boolean }) {
  if (withdrawn) return refuse('withdrawn_already');
  return tied ? refuse('tied') : ok({ withdrawn: true });
}
