import { ok, refuse, type Result } from '#app/platform/result.ts';

import { minorUnits } from '../model.ts';
import type { BankLine, Candidate, Match } from './model.ts';

const squeezed = (text: string) => text.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');

/** The number may stand anywhere, with spaces or without its hyphen, but not inside a longer number. */
const names = (text: string, number: string) => {
  // Cheap, and true of nearly none: every line is held against every open invoice.
  if (!squeezed(text).includes(squeezed(number))) return false;
  const parts = number.split('-').map((part) => part.split('').join('[\\s./_-]*'));
  return new RegExp(`(?<![0-9])${parts.join('[\\s./_-]*')}(?![0-9])`, 'i').test(text);
};

/** One character wrong, missing or too many: worth a suggestion, never a booking. */
export function isNear(text: string, number: string) {
  const wanted = squeezed(number);
  const given = squeezed(text);
  const middle = Math.floor(wanted.length / 2);
  // A single slip leaves one half of the number whole: only where one stands is there anything to compare.
  const [first, second] = [wanted.slice(0, middle), wanted.slice(middle)];
  const begins = placesOf(given, first).map((start) => ({ start, end: undefined }));
  const ends = placesOf(given, second).map((at) => ({ start: undefined, end: at + second.length }));
  return [...begins, ...ends].some(({ start, end }) =>
    [wanted.length - 1, wanted.length, wanted.length + 1].some((length) => {
      const from = start ?? end - length;
      const piece = from < 0 ? '' : given.slice(from, from + length);
      return piece.length === length && oneApart(piece, wanted);
    }),
  );
}

function placesOf(text: string, part: string) {
  const places: number[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) places.push(at);
  return places;
}

function oneApart(one: string, other: string) {
  let front = 0;
  while (front < one.length && one[front] === other[front]) front += 1;
  let back = 0;
  const most = Math.min(one.length, other.length) - front;
  while (back < most && one.at(-1 - back) === other.at(-1 - back)) back += 1;
  return Math.max(one.length, other.length) - front - back <= 1;
}

const daysApart = (one: string, other: string) => Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000;

/** A suggestion is a kindness and no more: it may not hold the house up. */
const mostCompared = 2000;

/** What becomes of a line: only the exact number with the exact amount books anything. */
export function match(line: BankLine, candidates: readonly Candidate[], taken: ReadonlySet<string>): Match {
  if (taken.has(line.lineId)) return { kind: 'taken' };
  const named = candidates.filter(({ number }) => names(line.reference, number));
  if (named.length > 1) return { kind: 'keeps', because: 'several' };
  const [invoice] = named;
  if (!invoice) {
    const open = candidates.filter(({ status }) => status === 'open').slice(0, mostCompared);
    const near = open.find(({ number }) => isNear(line.reference, number));
    return { kind: 'keeps', because: 'no_number', ...(near && { near: near.number }) };
  }
  if (invoice.currency !== line.currency) return { kind: 'keeps', because: 'currency_differs' };
  if (invoice.amountMinor !== line.amountMinor) return { kind: 'keeps', because: 'amount_differs' };
  if (invoice.handRecordedOn.some((day) => daysApart(day, line.receivedOn) <= 3))
    return { kind: 'recorded_by_hand', invoice };
  return { kind: 'books', invoice, surplus: invoice.status !== 'open' };
}

const headers: Record<Column, readonly string[]> = {
  date: ['date', 'booking date', 'value date', 'received on', 'transaction date', 'buchungstag', 'fecha'],
  amount: ['amount', 'credit', 'amount received', 'betrag', 'importe'],
  currency: ['currency', 'ccy', 'währung', 'moneda'],
  reference: [
    'reference',
    'description',
    'details',
    'remittance information',
    'purpose',
    'narrative',
    'text',
  ],
  counterparty: ['counterparty', 'payer', 'sender', 'name', 'from', 'ordering party'],
  id: ['id', 'transaction id', 'bank reference', 'entry reference', 'bank id'],
};
export type Column = 'date' | 'amount' | 'currency' | 'reference' | 'counterparty' | 'id';
type Columns = Partial<Record<Column, number>>;

/** Which column holds what, by the words of the first row; undefined when one that is needed is missing. */
export function columnsOf(header: readonly string[]): Columns | undefined {
  const words = header.map((word) => word.trim().toLowerCase());
  const columns: Columns = {};
  for (const [column, known] of Object.entries(headers)) {
    const at = words.findIndex((word) => known.includes(word));
    if (at >= 0 && isColumn(column)) columns[column] = at;
  }
  const { date, amount, currency, reference } = columns;
  return [date, amount, currency, reference].every((at) => at !== undefined) ? columns : undefined;
}
const isColumn = (word: string): word is Column => word in headers;

const months = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/;

/** `2026-03-01`, `01.03.2026`, `31/03/2026`; undefined for what could be read two ways. */
export function dayFrom(text: string): string | undefined {
  const [, first = '', second = '', year = ''] = months.exec(text.trim()) ?? [];
  const iso = year
    ? `${year}-${second.padStart(2, '0')}-${first.padStart(2, '0')}`
    : text.trim().slice(0, 10);
  // Slashes stand for both orders in the world: only a day beyond twelve tells which.
  if (year && text.includes('/') && Number(first) <= 12 && first !== second) return undefined;
  const time = Date.parse(`${iso}T00:00:00Z`);
  const valid =
    /^\d{4}-\d{2}-\d{2}$/.test(iso) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
  return valid ? iso : undefined;
}

export type Cells = { row: number; texts: readonly string[]; lineId: string };

/** One row of the file as a line; money that went out is none of ours. */
export function lineFrom({ texts, lineId }: Cells, columns: Columns): Result<BankLine> {
  const at = (column: Column) => (texts[columns[column] ?? -1] ?? '').trim();
  const currency = at('currency').toUpperCase();
  if (/^[-(]/.test(at('amount'))) return refuse('money_out');
  if (!/^[A-Z]{3}$/.test(currency)) return refuse('no_currency');
  const amountMinor = minorUnits(at('amount').replace(/^\+/, ''), currency);
  if (amountMinor === undefined) return refuse('no_amount');
  const receivedOn = dayFrom(at('date'));
  if (!receivedOn) return refuse('no_day');
  const cut = (text: string) => text.slice(0, 500);
  return ok({
    // Some banks number the lines of each export from one: an id alone would take another month's money for known.
    lineId: at('id') ? [at('id').slice(0, 200), receivedOn, amountMinor, currency].join(' ') : lineId,
    receivedOn,
    amountMinor,
    currency,
    reference: cut(at('reference')),
    counterparty: cut(at('counterparty')),
  });
}
