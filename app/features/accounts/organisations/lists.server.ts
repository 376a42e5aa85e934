import { sql, type SqlBool } from 'kysely';

import { isId } from '#app/platform/database/ids.server.ts';
import { pagesOf } from '#app/platform/database/pages.server.ts';
import type { Scope, SignedIn, Officer } from '#app/platform/scope.ts';

import type { OrganisationKind } from '../model.ts';
import { listInvitations } from './queries.server.ts';

const perPage = 25;
const most = 500;

type Search = { q: string; kind: OrganisationKind | undefined };

/** Every organisation, by name; for officers. */
export async function listOrganisations({ db }: Scope<Officer>, { q, kind }: Search, page: number) {
  const words = `%${q
    .trim()
    .slice(0, 200)
    .toLowerCase()
    .replace(/[\\%_]/g, '\\$&')}%`;
  const matching = db
    .selectFrom('organisation')
    .$if(kind !== undefined, (query) => query.where('organisation.kind', '=', kind ?? ''))
    // Lower-cased, so that the index on names serves it.
    .where(sql<SqlBool>`lower(organisation.name) like ${words}`);
  const organisations = await matching
    .select(['organisation.id', 'organisation.kind', 'organisation.name', 'organisation.country'])
    .select(({ selectFrom }) => [
      selectFrom('membership')
        .select(({ fn }) => fn.count<number>('membership.account_id').distinct().as('people'))
        .whereRef('membership.organisation_id', '=', 'organisation.id')
        .as('people'),
    ])
    .orderBy('organisation.name')
    .orderBy('organisation.id')
    .limit(perPage)
    .offset((page - 1) * perPage)
    .execute();
  const { count } = await matching
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return { organisations, count, pages: pagesOf(count, perPage) };
}

/** One organisation with its people and whom it waits for; for officers. */
export async function findOrganisation({ db }: Scope<Officer>, id: string) {
  const organisation = await db
    .selectFrom('organisation')
    .select(['id', 'kind', 'name', 'country', 'created_at as createdAt'])
    .where(isId('id', id))
    .executeTakeFirst();
  if (!organisation) return undefined;
  const people = await db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .select(['membership.id as membershipId', 'account.id as accountId', 'account.name', 'account.email'])
    .select(['membership.role', 'membership.owner_since as ownerSince'])
    .where('membership.organisation_id', '=', organisation.id)
    .orderBy('account.name')
    .limit(most)
    .execute();
  const members = people.map(({ ownerSince, ...person }) => ({ ...person, owner: ownerSince !== null }));
  return { ...organisation, people: members, invitations: await listInvitations(db, organisation.id) };
}

/** Who trained or advised whom: all of it for officers, their own for everyone else. */
export async function listAdvice({ db, actor }: Scope<SignedIn>, page: number) {
  const matching = db
    .selectFrom('advice')
    .innerJoin('account', 'account.id', 'advice.account_id')
    .innerJoin('organisation', 'organisation.id', 'advice.organisation_id')
    .$if(actor.kind !== 'officer', (query) => query.where('advice.account_id', '=', actor.accountId));
  const records = await matching
    .select(['advice.id', 'advice.kind', 'advice.given_on as givenOn'])
    .select(['account.name', 'organisation.name as recruiter'])
    .orderBy('advice.given_on', 'desc')
    .orderBy('advice.id')
    .limit(perPage)
    .offset((page - 1) * perPage)
    .execute();
  const { count } = await matching
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return { records, count, pages: pagesOf(count, perPage) };
}
