import type { Kysely } from 'kysely';

import type { Database } from '#db/client.server.ts';

/** A party of a company's chain, as the company named it itself. */
export async function aParty(db: Kysely<Database>, companyId: string, name: string, now: Date) {
  const { id } = await db
    .insertInto('supply_party')
    .values({
      ...{ company_id: companyId, kind: 'recruiter', name, identity: `recruiter NP ${name}`, country: 'NP' },
      ...{ named_by_company: true, made_at: now },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
