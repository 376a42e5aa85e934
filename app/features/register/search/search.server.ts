import { dayOf } from '#app/platform/calendar.ts';
import { among, preparedQuery } from '#db/prepared.ts';

import { entryColumns, toEntry, type Asked } from '../listed.server.ts';
import type { RegisterEntry, RegisterRecord } from '../model.ts';
import { details, toRecord } from '../queries.server.ts';
import { matching, type Facets } from './facets.server.ts';
import { mostCounted, type Match } from './model.ts';
import { findAmong, findByName } from './names.server.ts';
import { findByNumbers } from './numbers.server.ts';

export type Search = Facets & { q?: string };
type Slice = { limit: number; offset?: number };

/** An entry with what it matched on; null where no name or number was asked for. */
export type MatchedEntry = RegisterEntry & { match: Match | null };

/** Deeper nobody reads: whoever wants more asks more narrowly. */
const deepest = { plain: 60, narrowed: 400 };

type Place = { organisationId: string; match: Match };

/** Who matches a name or number, the best match first; who has the number comes before who has the name. */
export async function listMatches(asked: Asked, { q = '', ...facets }: Search): Promise<Place[]> {
  const [numbered, named] = await Promise.all([findByNumbers(asked, q), findNamed(asked, q, facets)]);
  const places = new Map<string, Match>();
  for (const { organisationId, score, on, text } of [...numbered, ...named])
    if (!places.has(organisationId)) places.set(organisationId, { score, on, text });
  const found = [...places].map(([organisationId, match]) => ({ organisationId, match }));
  if (!Object.values(facets).some(Boolean)) return found;
  const fit = await whoFits(asked, facets, [...places.keys()]);
  return found.filter(({ organisationId }) => fit.has(organisationId));
}

/**
 * Of few that fit the facets every name is compared, so that none is missed however common what is asked; of many those
 * whose names are likest, some of whom may not fit.
 */
async function findNamed({ db, now }: Asked, q: string, { country, ...facets }: Facets) {
  if (!Object.values(facets).some(Boolean))
    return findByName(db, q, {
      country: country || null,
      most: country ? deepest.narrowed : deepest.plain,
    });
  const fitting = await matching(db, { country: country ?? '', ...facets }, dayOf(now))
    .select('register_entry.organisation_id as id')
    .limit(mostCounted + 1)
    .execute();
  if (fitting.length > mostCounted)
    return findByName(db, q, { country: country || null, most: deepest.narrowed });
  return findAmong(
    db,
    q,
    fitting.map(({ id }) => id),
  );
}

