import { sql } from 'kysely';
import { z } from 'zod';

import type { Scope } from '#app/platform/scope.ts';

import { categories } from './model.ts';

/** Fewer people than this might be recognised by what they got back. */
const leastPeople = 5;

const shape = z.array(
  z.object({
    currency: z.string(),
    category: z.enum(categories),
    amountMinor: z.number(),
    people: z.number(),
  }),
);

/** What went back to workers in remedies that are complete: each currency by itself, no group of fewer than five. */
export async function remedyTotals({ db }: Pick<Scope, 'db'>) {
  const completed = db
    .selectFrom('remedy')
    .innerJoin('remedy_people as people', 'people.remedy_id', 'remedy.id')
    .where('remedy.completed_at', 'is not', null);
  const { madeWhole } = await completed
    .select(sql<number>`coalesce(sum(people.made_whole), 0)::integer`.as('madeWhole'))
    .executeTakeFirstOrThrow();
  const rows = await completed
    .innerJoin('remedy_item as item', 'item.remedy_id', 'remedy.id')
    .select(['item.currency', 'item.category'])
    .select(sql<number>`sum(item.paid_minor)::bigint`.as('amountMinor'))
    // One remedy counts once in a group, however many items it has there.
    .select(
      sql<number>`(select coalesce(sum(p.affected), 0)::integer from remedy_people p where p.remedy_id = any (array_agg(distinct remedy.id)))`.as(
        'people',
      ),
    )
    .where('item.paid_minor', '>', '0')
    .groupBy(['item.currency', 'item.category'])
    .orderBy('item.currency')
    .orderBy('item.category')
    .execute();
  const repaid = shape.parse(rows).filter(({ people }) => people >= leastPeople);
  return { madeWhole: madeWhole >= leastPeople ? madeWhole : 0, repaid };
}
