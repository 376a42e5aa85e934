import type { Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';

import type { Entry, Item } from './model.ts';

const sum = (numbers: readonly number[]) => numbers.reduce((total, next) => total + next, 0);

/** Every item with what is owed and paid of it; what was taken back is owed no more. */
export function itemsOf(entries: readonly Entry[]): Item[] {
  return entries.flatMap((entry) => {
    if (entry.kind !== 'owed' || entry.correctsId !== null) return [];
    const { id, category, currency, amountMinor } = entry;
    const back = entries.flatMap((one) =>
      one.kind === 'owed' && one.correctsId === id ? [one.amountMinor] : [],
    );
    const paid = entries.flatMap((one) =>
      one.kind === 'paid' && one.itemId === id ? [one.amountMinor] : [],
    );
    return [{ id, category, currency, owed: amountMinor + sum(back), paid: sum(paid) }];
  });
}

/** How many it concerns, how many have everything back, and how many of those say so. */
export function peopleOf(entries: readonly Entry[]) {
  const of = (kind: 'affected' | 'paid' | 'confirmed') =>
    sum(entries.map((entry) => (entry.kind === kind && 'workers' in entry ? entry.workers : 0)));
  return { affected: of('affected'), madeWhole: of('paid'), confirmed: of('confirmed') };
}

/** Currencies are never added together. `over`: repaid beyond what is owed, which somebody gave a reason for. */
export function moneyOf(entries: readonly Entry[]) {
  const items = itemsOf(entries);
  return [...new Set(items.map(({ currency }) => currency))]
    .sort()
    .map((currency) => {
      const own = items.filter((item) => item.currency === currency);
      const over = sum(own.map(({ owed, paid }) => Math.max(0, paid - owed)));
      return {
        currency,
        owed: sum(own.map(({ owed }) => owed)),
        paid: sum(own.map(({ paid }) => paid)),
        over,
      };
    })
    .filter(({ owed, paid }) => owed > 0 || paid > 0);
}

/** Promised sums in order of their days, each with what of it is paid: what is paid pays the earliest promise first. */
export function instalmentsOf(entries: readonly Entry[], today: Day) {
  const back = new Set(entries.flatMap(({ correctsId }) => correctsId ?? []));
  const left = new Map(moneyOf(entries).map(({ currency, paid }) => [currency, paid]));
  return entries
    .filter((entry) => entry.kind === 'instalment')
    .filter(({ id, correctsId }) => correctsId === null && !back.has(id))
    .sort((one, other) => one.day.localeCompare(other.day))
    .map(({ id, day, currency, amountMinor }) => {
      const paid = Math.min(amountMinor, Math.max(0, left.get(currency) ?? 0));
      left.set(currency, (left.get(currency) ?? 0) - paid);
      return { id, dueOn: day, currency, amountMinor, paid, overdue: paid < amountMinor && day < today };
    });
}

type Payment = { itemId: string; amountMinor: number; workers: number; overWhy: string | undefined };

/** More than is owed only with a reason, and a reason only for more; nobody is made whole twice. */
export function pay(entries: readonly Entry[], { itemId, amountMinor, workers, overWhy }: Payment) {
  const item = itemsOf(entries).find(({ id, owed }) => id === itemId && owed > 0);
  if (!item) return refuse('no_such_item');
  const { affected, madeWhole } = peopleOf(entries);
  if (madeWhole + workers > affected) return refuse('more_than_affected');
  const over = item.paid + amountMinor > item.owed;
  if (over && overWhy === undefined) return refuse('more_than_owed');
  return ok({ item, overWhy: over ? (overWhy ?? null) : null });
}

/** Workers confirm what they were paid: no more of them than were made whole. */
export function confirm(entries: readonly Entry[], workers: number) {
  const { madeWhole, confirmed } = peopleOf(entries);
  return confirmed + workers > madeWhole ? refuse('more_than_made_whole') : ok({});
}

/** A counter-entry, once for each entry; what others rest on stands until they are taken back. */
export function correct(entries: readonly Entry[], entryId: string) {
  const entry = entries.find(({ id }) => id === entryId);
  if (!entry || entry.correctsId !== null) return refuse('no_such_entry');
  if (entries.some(({ correctsId }) => correctsId === entryId)) return refuse('corrected_before');
  if (itemsOf(entries).some(({ id, paid }) => id === entryId && paid > 0)) return refuse('paid_already');
  const { affected, madeWhole, confirmed } = peopleOf(entries);
  if (entry.kind === 'affected' && affected - entry.workers < madeWhole) return refuse('made_whole_already');
  if (entry.kind === 'paid' && madeWhole - entry.workers < confirmed) return refuse('confirmed_already');
  return ok({ entry });
}

/** All that is owed is paid, and everybody it concerns has confirmed it. */
export function isComplete(entries: readonly Entry[]) {
  const { affected, madeWhole, confirmed } = peopleOf(entries);
  const paid = itemsOf(entries).every((item) => item.paid >= item.owed);
  return (
    affected > 0 &&
    itemsOf(entries).some(({ owed }) => owed > 0) &&
    paid &&
    madeWhole >= affected &&
    confirmed >= affected
  );
}

/** The first promised day that is not met yet; nothing where nothing is promised or all is paid. */
export const nextDue = (entries: readonly Entry[], today: Day) =>
  instalmentsOf(entries, today).find(({ paid, amountMinor }) => paid < amountMinor)?.dueOn;
