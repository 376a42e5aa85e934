import type { Kysely } from 'kysely';

import { makePoster } from '#app/features/mapping/voice/commands.server.ts';
import { findPoster } from '#app/features/mapping/voice/queries.server.ts';
import type { Company } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aSite } from '#tests/support/factories/voice.ts';

/** A site in the company's chain, with its poster. */
export async function voiceNames(db: Kysely<Database>, actor: Company) {
  const scope = { db, actor, now: new Date() };
  const site = await aSite(scope, 'Hawally Stitching');
  const { id } = done(await makePoster(scope, site, { languages: ['ne', 'hi'] }));
  const poster = await findPoster(scope, id);
  return { 'voice/:code': poster?.code ?? '', 'voice/:partyId': site, 'posters/:posterId': id };
}
