import { sql } from 'kysely';

import { isId } from '#app/platform/database/ids.server.ts';
import type { Company, Scope } from '#app/platform/scope.ts';

/** One of a company's parties, as it may know it; undefined where there is none it may know. */
export async function findParty({ db, actor }: Scope<Company>, id: string) {
  const row = await db
    .selectFrom('seen_party as party')
    .select(['party.id', 'party.kind', 'party.name', 'party.country', 'party.place', 'party.licence'])
    .select(['party.recruiter_id as recruiterId', 'party.standing_seen as standingSeen'])
    .select(['party.named_by_company as namedByCompany'])
    .where('party.company_id', '=', actor.organisationId)
    .where(isId('party.id', id))
    .executeTakeFirst();
  return row?.id ? { ...row, id: row.id, kind: row.kind ?? 'place' } : undefined;
}

type Page = { limit: number; offset: number; q?: string };

const parties = ({ db, actor }: Scope<Company>, q: string) =>
  db
    .selectFrom('seen_party as party')
    .where('party.company_id', '=', actor.organisationId)
    .where('party.name', 'is not', null)
    .$if(q !== '', (query) => query.where('party.name', 'ilike', `%${q.replace(/[\\%_]/g, '\\$&')}%`));

export async function listParties(scope: Scope<Company>, { limit, offset, q = '' }: Page) {
  const rows = await parties(scope, q)
    .select(['party.id', 'party.kind', 'party.name', 'party.country', 'party.place'])
    .select(['party.recruiter_id as recruiterId', 'party.standing_seen as standingSeen'])
    .orderBy('party.name')
    .orderBy('party.id')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.flatMap((row) => (row.id && row.name ? [{ ...row, id: row.id, name: row.name }] : []));
}

export async function countParties(scope: Scope<Company>, q = '') {
  const { count } = await parties(scope, q)
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Shares in which a party answers itself, newest first: what it said, where the company may read it. */
export async function listAnswersOf({ db, actor }: Scope<Company>, partyId: string) {
  return db
    .selectFrom('seen_response as seen')
    .innerJoin('supply_mention as mention', 'mention.share_id', 'seen.share_id')
    .innerJoin('supply_party as party', 'party.id', 'mention.party_id')
    .select([
      'seen.share_id as shareId',
      'seen.response_id as responseId',
      'seen.role',
      'seen.submitted_at as sentAt',
      'mention.node',
    ])
    .where('seen.company_id', '=', actor.organisationId)
    .where(({ eb, fn }) => eb(fn.coalesce('party.merged_into', 'party.id'), '=', partyId))
    .orderBy('seen.given_at', 'desc')
    .limit(50)
    .execute();
}

/** Parties of the company with a name like another's, the likest first: perhaps the same firm. */
export async function listLikely(
  { db, actor }: Scope<Company>,
  { id, name }: { id: string; name: string | null },
) {
  if (name === null) return [];
  const rows = await db
    .selectFrom('seen_party as party')
    .select(['party.id', 'party.name', 'party.kind', 'party.country'])
    .where('party.company_id', '=', actor.organisationId)
    .where('party.id', '<>', id)
    .where('party.name', 'is not', null)
    .where(sql<boolean>`similarity(party.name, ${name}) > 0.25`)
    .orderBy(sql`similarity(party.name, ${name})`, 'desc')
    .orderBy('party.id')
    .limit(15)
    .execute();
  return rows.flatMap((row) => (row.id && row.name ? [{ ...row, id: row.id, name: row.name }] : []));
}

/** Matched parties with the standing somebody last took note of, for the tasks of the company's desk. */
export async function listMatched({ db, actor }: Scope<Company>) {
  const rows = await db
    .selectFrom('seen_party as party')
    .select([
      'party.id',
      'party.name',
      'party.recruiter_id as recruiterId',
      'party.standing_seen as standingSeen',
    ])
    .where('party.company_id', '=', actor.organisationId)
    .where('party.recruiter_id', 'is not', null)
    .orderBy('party.name')
    .limit(1000)
    .execute();
  return rows.flatMap(({ id, name, recruiterId, standingSeen }) =>
    id && recruiterId ? [{ id, name: name ?? '', recruiterId, standingSeen }] : [],
  );
}
