import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { sql, type Kysely } from 'kysely';

import { keysIn } from '#app/platform/signing/key-file.server.ts';
import { signingWith } from '#app/platform/signing/signing.server.ts';
import type { Database } from '#db/client.server.ts';

import { anOrganisation } from './organisations.ts';

export const origin = 'https://scheme.example';

/** Keys of one test; nobody else signs with them. */
export const someSigning = () =>
  signingWith({
    keyring: keysIn(join(mkdtempSync(join(tmpdir(), 'fairroute-keys-')), 'keys.json'), { make: true }),
    origin,
  });

type Listed = { name: string; number: string; country?: string; trading?: string[]; licence?: string };

/** An applicant on the register, without the paperwork that led there. */
export async function aListed(db: Kysely<Database>, listed: Listed) {
  const { name, number, country = 'NP', trading = [], licence } = listed;
  const { id } = await anOrganisation(db, 'recruiter', 'recruiter', { name, country });
  const applicationId = crypto.randomUUID();
  await db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    await sql`insert into application (id, reference, organisation_id, country, scheme_version_id, state, started_at, started_by,
        submitted_at, paid_at, accepted_at)
      values (${applicationId}, ${`APP-${number}`}, ${id}, ${country}, 'test', 'accepted', now(), ${id}, now(), now(), now())`.execute(
      trx,
    );
  });
  await db
    .insertInto('registration')
    .values({
      ...{ organisation_id: id, number, application_id: applicationId },
      ...{ accepted_on: '2026-03-01', trading_names: trading },
    })
    .execute();
  if (licence)
    await sql`insert into registration_licence (organisation_id, authority, number, valid_until)
      values (${id}, 'Department of Foreign Employment', ${licence}, '2030-01-01')`.execute(db);
  return { id, number, name };
}
