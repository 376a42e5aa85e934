import type { Kysely } from 'kysely';

import { listParties } from '#app/features/mapping/parties/queries.server.ts';
import { listSeenAnswers } from '#app/features/mapping/sharing/queries.server.ts';
import type { Company } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { anAnswer, campaignOf, supplier } from '#tests/support/factories/mapping.ts';

/** A campaign of the company, with a site that answered and is one of its parties. */
export async function mappingNames(db: Kysely<Database>, actor: Company) {
  const scope = { db, actor, now: new Date() };
  const campaign = await campaignOf(scope, [supplier()]);
  await anAnswer(scope, 'people@delta.example', { company_name: 'Delta Garments' });
  const [answer] = await listSeenAnswers(scope);
  const [party] = await listParties(scope, { limit: 1, offset: 0 });
  return {
    ...{ 'campaigns/:id': campaign, 'answers/:id': answer?.shareId ?? '' },
    ...{ 'parties/:id': party?.id ?? '', ':token': 'unknown', ':section': 'who' },
  };
}
