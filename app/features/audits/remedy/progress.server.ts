import { sql } from 'kysely';
import { z } from 'zod';

export const progressShape = z
  .object({
    people: z.object({ affected: z.number(), madeWhole: z.number() }),
    money: z.array(z.object({ currency: z.string(), owed: z.number(), paid: z.number() })),
  })
  .nullable();

/**
 * How far the remedy of a finding has come, as a column of any list of findings; nothing where none was opened. Built as
 * one object in SQL: the builder would need the row's whole type for it.
 */
export const remedyProgress = sql<unknown>`(select jsonb_build_object(
    'people', (select jsonb_build_object('affected', p.affected, 'madeWhole', p.made_whole)
      from remedy_people p where p.remedy_id = r.id),
    'money', (select coalesce(jsonb_agg(m order by m.currency), '[]') from (
      select i.currency, sum(i.owed_minor)::bigint as owed, sum(i.paid_minor)::bigint as paid
      from remedy_item i where i.remedy_id = r.id group by i.currency having sum(i.owed_minor) > 0) m))
  from remedy r where r.finding_id = finding.id)`.as('progress');
