import { sql } from 'kysely';
import { z } from 'zod';

import type { Scope } from '#app/platform/scope.ts';

import { categories } from './model.ts';
import { disclosed } from './disclosure.ts';

const paidShape = z.array(
  z.object({
    quarter: z.string(),
    currency: z.string(),
    category: z.enum(categories),
    amountMinor: z.number(),
    people: z.number(),
  }),
);

/**
 * What went back to workers in remedies that are complete, each currency by itself: by quarters that are over, and only
 * as far as no addition lets fewer than five people be told apart.
 */
export async function remedyTotals({ db, now }: Pick<Scope, 'db' | 'now'>) {
  const quarter = sql<string>`date_trunc('quarter', remedy.completed_at at time zone 'UTC')::date::text`;
  const completed = db
    .selectFrom('remedy')
    .where('remedy.completed_at', '<', sql<Date>`date_trunc('quarter', ${now}::timestamptz, 'UTC')`);
  const [whole, paid] = await Promise.all([
    completed
      .innerJoin('remedy_people as people', 'people.remedy_id', 'remedy.id')
      .select([quarter.as('quarter'), sql<number>`sum(people.made_whole)::integer`.as('people')])
      .groupBy('quarter')
      .orderBy('quarter')
      .execute(),
    completed
      .innerJoin('remedy_entry as entry', 'entry.remedy_id', 'remedy.id')
      .where('entry.kind', '=', 'paid')
      .select([quarter.as('quarter'), 'entry.currency', 'entry.category'])
      .select(sql<number>`sum(entry.amount_minor)::bigint`.as('amountMinor'))
      // Only those whom this very payment made whole: of the others it would be told before the rest is paid.
      .select(sql<number>`sum(entry.workers)::integer`.as('people'))
      .groupBy(['quarter', 'entry.currency', 'entry.category'])
      .orderBy('quarter')
      .execute(),
  ]);
  const rows = paidShape.parse(paid);
  const groups = [...new Set(rows.map(groupOf))].toSorted();
  const repaid = groups.flatMap((group) => {
    const quarters = rows.filter((row) => groupOf(row) === group);
    const [first] = quarters;
    const { people, amountMinor } = disclosed(quarters);
    return first && people > 0
      ? [{ currency: first.currency, category: first.category, amountMinor, people }]
      : [];
  });
  return { madeWhole: disclosed(whole).people, repaid };
}

type Group = { currency: string; category: string };
const groupOf = ({ currency, category }: Group) => `${currency} ${category}`;
