import type { Kysely } from 'kysely';

import type { Database } from '#db/client.server.ts';

/** The residual risk of the last score of a party, of 100, as a whole number; undefined where it was never scored. */
export async function lastResidual(
  db: Kysely<Database>,
  { companyId, partyId }: { companyId: string; partyId: string | null },
): Promise<number | undefined> {
  if (partyId === null) return undefined;
  const last = await db
    .selectFrom('standing_risk_score')
    .select('residual')
    .where('company_id', '=', companyId)
    .where('party_id', '=', partyId)
    .executeTakeFirst();
  return last?.residual === undefined || last.residual === null
    ? undefined
    : Math.round(Number(last.residual));
}
