import { addDays, type Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';

import type { Finding } from '../findings/model.ts';
import type { Category, Confirmation, Entry, EntryKind, Remedy } from './model.ts';

/** What a critical indicator of the principle that nobody pays finds is a fee; the auditor marks anything else. */
export const mustBeFee = (indicator: { principle: string; defaultGrade: string }, grade: string) =>
  indicator.principle === '1' && indicator.defaultGrade === 'critical' && grade !== 'observation';

type Opens = Pick<Finding, 'state' | 'issuedOn' | 'remedy' | 'terms'>;

/** Open as long as its finding is; due so many days after the harm was told, or after it was opened where that was later. */
export function openRemedy(finding: Opens, today: Day) {
  if (finding.remedy === 'none') return refuse('no_harm');
  if (finding.remedy !== 'owed') return refuse('remedy_opened');
  if (finding.issuedOn === null) return refuse('finding_is_raised');
  if (finding.state === 'closed' || finding.state === 'withdrawn')
    return refuse(`finding_is_${finding.state}`);
  const from = finding.issuedOn > today ? finding.issuedOn : today;
  return ok({ dueOn: addDays(from, finding.terms.correctiveAction.remedyDays) });
}

const running = ({ completed }: Pick<Remedy, 'completed'>, { state }: Pick<Finding, 'state'>) => {
  if (state === 'closed' || state === 'withdrawn') return refuse(`finding_is_${state}`);
  return completed ? refuse('remedy_completed') : ok({});
};

const sum = (numbers: readonly number[]) => numbers.reduce((total, next) => total + next, 0);

type Money = Extract<Entry, { kind: 'owed' | 'paid' }>;
export type Item = Omit<
  Extract<Entry, { kind: 'owed' }>,
  'kind' | 'workers' | 'amountMinor' | 'correctsId'
> & {
  owed: number;
  paid: number;
};

/** Every item with what is owed and paid of it. */
export function itemsOf(entries: readonly Entry[]): Item[] {
  return entries.flatMap((entry) => {
    if (entry.kind !== 'owed' || entry.correctsId !== null) return [];
    const { id, position, category, payer, currency, amountMinor } = entry;
    const back = entries.flatMap((one) =>
      one.kind === 'owed' && one.correctsId === id ? [one.amountMinor] : [],
    );
    const paid = entries.flatMap((one) =>
      one.kind === 'paid' && one.itemId === id ? [one.amountMinor] : [],
    );
    return [{ id, position, category, payer, currency, owed: amountMinor + sum(back), paid: sum(paid) }];
  });
}

export function peopleOf(entries: readonly Entry[]) {
  const workers = (...kinds: EntryKind[]) =>
    sum(entries.filter(({ kind }) => kinds.includes(kind)).map((entry) => entry.workers));
  return { affected: workers('affected'), madeWhole: workers('paid', 'returned') };
}

/** Currencies are never added together. */
export function moneyOf(entries: readonly Entry[]) {
  const money = entries.filter((entry): entry is Money => entry.kind === 'owed' || entry.kind === 'paid');
  const of = (kind: EntryKind, currency: string) =>
    sum(money.filter((one) => one.kind === kind && one.currency === currency).map((one) => one.amountMinor));
  return [...new Set(money.map(({ currency }) => currency))]
    .sort()
    .map((currency) => ({ currency, owed: of('owed', currency), paid: of('paid', currency) }));
}

/** So many of the workers are asked at least: the square root, as in the plan of an audit. */
export const leastAsked = (affected: number) => Math.ceil(Math.sqrt(affected));

type Standing = Pick<Finding, 'state'>;

export const addItem = (remedy: Remedy, finding: Standing) => running(remedy, finding);

type NewPayment = { itemId: string | null; amountMinor: number; workers: number };

/** Never more than is owed, and nobody is made whole twice; without an item something else was given back. */
export function pay(remedy: Remedy, finding: Standing, { itemId, amountMinor, workers }: NewPayment) {
  const open = running(remedy, finding);
  if (!open.ok) return open;
  const { affected, madeWhole } = peopleOf(remedy.entries);
  if (madeWhole + workers > affected) return refuse('more_than_affected');
  if (itemId === null) return workers > 0 ? ok({ item: null }) : refuse('nobody_made_whole');
  const item = itemsOf(remedy.entries).find(({ id }) => id === itemId);
  if (!item) return refuse('no_such_item');
  return item.paid + amountMinor > item.owed ? refuse('more_than_owed') : ok({ item });
}

type Paid = { category: Category; currency: string; amountMinor: number; happenedOn: string; by: string };
type Recorded = Entry & { happenedOn: string; by: string };

/** The latest payment of the same day, amount and kind of fee by the same person that nobody has taken back. */
export const alikePayment = <R extends Recorded>(entries: readonly R[], sent: Paid) =>
  entries.findLast(
    (one) =>
      one.kind === 'paid' &&
      one.correctsId === null &&
      !entries.some(({ correctsId }) => correctsId === one.id) &&
      one.category === sent.category &&
      one.currency === sent.currency &&
      one.amountMinor === sent.amountMinor &&
      one.happenedOn === sent.happenedOn &&
      one.by === sent.by,
  );

/** A counter-entry, once for each entry; what others rest on stands until they are taken back. */
export function correct(remedy: Remedy, finding: Standing, entryId: string) {
  const open = running(remedy, finding);
  if (!open.ok) return open;
  const entry = remedy.entries.find(({ id }) => id === entryId);
  if (!entry || entry.correctsId !== null) return refuse('no_such_entry');
  if (remedy.entries.some(({ correctsId }) => correctsId === entryId)) return refuse('corrected_before');
  const { affected, madeWhole } = peopleOf(remedy.entries);
  if (entry.kind === 'affected' && affected - entry.workers < madeWhole) return refuse('made_whole_already');
  if (itemsOf(remedy.entries).some(({ id, paid }) => id === entryId && paid > 0))
    return refuse('paid_already');
  return ok({ entry });
}

/** What can be taken back: by the recruiter what it paid, by the team everything. */
export const correctable = (remedy: Remedy, finding: Standing, recruiter: boolean) =>
  remedy.entries.filter(
    ({ id, kind }) =>
      correct(remedy, finding, id).ok && (!recruiter || kind === 'paid' || kind === 'returned'),
  );

type Ledger = Pick<Remedy, 'harm' | 'entries' | 'confirmations'>;

/** What workers said after the last entry; nothing before they were asked again. */
function saidOf({ entries, confirmations }: Omit<Ledger, 'harm'>) {
  const said = [...confirmations].sort((one, other) => other.position - one.position)[0];
  return said && entries.every(({ position }) => position < said.position) ? said : undefined;
}

/** What is still to be written and paid before workers are asked. */
function unpaid({ harm, entries }: Omit<Ledger, 'confirmations'>) {
  const { affected, madeWhole } = peopleOf(entries);
  const items = itemsOf(entries);
  const owed = sum(items.map((item) => item.owed));
  const money = harm === 'fee_charged' || harm === 'wages';
  return [
    ...(affected === 0 ? ['Say how many workers are affected'] : []),
    ...(money && owed === 0 ? ['Add what is owed'] : []),
    ...(items.some((item) => item.paid < item.owed) ? ['Pay what is owed'] : []),
    ...(madeWhole < affected ? [`Make ${affected - madeWhole} more workers whole`] : []),
  ];
}

/** Everything is entered as paid: the recruiter's day is met and the team asks the workers, until one of them says no. */
export function isPaid(ledger: Ledger) {
  const said = saidOf(ledger);
  return unpaid(ledger).length === 0 && (!said || said.confirmed === said.asked);
}

/** What is still missing before the remedy is complete; nothing when it is. */
export function missing(ledger: Ledger) {
  const { affected } = peopleOf(ledger.entries);
  const said = saidOf(ledger);
  return [
    ...unpaid(ledger),
    ...(said && said.asked >= leastAsked(affected) && said.asked === said.confirmed
      ? []
      : [`Ask ${Math.max(1, leastAsked(affected))} workers at least, after the last entry, who all confirm`]),
  ];
}

/** Complete with the confirmation that leaves nothing missing. */
export function confirm(remedy: Remedy, finding: Standing, said: Omit<Confirmation, 'position'>) {
  const open = running(remedy, finding);
  if (!open.ok) return open;
  if (said.asked > peopleOf(remedy.entries).affected) return refuse('asked_more_than_affected');
  if (said.confirmed > said.asked) return refuse('confirmed_more_than_asked');
  const positions = [...remedy.entries, ...remedy.confirmations].map(({ position }) => position);
  const next = { ...said, position: Math.max(0, ...positions) + 1 };
  const left = missing({ ...remedy, confirmations: [...remedy.confirmations, next] });
  return ok({ completed: left.length === 0 });
}