async function whoFits({ db, now }: Asked, facets: Facets, organisationIds: string[]) {
  if (organisationIds.length === 0) return new Set<string>();
  const rows = await matching(db, facets, dayOf(now))
    .select('register_entry.organisation_id as id')
    .where('register_entry.organisation_id', 'in', organisationIds)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Recruiters that fit, `limit` at most: by match where a name or number is asked for, else by name. */
export async function searchRegister(asked: Asked, search: Search, slice: Slice): Promise<MatchedEntry[]> {
  const { limit, offset = 0 } = slice;
  if (!isAsked(search)) return (await listed(asked, search, slice)).entries;
  const places = (await listMatches(asked, search)).slice(offset, offset + limit);
  return entriesOf(asked, places);
}

const isAsked = ({ q = '' }: Search) => q.trim() !== '';

/** A page of recruiters and how many there are; of matches no more than are worth reading. */
export async function searchPage(asked: Asked, search: Search, { limit, offset = 0 }: Slice) {
  if (!isAsked(search)) return listed(asked, search, { limit, offset });
  const places = await listMatches(asked, search);
  return { entries: await entriesOf(asked, places.slice(offset, offset + limit)), count: places.length };
}

const askEntries = preparedQuery('register_entries', { ids: ['id'] }, (db, { ids }) =>
  db
    .selectFrom('register_entry')
    .select([...entryColumns, 'register_entry.organisation_id as organisationId'])
    .where('register_entry.delisted_on', 'is', null)
    .where(among('register_entry.organisation_id', ids)),
);

async function entriesOf({ db, now }: Asked, places: Place[]): Promise<MatchedEntry[]> {
  if (places.length === 0) return [];
  const ids = places.map(({ organisationId }) => organisationId);
  const rows = await askEntries(db, { ids });
  const today = dayOf(now);
  const byId = new Map(rows.map((row) => [row.organisationId, row]));
  return places.flatMap(({ organisationId, match }) => {
    const row = byId.get(organisationId);
    return row ? [{ ...toEntry(row, today), match }] : [];
  });
}

/** A page in the order of names, and how many fit. */
async function listed(asked: Asked, search: Facets, { limit, offset = 0 }: Slice) {
  const count = await countRegister(asked, search);
  const rows = await inOrder(asked, search, count)
    .orderBy('name')
    .orderBy('registrationNumber')
    .limit(limit)
    .offset(offset)
    .execute();
  const today = dayOf(asked.now);
  return { count, entries: rows.map((row) => ({ ...toEntry(row, today), match: null })) };
}

/** Few that fit are found by what they have and then put in order; of many a page is read along the order itself. */
function inOrder({ db, now }: Asked, search: Facets, count: number) {
  const fitting = matching(db, search, dayOf(now)).select(entryColumns);
  return db
    .with(
      (cte) => (count > mostCounted ? cte('fitting').notMaterialized() : cte('fitting').materialized()),
      () => fitting,
    )
    .selectFrom('fitting')
    .selectAll();
}

/**
 * How many recruiters fit; one more than are counted where there are more: of a million, counting all took 10 s where these
 * take 14 ms.
 */
export async function countRegister(asked: Asked, search: Search) {
  if (isAsked(search)) return (await listMatches(asked, search)).length;
  const fitting = matching(asked.db, search, dayOf(asked.now)).select('register_entry.number');
  const { count } = await asked.db
    .selectFrom(fitting.limit(mostCounted + 1).as('fitting'))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export type MatchedRecord = { record: RegisterRecord; match: Match | null };

/** Whole records by their numbers, from the one after `after`. */
export async function listRecords(
  { db, now }: Asked,
  search: Facets,
  { limit, after }: { limit: number; after: string | undefined },
): Promise<MatchedRecord[]> {
  const count = await countRegister({ db, now }, search);
  const rows = await inOrder({ db, now }, search, count)
    .$if(after !== undefined, (query) => query.where('registrationNumber', '>', after ?? ''))
    .orderBy('registrationNumber')
    .limit(limit)
    .execute();
  const numbers = rows.map(({ registrationNumber }) => registrationNumber);
  const records = await recordsOf({ db, now }, 'register_entry.number', numbers);
  return records.map(({ record }) => ({ record, match: null }));
}

type By = 'register_entry.number' | 'register_entry.organisation_id';

const recordsBy = (name: string, by: By) =>
  preparedQuery(name, { today: 'today', values: ['value'] }, (db, { today, values }) =>
    details(db, today)
      .select('register_entry.organisation_id as organisationId')
      .where(among(by, values))
      .orderBy('register_entry.number'),
  );

const askRecords = {
  'register_entry.number': recordsBy('register_records_numbered', 'register_entry.number'),
  'register_entry.organisation_id': recordsBy('register_records', 'register_entry.organisation_id'),
};

async function recordsOf({ db, now }: Asked, by: By, values: string[]) {
  if (values.length === 0) return [];
  const today = dayOf(now);
  const rows = await askRecords[by](db, { today, values });
  return rows.flatMap((row) => {
    const record = toRecord(row, today);
    return record.ok ? [{ organisationId: row.organisationId, record: record.value }] : [];
  });
}

/** Whole records by match, `limit` from a place on; `more` tells whether any follow. */
export async function listMatchedRecords(asked: Asked, search: Search, { limit, offset = 0 }: Slice) {
  const places = await listMatches(asked, search);
  const page = places.slice(offset, offset + limit);
  const ids = page.map(({ organisationId }) => organisationId);
  const records = await recordsOf(asked, 'register_entry.organisation_id', ids);
  const byId = new Map(records.map(({ organisationId, record }) => [organisationId, record]));
  const data = page.flatMap(({ organisationId, match }): MatchedRecord[] => {
    const record = byId.get(organisationId);
    return record ? [{ record, match }] : [];
  });
  return { data, more: places.length > offset + limit };
}
