import type { Day } from '#app/platform/calendar.ts';

import type { NationalRule } from './model.ts';

type Dated = Pick<NationalRule, 'country' | 'category' | 'validFrom' | 'withdrawnReason'>;

/** What is in force on a day: of each country and category the one that began last. */
export function inForce<R extends Dated>(all: readonly R[], day: Day): R[] {
  const latest = new Map<string, R>();
  for (const rule of all) {
    if (rule.withdrawnReason !== null || rule.validFrom > day) continue;
    const key = `${rule.country} ${rule.category ?? ''}`;
    const other = latest.get(key);
    if (!other || other.validFrom < rule.validFrom) latest.set(key, rule);
  }
  return [...latest.values()];
}

/** The rule for a category: its own, else the country's for all of them. */
export const ruleFor = <R extends Dated>(standing: readonly R[], country: string, category: string) =>
  standing.find((rule) => rule.country === country && rule.category === category) ??
  standing.find((rule) => rule.country === country && rule.category === null);

/** A corridor in which no worker may be charged for finding the job, because one of its two countries forbids it. */
export const isZeroFee = (
  standing: readonly Pick<NationalRule, keyof Dated | 'payerAllowed'>[],
  { origin, destination }: { origin: string; destination: string },
) =>
  [origin, destination].some(
    (country) => ruleFor(standing, country, 'FEE_SERVICE')?.payerAllowed === 'not_worker',
  );
