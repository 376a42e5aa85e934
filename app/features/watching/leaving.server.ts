import type { Kysely } from 'kysely';

import type { Database } from '#db/client.server.ts';

type Left = { db: Kysely<Database>; now: Date; companyId: string };

/**
 * Whoever left a company hears nothing more in its name; a company that nobody belongs to watches nothing more and is sent
 * nothing more. Asked again, there is nothing left to end.
 */
export const endOfLeft = ({ db, now, companyId }: Left) =>
  db.transaction().execute(async (trx) => {
    const people = trx
      .selectFrom('membership')
      .select('account_id')
      .where('organisation_id', '=', companyId)
      .where('role', '=', 'company');
    await trx
      .deleteFrom('watch_rhythm')
      .where('company_id', '=', companyId)
      .where('account_id', 'not in', people)
      .execute();
    if (await people.limit(1).executeTakeFirst()) return;
    for (const table of ['watch', 'webhook_endpoint'] as const)
      await trx
        .updateTable(table)
        .set({ ended_at: now })
        .where('company_id', '=', companyId)
        .where('ended_at', 'is', null)
        .execute();
  });
