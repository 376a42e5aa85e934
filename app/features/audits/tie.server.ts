import { sql, type Transaction } from 'kysely';

import type { Database } from '#db/client.server.ts';

/** Whether somebody is or lately was tied to a recruiter: the database's own function knows, as its trigger does. */
export async function isTied(
  trx: Transaction<Database>,
  accountId: string,
  organisationId: string,
  day: string,
) {
  const { rows } = await sql<{
    tied: boolean;
  }>`select has_tie(${accountId}, ${organisationId}, ${day}::date) as tied`.execute(trx);
  return rows[0]?.tied === true;
}
