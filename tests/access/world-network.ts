import type { Kysely } from 'kysely';

import { readList } from '#app/features/network/import/commands.server.ts';
import { heads } from '#app/features/network/import/columns.ts';
import { authorisePartner } from '#app/features/network/commands.server.ts';
import { declareLicence } from '#app/features/licences/commands.server.ts';
import type { Recruiter } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { done, now } from '#tests/support/factories/audits.ts';
import { licenceForm } from '#tests/support/factories/licences.ts';
import { aPartner } from '#tests/support/factories/network.ts';

/** What stands behind the addresses of the network and of licences: all of them the own recruiter's. */
export async function networkNames(db: Kysely<Database>, actor: Recruiter) {
  const scope = { db, now, actor };
  const licence = done(await declareLicence(scope, licenceForm));
  const partner = await aPartner(scope);
  done(await authorisePartner(scope, partner, { phones: ['+9779812345678'] }));
  const rows = [Object.values(heads).join(','), 'Clinic,registered,City Clinic,,Nepal,Kathmandu,,,,,,'];
  const list = { filename: 'partners.csv', content: Buffer.from(rows.join('\n')) };
  const read = done(await readList(scope, list));
  return {
    'licences/:licenceId': licence.id,
    'network/:partnerId': partner,
    'imports/:importId': read.id,
  };
}
