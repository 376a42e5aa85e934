import type { Kysely } from 'kysely';

import { addAccount, addMembership, foundOrganisation } from '#app/features/accounts/commands.server.ts';
import { requestLink } from '#app/features/accounts/links/links.server.ts';
import { interimVersion, publishSchemeVersion } from '#app/features/scheme/commands.server.ts';
import { shipCorridors } from '#app/features/mapping/corridors/shipped.server.ts';
import type { Database } from '#db/client.server.ts';

export type Founding = {
  name: string;
  country: string;
  officer: string;
  email: string;
  /** How many votes of the panel make a decision; one where nothing is said. */
  quorum?: number | undefined;
};

/**
 * The beginning of a real scheme: its standard, its organisation, and its first officer, who owns it and chooses a
 * password by the link that is mailed. Everyone else is invited from there. False where a scheme stands already.
 */
export async function foundScheme(
  db: Kysely<Database>,
  { name, country, officer, email, quorum }: Founding,
  now: Date,
) {
  const published = await db.selectFrom('scheme_version').select('id').limit(1).executeTakeFirst();
  if (published && quorum !== undefined)
    throw new Error('A version is published already, and its quorum with it: it never changes.');
  if (!published) await publishSchemeVersion({ db, now }, withQuorum(quorum));
  await shipCorridors({ db, now });
  return db.transaction().execute(async (trx) => {
    const kind = 'scheme';
    const stands = await trx
      .selectFrom('organisation')
      .select('id')
      .where('kind', '=', kind)
      .executeTakeFirst();
    if (stands) return false;
    const organisationId = await foundOrganisation({ db: trx, now }, { kind, name, country });
    const accountId = await addAccount({ db: trx, now }, { name: officer, email, passwordHash: null });
    if (!accountId) throw new Error(`${email} has an account already`);
    await addMembership({ db: trx, now }, { organisationId, kind, role: 'officer', accountId });
    await requestLink(trx, { actor: { kind: 'system' }, now }, { purpose: 'reset_password', email });
    return true;
  });
}

function withQuorum(quorum = interimVersion.terms.panel.quorum) {
  const { terms } = interimVersion;
  return { ...interimVersion, terms: { ...terms, panel: { ...terms.panel, quorum } } };
}
