import type { Kysely, Transaction } from 'kysely';
import { z } from 'zod';

import { isId } from '#app/platform/database/ids.server.ts';
import { ok, refuse, type Result } from '#app/platform/result.ts';
import { roles, type Scope, type SignedIn } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { findLink } from '../links/links.server.ts';
import type { BrokenLink } from '../links/model.ts';
import { organisationKinds } from '../model.ts';
import type { Way } from './model.ts';
import { open, type Member } from './rules.ts';

const most = 500;

const placeShape = z.object({ id: z.string(), kind: z.enum(organisationKinds), name: z.string() });
export type Place = z.output<typeof placeShape> & { members: Member[] };

const members = (db: Kysely<Database>, organisationId: string) =>
  db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .select(['membership.id as membershipId', 'membership.account_id as accountId', 'membership.role'])
    .select(['account.email', 'account.name', 'membership.owner_since as ownerSince'])
    .where('membership.organisation_id', '=', organisationId)
    .orderBy('account.name')
    .orderBy('membership.id');

const withOwner = <T extends { ownerSince: Date | null }>({ ownerSince, ...member }: T) => ({
  ...member,
  owner: ownerSince !== null,
});

/** Call it first in every command about an organisation's people: whoever changes them at once waits here. */
export async function lockOrganisation(
  trx: Transaction<Database>,
  organisationId: string,
): Promise<Place | undefined> {
  const row = await trx
    .selectFrom('organisation')
    .select(['id', 'kind', 'name'])
    .where(isId('id', organisationId))
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!row) return undefined;
  const people = await members(trx, row.id).execute();
  return { ...placeShape.parse(row), members: people.map(withOwner) };
}

/** Everyone of the actor's own organisation; addresses are for its owners. */
export async function listMembers({ db, actor }: Pick<Scope<SignedIn>, 'db' | 'actor'>) {
  const rows = await members(db, actor.organisationId).limit(most).execute();
  return rows.map((row) => ({ ...withOwner(row), email: actor.owner ? row.email : null }));
}

/** One of the actor's own organisation. */
export async function findMember(scope: Pick<Scope<SignedIn>, 'db' | 'actor'>, membershipId: string) {
  const row = await members(scope.db, scope.actor.organisationId)
    .where(isId('membership.id', membershipId))
    .executeTakeFirst();
  return row && withOwner(row);
}

/** The actor's own organisation, with what its people may be. */
export async function findOwnOrganisation({ db, actor }: Pick<Scope<SignedIn>, 'db' | 'actor'>) {
  const row = await db
    .selectFrom('organisation')
    .select(['id', 'kind', 'name'])
    .where('id', '=', actor.organisationId)
    .executeTakeFirstOrThrow();
  return placeShape.parse(row);
}

const invitations = (db: Kysely<Database>) =>
  db
    .selectFrom('invitation')
    .innerJoin('organisation', 'organisation.id', 'invitation.organisation_id')
    .innerJoin('account as inviter', 'inviter.id', 'invitation.invited_by')
    .select(['invitation.id', 'invitation.email', 'invitation.role', 'invitation.as_owner as asOwner'])
    .select(['organisation.id as organisationId', 'organisation.name as organisation', 'organisation.kind'])
    .select(['inviter.name as inviter', 'invitation.expires_at as expiresAt'])
    .select(['invitation.accepted_at as acceptedAt', 'invitation.revoked_at as revokedAt']);

/** Invitations of one organisation that nobody answered yet, expired ones among them. */
export const listInvitations = (db: Kysely<Database>, organisationId: string) =>
  invitations(db)
    .where('organisation.id', '=', organisationId)
    .where('invitation.accepted_at', 'is', null)
    .where('invitation.revoked_at', 'is', null)
    .orderBy('invitation.created_at', 'desc')
    .limit(most)
    .execute();

/** One of the actor's own organisation, whatever became of it. */
export const findInvitation = ({ db, actor }: Pick<Scope<SignedIn>, 'db' | 'actor'>, id: string) =>
  invitations(db)
    .where('organisation.id', '=', actor.organisationId)
    .where(isId('invitation.id', id))
    .executeTakeFirst();

const invitationShape = z.object({
  id: z.string(),
  email: z.string(),
  role: z.enum(roles),
  asOwner: z.boolean(),
  organisationId: z.string(),
  organisation: z.string(),
  kind: z.enum(organisationKinds),
  inviter: z.string(),
});
export type Invitation = z.output<typeof invitationShape>;
export type Broken = BrokenLink | 'revoked_link';

/** What stands behind a link in a mail, locked when asked in a transaction that is to answer it. */
export async function openInvitation(
  db: Kysely<Database>,
  secret: string,
  { now, lock = false }: { now: Date; lock?: boolean },
): Promise<Result<Invitation, Broken>> {
  const link = await findLink(db, secret, { purposes: ['accept_invitation'], now });
  if (!link.ok) return link;
  const row = await invitations(db)
    .where('invitation.id', '=', link.value.invitationId)
    // Whoever is no owner any more invites nobody; officers may, anywhere.
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('membership as inviter')
          .select('inviter.id')
          .whereRef('inviter.account_id', '=', 'invitation.invited_by')
          .where(({ or, and, eb }) =>
            or([
              eb('inviter.role', '=', 'officer'),
              and([
                eb('inviter.organisation_id', '=', eb.ref('invitation.organisation_id')),
                eb('inviter.owner_since', 'is not', null),
              ]),
            ]),
          ),
      ),
    )
    .$if(lock, (query) => query.forUpdate('invitation'))
    .executeTakeFirst();
  if (!row) return refuse('unknown_link');
  const stands = open(row, now);
  return stands.ok ? ok(invitationShape.parse(row)) : stands;
}

/** The account an address belongs to, and where it works; locked for whoever adds to that: it may be closing. */
export async function findInvitee(db: Kysely<Database>, email: string, { lock = false } = {}) {
  const account = await db
    .selectFrom('account')
    .select('id')
    .where('email', '=', email)
    .$if(lock, (query) => query.forNoKeyUpdate())
    .executeTakeFirst();
  if (!account) return undefined;
  const places = await db
    .selectFrom('membership')
    .select(['organisation_kind as kind', 'organisation_id as organisationId', 'role'])
    .where('account_id', '=', account.id)
    .execute();
  return { accountId: account.id, places };
}

/** The invitation as whoever opened the link may take it; `signedInAs` is their address, if they are signed in. */
export async function readInvitation(
  { db, now }: Pick<Scope, 'db' | 'now'>,
  secret: string,
  signedInAs: string | undefined,
) {
  const invitation = await openInvitation(db, secret, { now });
  if (!invitation.ok) return invitation;
  const { email } = invitation.value;
  const way = await wayIn(db, email, signedInAs);
  return ok({ invitation: invitation.value, way });
}

async function wayIn(db: Kysely<Database>, email: string, signedInAs: string | undefined): Promise<Way> {
  if (signedInAs !== undefined) return signedInAs === email ? 'mine' : 'another';
  return (await findInvitee(db, email)) ? 'sign_in' : 'new';
}
