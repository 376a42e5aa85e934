import { sql } from 'kysely';
import { z } from 'zod';

import { dayOf } from '#app/platform/calendar.ts';
import type { Scope } from '#app/platform/scope.ts';

import { licenceComing } from './rules.ts';

const shape = z.object({
  endsOn: z.string().nullable(),
  actsOn: z.string().nullable(),
  validUntil: z.string(),
});

/**
 * The suspension that a licence which runs out will bring, from its first announcement on; none where another of its
 * country is confirmed for longer. The database says which licence counts, as it does for the clock.
 */
export async function findLicenceComing({ db, now }: Pick<Scope, 'db' | 'now'>, id: string, steps: number[]) {
  const today = dayOf(now);
  const { rows } = await sql`
    select ends.day::text as "endsOn", c.valid_until::text as "validUntil",
      (select max(a.acts_on)::text from certificate_announcement a
        where a.certificate_id = c.id and a.change = 'licence' and a.due_on = ends.day + 1) as "actsOn"
    from certificate c cross join lateral (select licence_ends_on(c.organisation_id, c.corridors) as day) ends
    where c.id = ${id}::uuid and c.status in ('active', 'active_under_watch') and c.valid_until >= ${today}::date`.execute(
    db,
  );
  const [row] = z.array(shape).parse(rows);
  return row && licenceComing(row, steps, today);
}
