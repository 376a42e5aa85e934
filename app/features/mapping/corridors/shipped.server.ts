import { sql } from 'kysely';
import { z } from 'zod';

import { sectors } from '#app/platform/industries.ts';
import { countryCodes } from '#app/platform/places.ts';
import type { Scope } from '#app/platform/scope.ts';
import shipped from '#db/reference/corridors.json' with { type: 'json' };

import { topics } from './model.ts';

const country = z.enum(countryCodes).nullable();
const sector = z.enum(Object.keys(sectors)).nullable();

/** What stands in `db/reference/corridors.json`; each entry names where it was read. */
export const shippedShape = z.array(
  z.strictObject({
    id: z.uuid(),
    topic: z.enum(topics),
    origin: country,
    destination: country,
    sector,
    title: z.string().min(3).max(200),
    words: z.string().min(10).max(5000),
    sourceTitle: z.string().min(3).max(300),
    sourceUrl: z.string().regex(/^https:\/\/[!-~]+$/),
    sourceOn: z.iso.date(),
    checkedOn: z.iso.date(),
  }),
);

/**
 * The few entries that come with the software, where they are not in the book yet. Nobody of the scheme has reviewed them, and
 * the book says so until an officer does. What an officer changed or withdrew stays so.
 */
export function shipCorridors({ db, now }: Pick<Scope, 'db' | 'now'>) {
  return db.transaction().execute(async (trx) => {
    // Two that begin at once ship once.
    await sql`select pg_advisory_xact_lock(hashtext('corridor_entry'))`.execute(trx);
    const known = await trx
      .selectFrom('corridor_entry')
      .select('entry_id')
      .where('version', '=', 1)
      .execute();
    const missing = shippedShape
      .parse(shipped)
      .filter(({ id }) => !known.some((entry) => entry.entry_id === id));
    if (missing.length > 0)
      await trx
        .insertInto('corridor_entry')
        .values(
          missing.map(({ id, sourceTitle, sourceUrl, sourceOn, checkedOn, ...said }) => ({
            ...{ entry_id: id, version: 1, ...said, source_title: sourceTitle, source_url: sourceUrl },
            ...{ source_on: sourceOn, checked_on: checkedOn, written_at: now },
          })),
        )
        .execute();
    return missing.length;
  });
}
