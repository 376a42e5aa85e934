import type { Kysely } from 'kysely';

import { declareLicence } from '#app/features/licences/commands.server.ts';
import type { Recruiter } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { done, now } from '#tests/support/factories/audits.ts';
import { licenceForm } from '#tests/support/factories/licences.ts';

/** What stands behind the addresses of the network and of licences: all of them the own recruiter's. */
export async function networkNames(db: Kysely<Database>, actor: Recruiter) {
  const licence = done(await declareLicence({ db, now, actor }, licenceForm));
  return { 'licences/:licenceId': licence.id };
}
