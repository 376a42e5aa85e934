import { ok, refuse } from '#app/platform/result.ts';

import type { Audit } from '../../model.ts';
import { isOnTeam, stands } from '../../rules.ts';
import type { Item } from './model.ts';

const inOrder = (one: Item, other: Item) => {
  const [before, after] = [`${one.day} ${one.from}`, `${other.day} ${other.from}`];
  return before < after ? -1 : before > after ? 1 : 0;
};

/** Written anew as often as the lead likes while nobody is told; the lines come back in the order of their times. */
export function writeItinerary(audit: Audit, items: readonly Item[]) {
  if (audit.state !== 'planned') return stands(audit);
  const fits = fitsPlan(audit, items);
  if (!fits.ok) return fits;
  if (items.some(({ from, to }) => from >= to)) return refuse('ends_before_it_begins');
  if (items.some(({ auditors }) => auditors.length === 0)) return refuse('nobody_of_the_team');
  const sorted = [...items].sort(inOrder);
  return clashes(sorted) ? refuse('auditor_in_two_places') : ok(sorted);
}

type Line = Pick<Item, 'day' | 'auditors'>;

/** Days and team may change after it was written: what is told, or begun with, fits both. */
export function fitsPlan(audit: Audit, items: readonly Line[]) {
  if (audit.state !== 'planned') return stands(audit);
  if (items.some(({ day }) => day < audit.startsOn || day > audit.endsOn))
    return refuse('itinerary_outside_days');
  if (items.some(({ auditors }) => auditors.some((id) => !isOnTeam(audit, id))))
    return refuse('itinerary_of_others');
  return ok(audit);
}

/** Somebody would have to be at two of these at once; one may begin when another ends. */
const clashes = (items: readonly Item[]) =>
  items.some((one, place) =>
    items
      .slice(place + 1)
      .some(
        (other) =>
          one.day === other.day &&
          other.from < one.to &&
          one.from < other.to &&
          other.auditors.some((id) => one.auditors.includes(id)),
      ),
  );
