import { digitsOf } from '#app/platform/payments/money.ts';

import { readAsked, remembering, scoreOf, type Likeness } from '../../register/search/score.ts';
import type { JobOrder } from './model.ts';
import { isPlaceOf } from './place.ts';
import { readWage, wagesOf } from './wage.ts';

/** What somebody was told of a job, as they type it; whatever they leave out is not compared. */
export type JobAsked = {
  employer?: string | undefined;
  place?: string | undefined;
  wage?: string | undefined;
  currency?: string | undefined;
};

type Part = 'employer' | 'place' | 'wage' | 'currency';

/** `lower`: they were told less than was published; `higher`: more, which is how people are lured. */
export type Difference =
  | { what: 'place' }
  | { what: 'wage'; how: 'lower' | 'higher'; asked: number }
  | { what: 'currency'; asked: string };

/**
 * `found` is the published job that fits best: `exact` where the employer is called just so, and not only like it; its
 * `state` tells whether it is open still. `not_found`: others were published, and none is this one. Neither of the other two
 * ever reads as safe.
 */
export type JobAnswer =
  | { kind: 'none_published' }
  | { kind: 'not_found' }
  | { kind: 'found'; order: JobOrder; exact: boolean; agrees: Part[]; differs: Difference[] };

/** Less alike is another employer. */
const enough = 0.75;

/** Which of the job orders a recruiter published is the job somebody was told of. Pure and total. */
export function matchJobOrder(orders: readonly JobOrder[], asked: JobAsked): JobAnswer {
  if (orders.length === 0) return { kind: 'none_published' };
  const likeness = remembering();
  const fitting = orders
    .flatMap((order) => compared(order, asked, likeness))
    .sort((a, b) => b.rank - a.rank || b.alike - a.alike);
  const [best] = fitting;
  if (!best) return { kind: 'not_found' };
  const { order, alike, agrees, differs } = best;
  return { kind: 'found', order, exact: alike >= 0.99, agrees, differs };
}

/** One order beside what was asked; nothing where its employer, or without one its place, is another. */
function compared(order: JobOrder, asked: JobAsked, likeness: Likeness) {
  const [employer, place] = [asked.employer?.trim() ?? '', asked.place?.trim() ?? ''];
  if (!employer && !place) return [];
  const alike = employer ? alikeness(order, employer, likeness) : 0;
  const there = place ? isPlaceOf(order, place, likeness) : undefined;
  if (employer ? alike < enough : !there) return [];
  const agrees: Part[] = [...(employer ? ['employer' as const] : []), ...(there ? ['place' as const] : [])];
  const money = moneyOf(order, asked);
  const differs: Difference[] = [...(there === false ? [{ what: 'place' as const }] : []), ...money.differs];
  const all = [...agrees, ...money.agrees];
  const rank = all.length - 2 * differs.length + (order.state === 'open' ? 0.5 : 0);
  return [{ order, alike, agrees: all, differs, rank }];
}

/** How alike the employer's names are to the one asked for, in whichever script it was typed. */
function alikeness({ employer, employerLocal }: JobOrder, typed: string, likeness: Likeness) {
  const asked = readAsked(typed);
  if (asked.words.length === 0) return 0;
  const names = [employer, ...(employerLocal ? [employerLocal] : [])];
  const scores = names.map((name) => {
    const { words } = readAsked(name);
    const counts = words.map(() => 1);
    const candidate = { kind: 'name' as const, name, words, counts, askedCounts: asked.words.map(() => 1) };
    return scoreOf(asked, candidate, likeness).score;
  });
  return Math.max(...scores);
}

/** Amounts of another currency are not compared. */
function moneyOf(order: JobOrder, asked: JobAsked): { agrees: Part[]; differs: Difference[] } {
  const said = readWage(asked.wage ?? '');
  const currency = asked.currency?.trim().toUpperCase() || said?.currency;
  const sameCurrency = currency === undefined || currency === order.currency;
  const known: Part[] = currency && sameCurrency ? ['currency'] : [];
  if (!sameCurrency) return { agrees: [], differs: [{ what: 'currency', asked: currency }] };
  if (!said) return { agrees: known, differs: [] };
  const how = beside(said.amount, wagesOf(order, order.wageMinor / 10 ** digitsOf(order.currency)));
  if (how === 'same') return { agrees: ['wage', ...known], differs: [] };
  return { agrees: known, differs: [{ what: 'wage', how, asked: said.amount }] };
}

/** Beside the likeliest of what the wage is by the hour, the week or the month; what rounding makes is no difference. */
function beside(asked: number, published: readonly number[]) {
  const ratios = published.map((wage) => asked / wage);
  const nearest = ratios.reduce((best, one) => (distance(one) < distance(best) ? one : best));
  if (Math.abs(nearest - 1) <= 0.005) return 'same';
  return nearest < 1 ? 'lower' : 'higher';
}
const distance = (ratio: number) => Math.abs(Math.log(ratio));
