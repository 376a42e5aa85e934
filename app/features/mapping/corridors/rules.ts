import { addDays, dayInWords, type Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';

import { checkHolds, warnedAhead, type Place, type Provenance, type Standing } from './model.ts';

type Checked = Pick<Provenance, 'checkedOn'> & { withdrawnReason: string | null };

/** The last day on which a check holds. */
export const lastDayOf = (checkedOn: Day): Day => addDays(checkedOn, checkHolds);

/** The last day of checks that end soon, or have ended: `standingOn` asked from the other end, for queries. */
export const dueSince = (today: Day): Day => addDays(today, warnedAhead - checkHolds);

/** The last day of checks that hold no more. */
export const staleSince = (today: Day): Day => addDays(today, -checkHolds - 1);

/** `due` and `stale` are shown still: who reads is told how old it is, and staff are asked to look again. */
export function standingOn({ checkedOn, withdrawnReason }: Checked, today: Day): Standing {
  if (withdrawnReason !== null) return 'withdrawn';
  if (checkedOn <= staleSince(today)) return 'stale';
  return checkedOn <= dueSince(today) ? 'due' : 'fresh';
}

/** In words for whoever relies on it; nothing where the check is fresh. */
export const staleInWords = (checked: Checked, today: Day) =>
  standingOn(checked, today) === 'stale'
    ? `Last checked on ${dayInWords(checked.checkedOn)}, more than a year ago. It may have changed: look at the source before you rely on it.`
    : null;

/** Whether an entry holds in a corridor: what it leaves open holds anywhere. No sector asked for shows all of them. */
export const holdsIn = (entry: Place, { origin, destination, sector }: Place) =>
  (entry.origin === null || entry.origin === origin) &&
  (entry.destination === null || entry.destination === destination) &&
  (entry.sector === null || sector === null || entry.sector === sector);

type Kept = { version: number; withdrawnReason: string | null };

/** The number of the next version, for whoever saw the last one: of an entry of the book and of a national rule alike. */
export function follow(kept: Kept | undefined, seen: number) {
  if (!kept) return refuse('not_found');
  if (kept.withdrawnReason !== null) return refuse('already_withdrawn');
  return kept.version === seen ? ok(kept.version + 1) : refuse('saved_meanwhile');
}
