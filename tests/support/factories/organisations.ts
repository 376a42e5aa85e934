import type { Kysely } from 'kysely';

import { foundOrganisation } from '#app/features/accounts/commands.server.ts';
import { makeSecret } from '#app/features/accounts/links/links.server.ts';
import type { OrganisationKind } from '#app/features/accounts/model.ts';
import type { Role, SignedIn } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { aPerson, now } from './audits.ts';

/** An organisation whose first person owns it; more people on request. */
export async function anOrganisation<K extends Role>(
  db: Kysely<Database>,
  kind: OrganisationKind,
  role: K,
  { country = 'NP', name = `Some ${kind}` } = {},
) {
  const id = await foundOrganisation({ db, now }, { kind, name, country });
  const owner = { ...(await aPerson(db, { id, kind }, role, 'Olga Owner')), owner: true };
  const as = (actor: SignedIn) => ({ db, actor, now });
  return {
    id,
    kind,
    owner,
    as,
    scope: { db, now, actor: owner },
    another: <R extends Role>(other: R, called?: string) => aPerson(db, { id, kind }, other, called),
  };
}
export type SomeOrganisation = Awaited<ReturnType<typeof anOrganisation>>;

/** The membership somebody acts by. */
export async function membershipOf(db: Kysely<Database>, { accountId, organisationId, kind }: SignedIn) {
  const { id } = await db
    .selectFrom('membership')
    .select('id')
    .where('account_id', '=', accountId)
    .where('organisation_id', '=', organisationId)
    .where('role', '=', kind)
    .executeTakeFirstOrThrow();
  return id;
}

/** What the last link sent to an address opens by. */
export async function secretFor(db: Kysely<Database>, email: string) {
  const { id } = await db
    .selectFrom('one_time_link')
    .select('id')
    .where('email', '=', email)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return makeSecret(db, id);
}

/** Types of the facts of an organisation's trail, in their order. */
export async function trailFacts(db: Kysely<Database>, organisationId: string) {
  const rows = await db
    .selectFrom('event')
    .select(['type', 'related'])
    .where('type', '<>', 'link.requested')
    .orderBy('position')
    .execute();
  return rows.filter(({ related }) => related.includes(organisationId)).map(({ type }) => type);
}

/** A session as signing in would have made it, `idle` minutes ago seen for the last time. */
export async function aSession(
  db: Kysely<Database>,
  actor: SignedIn,
  { idle = 0, hours = 12, at = now } = {},
) {
  const { public_id } = await db
    .insertInto('session')
    .values({
      id: crypto.randomUUID().replaceAll('-', '').padEnd(64, '0'),
      account_id: actor.accountId,
      membership_id: await membershipOf(db, actor),
      expires_at: new Date(at.getTime() + hours * 3_600_000),
      created_at: at,
      last_seen_at: new Date(at.getTime() - idle * 60_000),
      idle_minutes: 60,
      method: 'password',
      confirmed_at: at,
      device: 'Firefox on Linux',
      place: 'This network',
    })
    .returning('public_id')
    .executeTakeFirstOrThrow();
  return public_id;
}
