import type { Scope, SignedIn } from '#app/platform/scope.ts';

import { findGround } from '../ground.server.ts';
import { findItinerary } from '../itinerary/queries.server.ts';
import type { findAudit } from '../../queries.server.ts';

type Found = NonNullable<Awaited<ReturnType<typeof findAudit>>>;
export type PlanContent = NonNullable<Awaited<ReturnType<typeof planContent>>>;

/**
 * An audit's plan as this person may read it: the team and the scheme with what it rests on, the recruiter what it was
 * told, without days reckoned and workers sampled. Nothing where nothing is planned or told yet. `audit` as it was found
 * for the same person.
 */
export async function planContent({ db, actor }: Scope<SignedIn>, audit: Found) {
  const [{ calculated, sample, plannedAt, notifiedAt, startedAt }, itinerary] = await Promise.all([
    findGround(db, audit.id),
    findItinerary({ db, actor }, audit.id),
  ]);
  const recruiter = actor.kind === 'recruiter';
  const at = recruiter
    ? (startedAt ?? notifiedAt)
    : latest([plannedAt, calculated?.at, sample?.at, itinerary?.writtenAt]);
  if (!at || (recruiter && !audit.startsOn)) return undefined;
  const ground = recruiter ? { calculated: undefined, sample: undefined } : { calculated, sample };
  // Of a semi-announced audit its recruiter knows a window and no plan, until it begins.
  return { audit, itinerary, ...ground, at, isWindow: recruiter && audit.plan === '' };
}

const latest = (times: readonly (Date | null | undefined)[]) =>
  times.reduce<Date | undefined>((last, time) => (time && (!last || time > last) ? time : last), undefined);
