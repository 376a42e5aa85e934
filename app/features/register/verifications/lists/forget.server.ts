import type { Kysely } from 'kysely';

import type { Database } from '#db/client.server.ts';

import { keptDays, unaskedHours } from './model.ts';
import { ago } from './queries.server.ts';

/**
 * What was read of a list and not checked goes after a day, its rows with it; the page of one that was checked, after a
 * season. What was asked and answered stays with the receipt.
 */
export async function forgetOldLists({ db, now }: { db: Kysely<Database>; now: Date }) {
  await db
    .deleteFrom('list_check')
    .where((where) =>
      where.or([
        where.and([where('asked_at', 'is', null), where('made_at', '<', ago(now, unaskedHours))]),
        // One that could not be checked in days will not be.
        where.and([where('verification_id', 'is', null), where('made_at', '<', ago(now, 7 * 24))]),
        where('made_at', '<', ago(now, keptDays * 24)),
      ]),
    )
    .execute();
}
