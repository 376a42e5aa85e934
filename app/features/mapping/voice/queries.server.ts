import type { Kysely } from 'kysely';

import { isId } from '#app/platform/database/ids.server.ts';
import type { Company, Scope } from '#app/platform/scope.ts';
import type { Answers } from '#app/questionnaire/definition.ts';
import type { Database } from '#db/client.server.ts';

import type { Told } from '../risk/told.ts';
import { leastTold, type Poster, type Site } from './model.ts';
import { wholeBatches } from './rules.ts';

/** Sites and employers of a company, as it may know of them. */
const sites = (db: Kysely<Database>, companyId: string) =>
  db
    .selectFrom('seen_party')
    .select(['id', 'name', 'country', 'place'])
    .where('company_id', '=', companyId)
    .where('kind', 'in', ['site', 'employer'])
    .where('name', 'is not', null);

type Row = Awaited<ReturnType<ReturnType<typeof sites>['execute']>>[number];

/** A view tells of no column that it is never empty. */
const toSite = ({ id, name, country, place }: Row): Site[] =>
  id !== null && name !== null ? [{ id, name, country, place: place ?? '' }] : [];

/** Those that can be asked, by name. */
export async function listSites({ db, actor }: Scope<Company>, { limit = 50, offset = 0 } = {}) {
  const rows = await sites(db, actor.organisationId)
    .orderBy('name')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.flatMap(toSite);
}

export async function countSites({ db, actor }: Scope<Company>) {
  const { count } = await sites(db, actor.organisationId)
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** One of the asker's own company. */
export async function findSite({ db, actor }: Scope<Company>, id: string): Promise<Site | undefined> {
  const row = await sites(db, actor.organisationId).where(isId('id', id)).executeTakeFirst();
  return row && toSite(row)[0];
}

/** Parties that are one firm: what was asked under a former name is told under the name it has now. */
const ofParty = (db: Kysely<Database>, companyId: string, partyId: string) =>
  db
    .selectFrom('supply_party')
    .select('id')
    .where('company_id', '=', companyId)
    .where((where) => where.or([where('id', '=', partyId), where('merged_into', '=', partyId)]));

const posters = (db: Kysely<Database>, companyId: string) =>
  db
    .selectFrom('voice_poster')
    .select(['id', 'party_id as partyId', 'code', 'languages'])
    .select(['made_at as madeAt', 'ended_at as endedAt'])
    .where('company_id', '=', companyId);

/** The posters of a site, the newest first. */
export const listPosters = ({ db, actor }: Scope<Company>, partyId: string): Promise<Poster[]> =>
  posters(db, actor.organisationId)
    .where('party_id', 'in', ofParty(db, actor.organisationId, partyId))
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .limit(100)
    .execute();

/** One of the asker's own company, with the names that stand on it. */
export async function findPoster({ db, actor }: Scope<Company>, id: string) {
  const poster = await posters(db, actor.organisationId).where(isId('id', id)).executeTakeFirst();
  if (!poster) return undefined;
  const names = await db
    .selectFrom('supply_party')
    .innerJoin('organisation', 'organisation.id', 'supply_party.company_id')
    .select(['supply_party.name as site', 'organisation.name as company'])
    .where('supply_party.id', '=', poster.partyId)
    .executeTakeFirstOrThrow();
  return { ...poster, site: names.site ?? '', company: names.company };
}

/** What a code leads to, for anyone who reads it from a wall: whether it is in use, and nothing of who asks whom. */
export const findByCode = (db: Kysely<Database>, code: string) =>
  db
    .selectFrom('voice_poster')
    .select(['id', 'party_id as partyId', 'ended_at as endedAt'])
    .where('code', '=', code)
    .executeTakeFirst();

/** Answers of whole batches of five, in no order that tells when they came. */
async function saidOf(db: Kysely<Database>, companyId: string, partyId: string): Promise<Answers[]> {
  const rows = await db
    .selectFrom('voice_answer')
    .select(['party_id as partyId', 'batch', 'answers'])
    .where('party_id', 'in', ofParty(db, companyId, partyId))
    .orderBy('sent_id')
    .$castTo<{ partyId: string; batch: number; answers: Answers }>()
    .execute();
  return wholeBatches(rows).map(({ answers }) => answers);
}

/** What the workers of a site said, for its results alone: no page shows one of them. */
export const saidAt = ({ db, actor }: Scope<Company>, partyId: string) =>
  saidOf(db, actor.organisationId, partyId);

/**
 * What workers of a party said, as risk hears it (domain 3.4): nothing of fewer than five, and whole fives of more, so that
 * no reckoning moves by what one person said.
 */
export async function workersOf(db: Kysely<Database>, companyId: string, partyId: string): Promise<Told[]> {
  const said = await saidOf(db, companyId, partyId);
  if (said.length < leastTold) return [];
  return said.map((answers, place) => ({
    responseId: `workers of ${partyId} ${place + 1}`,
    role: 'worker',
    answers,
  }));
}
