import type { Kysely } from 'kysely';

import { declareLicence } from '#app/features/licences/commands.server.ts';
import type { Database } from '#db/client.server.ts';

import { done } from './audits.ts';
import { anOrganisation } from './organisations.ts';

export const licenceForm = {
  authority: 'Department of Foreign Employment',
  country: 'NP',
  number: '12/34',
  validUntil: '2026-12-31',
};
export const note = { note: 'Seen on the public register of the authority.' };

/** A recruiter with a declared licence, and those who decide: the scheme, its country's authority, another one's. */
export async function aLicence(db: Kysely<Database>, form = licenceForm) {
  const agency = await anOrganisation(db, 'recruiter', 'recruiter', { name: 'Himal Workforce' });
  const scheme = await anOrganisation(db, 'scheme', 'officer');
  const authority = await anOrganisation(db, 'authority', 'authority', { name: 'Ministry' });
  const foreign = await anOrganisation(db, 'authority', 'authority', { name: 'Bureau', country: 'BD' });
  const { id } = done(await declareLicence(agency.scope, form));
  return { id, agency, scheme, authority, foreign };
}

export const licenceOf = (db: Kysely<Database>, id: string) =>
  db.selectFrom('licence').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

export const factsOf = async (db: Kysely<Database>, subject: string) =>
  (
    await db.selectFrom('event').select('type').where('subject', '=', subject).orderBy('position').execute()
  ).map(({ type }) => type);
