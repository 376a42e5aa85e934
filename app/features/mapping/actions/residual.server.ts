import type { Kysely } from 'kysely';

import type { Database } from '#db/client.server.ts';

/**
 * The residual risk of the last score of a party, of 100; undefined where it was never scored. No score is kept yet: until
 * one is, whoever plans or verifies an action says how high the risk is, and why.
 */
export type LastResidual = (
  db: Kysely<Database>,
  about: { companyId: string; partyId: string | null },
) => Promise<number | undefined>;

export const lastResidual: LastResidual = () => Promise.resolve(undefined);
