import { sql, type Transaction } from 'kysely';

import { addDays, dayOf, type Day } from '#app/platform/calendar.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Signing } from '#app/platform/signing/signing.server.ts';
import type { Database } from '#db/client.server.ts';

import { daysToPublish, headOf, hidden, nothingBefore } from './chain.server.ts';
import { checkpointOf } from './credentials.ts';

type House = Pick<Scope, 'db' | 'now'> & { signing: Signing; origin: string };

/** Publishes every day that is over, those without a complaint like those with; each once, whoever runs it. */
export async function publishComplaintLog(house: House) {
  const days = daysToPublish(dayOf(house.now), await whereItStands(house.db));
  for (const day of days) await publishDay(house, day);
  return days.length;
}

async function whereItStands(db: House['db']) {
  const { last } = await db
    .selectFrom('complaint_log_day')
    .select(({ fn }) => fn.max('day').as('last'))
    .executeTakeFirstOrThrow();
  const first = await db
    .selectFrom('complaint')
    .select('received_at as at')
    .orderBy('received_at')
    .limit(1)
    .executeTakeFirst();
  return { ...(last && { last }), ...(first && { first: dayOf(first.at) }) };
}

const publishDay = ({ db, now, signing, origin }: House, day: Day) =>
  db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(8722)`.execute(trx);
    const before = await lastDay(trx);
    if (before && before.day >= day) return;
    const previous = before?.head ?? nothingBefore;
    const leaves = hidden(await leavesOf(trx, day));
    const head = headOf({ previous, day, leaves });
    const days = (before?.days ?? 0) + 1;
    const checkpoint = await signing.signCredential(
      checkpointOf({ day, head, days }, { issuer: signing.did, origin }),
    );
    await trx
      .insertInto('complaint_log_day')
      .values({ day, previous, leaves, head, checkpoint, published_at: now })
      .execute();
  });

const lastDay = (trx: Transaction<Database>) =>
  trx
    .selectFrom('complaint_log_day')
    .select(['day', 'head'])
    .select(({ selectFrom }) =>
      selectFrom('complaint_log_day as one')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('days'),
    )
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst();

async function leavesOf(trx: Transaction<Database>, day: Day) {
  const rows = await trx
    .selectFrom('complaint')
    .select('leaf')
    .where('received_at', '>=', new Date(`${day}T00:00:00Z`))
    .where('received_at', '<', new Date(`${addDays(day, 1)}T00:00:00Z`))
    .execute();
  return rows.map(({ leaf }) => leaf);
}
