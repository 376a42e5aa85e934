import { addDays, dayOf, type Day } from '#app/platform/calendar.ts';

import type { Standing } from '../../certificates/model.ts';
import { standing } from '../../certificates/rules.ts';
import type { Absence } from '../model.ts';

/** One decided status of a certificate; `position` is the order in which statuses were decided. */
export type Decided = {
  certificateId: string;
  position: number;
  action: string;
  status: string;
  reasonClass: string | null;
  at: Date;
};

/** An application the recruiter stood on the register by. `endedAt`: the applicant left or let it lapse. */
export type Listing = {
  acceptedOn: Day;
  acceptedAt: Date;
  endedAt: Date | null;
  /** Refused from `at`, until an appeal undid it. */
  refusals: { at: Date; until: Date | null }[];
};

/** Everything that was decided about one recruiter; statuses by position, listings the earliest first. */
export type Past = {
  listings: readonly Listing[];
  certificates: readonly { id: string; validUntil: Day }[];
  statuses: readonly Decided[];
};

export type HistoryEntry = { at: string; status: string; reasonClass: string | null };

/** The moment a day is over, in UTC. */
export const endOf = (day: Day) => new Date(`${addDays(day, 1)}T00:00:00Z`);

/** What had been decided before a moment. */
export const knownBefore = ({ listings, certificates, statuses }: Past, end: Date): Past => ({
  certificates,
  statuses: statuses.filter(({ at }) => at < end),
  listings: listings
    .filter(({ acceptedAt }) => acceptedAt < end)
    .map((listing) => ({
      ...listing,
      endedAt: listing.endedAt && listing.endedAt < end ? listing.endedAt : null,
      refusals: listing.refusals
        .filter(({ at }) => at < end)
        .map(({ at, until }) => ({ at, until: until && until < end ? until : null })),
    })),
});

const goesOn = ['suspended', 'withdrawn'];
const replaced = ['superseded', 'transferred'];

/** A suspension or withdrawal for a graver reason goes on from its first day; anything else begins anew. */
function stateOf(rows: readonly Decided[]) {
  const last = rows.at(-1);
  if (!last) return undefined;
  const other = rows.findLastIndex(({ status }) => status !== last.status);
  const first = goesOn.includes(last.status) ? (rows[other + 1] ?? last) : last;
  return { status: last.status, reasonClass: last.reasonClass, since: first.at };
}

/** The certificate that counted by what is known: the one not withdrawn, else the last withdrawn. */
export function countedOf({ certificates, statuses }: Past) {
  const states = certificates.flatMap((certificate) => {
    const state = stateOf(statuses.filter(({ certificateId }) => certificateId === certificate.id));
    return !state || replaced.includes(state.status) ? [] : [{ ...certificate, ...state }];
  });
  const latest = (one: { since: Date }, other: { since: Date }) =>
    other.since.getTime() - one.since.getTime();
  const counts = states.filter(({ status }) => status !== 'withdrawn').toSorted(latest);
  return counts[0] ?? states.toSorted(latest)[0];
}

const countingStatuses = ['active', 'active_under_watch', 'suspended', 'withdrawn'] as const;
const isDecided = (status: string) => countingStatuses.find((one) => one === status);

/** Where a recruiter stood on a day by what is known; nothing where it was not on the register. */
function standingKnown(past: Past, day: Day): Standing | undefined {
  const listing = past.listings.at(-1);
  if (!listing) return undefined;
  const counted = countedOf(past);
  const status = counted && isDecided(counted.status);
  const certificate =
    counted && status
      ? { status, since: counted.since, validUntil: counted.validUntil, reasonClass: counted.reasonClass }
      : null;
  if (!certificate && listing.endedAt) return undefined;
  const refused = listing.refusals.findLast(({ until }) => until === null);
  const application = refused
    ? { state: 'refused', concludedAt: refused.at }
    : { state: 'accepted', concludedAt: null };
  return standing({ acceptedOn: listing.acceptedOn, application, certificate }, day);
}

/** The standing at the end of a day, from what had been decided by then; or which absence it was. */
export function standingOn(past: Past, day: Day): Standing | Absence | 'not_yet_listed' {
  const known = knownBefore(past, endOf(day));
  if (known.listings.length === 0) return 'not_yet_listed';
  return standingKnown(known, day) ?? 'removed';
}

/**
 * Every standing a recruiter had by what is known on `day`, newest first. An expiry nobody decides is told on the day after
 * the last, where nothing took its place that day. A change the public could not see is none.
 */
export function historyOf(past: Past, day: Day): HistoryEntry[] {
  const told = [...ofListings(past), ...ofEnds(past, day), ...ofStatuses(past)].toSorted(
    (one, other) => one.at.getTime() - other.at.getTime(),
  );
  return told
    .filter((entry, index) => entry.taken || !isSame(entry.standing, told[index - 1]?.standing))
    .map(({ at, standing: { status, reasonClass } }) => ({ at: at.toISOString(), status, reasonClass }))
    .toReversed();
}

/** `taken`: under a watch that was taken over with the certificate, which the new one says of itself. */
type Told = { at: Date; standing: Standing; taken?: boolean };

const tell = (at: Date, stood: Standing | undefined): Told[] => (stood ? [{ at, standing: stood }] : []);

const isSame = (one: Standing, other: Standing | undefined) =>
  one.status === other?.status && one.since === other.since && one.reasonClass === other.reasonClass;

/** What was decided in the very moment of an acceptance came after it. */
const ofListings = (past: Past): Told[] =>
  past.listings.flatMap((listing, index) => {
    const { acceptedAt: at, refusals } = listing;
    const statuses = past.statuses.filter((decided) => decided.at < at);
    const listings = [...past.listings.slice(0, index), { ...listing, endedAt: null, refusals: [] }];
    const accepted = tell(at, standingKnown({ ...past, listings, statuses }, dayOf(at)));
    return [...accepted, ...refusals.flatMap(({ at: refused, until }) => ofRefusal(past, refused, until))];
  });

const ofRefusal = (past: Past, ...moments: (Date | null)[]): Told[] =>
  moments.flatMap((at) => {
    if (!at) return [];
    const before = knownBefore(past, new Date(at.getTime() + 1));
    const statuses = before.statuses.filter((decided) => decided.at < at);
    return tell(at, standingKnown({ ...before, statuses }, dayOf(at)));
  });

const ofEnds = (past: Past, day: Day): Told[] =>
  past.certificates.flatMap(({ validUntil }) => {
    const on = addDays(validUntil, 1);
    if (on > day) return [];
    const stood = standingKnown(knownBefore(past, endOf(on)), on);
    return stood?.status === 'expired' && stood.since === on ? tell(new Date(`${on}T00:00:00Z`), stood) : [];
  });

/** Successors say of themselves that they were issued, and under a watch from the first moment where they were. */
function ofStatuses(past: Past): Told[] {
  const carried = new Set(
    past.statuses.filter(({ action }) => action === 'carried').map(({ certificateId }) => certificateId),
  );
  return past.statuses.flatMap(({ certificateId, action, position, at }) => {
    if (replaced.includes(action) || (action === 'issued' && carried.has(certificateId))) return [];
    const before = knownBefore(past, new Date(at.getTime() + 1));
    const statuses = past.statuses.filter((decided) => decided.position <= position);
    const taken = action === 'carried';
    return tell(at, standingKnown({ ...before, statuses }, dayOf(at))).map((told) => ({ ...told, taken }));
  });
}
