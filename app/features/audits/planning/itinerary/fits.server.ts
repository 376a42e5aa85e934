import type { Transaction } from 'kysely';

import type { Database } from '#db/client.server.ts';

import type { Audit } from '../../model.ts';
import { findItinerary, itemsIn } from './queries.server.ts';
import { fitsPlan } from './rules.ts';

/** What the notice or the beginning asks of the latest itinerary; without one there is nothing to ask. */
export const fits = async (trx: Transaction<Database>, audit: Audit) =>
  fitsPlan(audit, itemsIn(await findItinerary({ db: trx, actor: { kind: 'system' } }, audit.id)));
