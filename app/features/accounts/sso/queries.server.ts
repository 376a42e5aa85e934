import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import { z } from 'zod';

import { isId } from '#app/platform/database/ids.server.ts';
import { roles, type Officer, type Role, type Scope, type SignedIn } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { listPlaces } from '../queries.server.ts';
import type { Claim, MailDomain, ProviderSettings } from './model.ts';

const shape = z.object({
  organisationId: z.string(),
  domain: z.string(),
  token: z.string(),
  claimedAt: z.date(),
  provenAt: z.date().nullable(),
  provenBy: z.enum(['dns', 'officer']).nullable(),
});

const domains = (db: Kysely<Database>) =>
  db
    .selectFrom('mail_domain')
    .select(['mail_domain.organisation_id as organisationId', 'mail_domain.domain', 'mail_domain.token'])
    .select(['mail_domain.claimed_at as claimedAt', 'mail_domain.proven_at as provenAt'])
    .select('mail_domain.proven_by as provenBy');

/** The domains of the organisation that asks. */
export async function listDomains({ db, actor }: Scope<SignedIn>): Promise<MailDomain[]> {
  const rows = await domains(db)
    .where('organisation_id', '=', actor.organisationId)
    .orderBy('domain')
    .limit(100)
    .execute();
  return rows.map((row) => shape.parse(row));
}

export async function findDomain(
  { db, actor }: Scope<SignedIn>,
  domain: string,
): Promise<MailDomain | undefined> {
  const row = await domains(db)
    .where('organisation_id', '=', actor.organisationId)
    .where('domain', '=', domain)
    .executeTakeFirst();
  return row && shape.parse(row);
}

const claims = (db: Kysely<Database>) =>
  domains(db)
    .innerJoin('organisation', 'organisation.id', 'mail_domain.organisation_id')
    .innerJoin('account', 'account.id', 'mail_domain.claimed_by')
    .select(['organisation.name as organisation', 'account.name as claimant'])
    .select('mail_domain.claimed_by as claimedBy');

const claimShape = shape.extend({ organisation: z.string(), claimant: z.string(), claimedBy: z.string() });

/** What organisations say is theirs: those that wait first, the oldest on top. */
export async function listClaims({ db }: Scope<Officer>): Promise<Claim[]> {
  const rows = await claims(db)
    .orderBy(sql`mail_domain.proven_at is not null`)
    .orderBy('mail_domain.claimed_at')
    .limit(500)
    .execute();
  return rows.map((row) => claimShape.parse(row));
}

export async function findClaim({ db }: Scope<Officer>, organisationId: string, domain: string) {
  const row = await claims(db)
    .where(isId('mail_domain.organisation_id', organisationId))
    .where('mail_domain.domain', '=', domain)
    .executeTakeFirst();
  return row && claimShape.parse(row);
}

/** Makes two who answer the same claim wait for each other. */
export async function lockDomain(
  trx: Transaction<Database>,
  organisationId: string,
  domain: string,
): Promise<(MailDomain & { claimedBy: string }) | undefined> {
  const row = await domains(trx)
    .select('mail_domain.claimed_by as claimedBy')
    .where('organisation_id', '=', organisationId)
    .where('domain', '=', domain)
    .forUpdate()
    .executeTakeFirst();
  return row && shape.extend({ claimedBy: z.string() }).parse(row);
}

export async function listProvenDomains(db: Kysely<Database>, organisationId: string) {
  const rows = await db
    .selectFrom('mail_domain')
    .select('domain')
    .where('organisation_id', '=', organisationId)
    .where('proven_at', 'is not', null)
    .limit(100)
    .execute();
  return rows.map(({ domain }) => domain);
}

export async function findProvider({ db, actor }: Scope<SignedIn>): Promise<ProviderSettings | undefined> {
  const row = await db
    .selectFrom('identity_provider')
    .select(['issuer', 'client_id as clientId', 'set_at as setAt'])
    .select(sql<boolean>`client_secret is not null`.as('hasSecret'))
    .where('organisation_id', '=', actor.organisationId)
    .executeTakeFirst();
  return row;
}

/** An organisation people may sign in to through its provider; the secret is still sealed. */
export type SignOn = {
  organisationId: string;
  organisation: string;
  issuer: string;
  clientId: string;
  sealed: Buffer | null;
};

const signOns = (db: Kysely<Database>) =>
  db
    .selectFrom('identity_provider')
    .innerJoin('organisation', 'organisation.id', 'identity_provider.organisation_id')
    .select(['organisation.id as organisationId', 'organisation.name as organisation'])
    .select(['identity_provider.issuer', 'identity_provider.client_id as clientId'])
    .select('identity_provider.client_secret as sealed')
    .where('identity_provider.enabled_at', 'is not', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('mail_domain')
          .select('domain')
          .whereRef('mail_domain.organisation_id', '=', 'identity_provider.organisation_id')
          .where('proven_at', 'is not', null),
      ),
    );

export const findSignOnByDomain = (db: Kysely<Database>, domain: string): Promise<SignOn | undefined> =>
  signOns(db)
    .innerJoin('mail_domain as own', 'own.organisation_id', 'identity_provider.organisation_id')
    .where('own.domain', '=', domain)
    .where('own.proven_at', 'is not', null)
    .executeTakeFirst();

export const findSignOnOf = (db: Kysely<Database>, organisationId: string): Promise<SignOn | undefined> =>
  signOns(db).where('identity_provider.organisation_id', '=', organisationId).executeTakeFirst();

const isRole = (text: string): text is Role => roles.some((role) => role === text);

/** What an account may come in as, and whether it has a second factor. */
export async function standingOf(db: Kysely<Database>, accountId: string) {
  const places = await listPlaces(db, accountId);
  const { rows } = await sql<{ has: boolean }>`
    -- Two tables in one question, which the builder would take a page for.
    select exists (select 1 from passkey where account_id = ${accountId}) or exists (
      select 1 from authenticator where account_id = ${accountId} and confirmed_at is not null) as has`.execute(
    db,
  );
  return {
    hasFactor: rows[0]?.has === true,
    places: places.flatMap(({ role, organisationId }) => (isRole(role) ? [{ role, organisationId }] : [])),
  };
}
