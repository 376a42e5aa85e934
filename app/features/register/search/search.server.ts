import { dayOf } from '#app/platform/calendar.ts';
import { among, preparedQuery } from '#db/prepared.ts';

import { counting, entryColumns, standingOf, type Asked } from '../listed.server.ts';
import type { RegisterEntry, RegisterRecord } from '../model.ts';
import { details, toRecord } from '../queries.server.ts';
import { matching, type Facets } from './facets.server.ts';
import { mostCounted, type Match } from './model.ts';
import { findByName } from './names.server.ts';
import { findByNumbers } from './numbers.server.ts';

export type Search = Facets & { q?: string };
type Slice = { limit: number; offset?: number };

/** An entry with what it matched on; null where no name or number was asked for. */
export type MatchedEntry = RegisterEntry & { match: Match | null };

/** Deeper nobody reads: whoever wants more asks more narrowly. */
const deepest = { plain: 60, narrowed: 400 };

type Place = { organisationId: string; match: Match };

/** Who matches a name or number, the best match first; who has the number comes before who has the name. */
export async function listMatches(
  { db, now }: Asked,
  { q = '', country, ...facets }: Search,
): Promise<Place[]> {
  const narrowed = Object.values(facets).some(Boolean);
  const most = narrowed || country ? deepest.narrowed : deepest.plain;
  const [numbered, named] = await Promise.all([
    findByNumbers({ db, now }, q),
    findByName(db, q, { country: country || null, most }),
  ]);
  const places = new Map<string, Match>();
  for (const { organisationId, score, on, text } of [...numbered, ...named])
    if (!places.has(organisationId)) places.set(organisationId, { score, on, text });
  const found = [...places].map(([organisationId, match]) => ({ organisationId, match }));
  if (!narrowed && !country) return found;
  const fit = await whoFits({ db, now }, { country: country ?? '', ...facets }, [...places.keys()]);
  return found.filter(({ organisationId }) => fit.has(organisationId));
}

async function whoFits({ db, now }: Asked, facets: Facets, organisationIds: string[]) {
  if (organisationIds.length === 0) return new Set<string>();
  const rows = await matching(db, facets, dayOf(now))
    .select('registration.organisation_id as id')
    .where('registration.organisation_id', 'in', organisationIds)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Recruiters that fit, `limit` at most: by match where a name or number is asked for, else by name. */
export async function searchRegister(asked: Asked, search: Search, slice: Slice): Promise<MatchedEntry[]> {
  const { limit, offset = 0 } = slice;
  if (!isAsked(search)) return listed(asked, search, slice);
  const places = (await listMatches(asked, search)).slice(offset, offset + limit);
  return entriesOf(asked, places);
}

const isAsked = ({ q = '' }: Search) => q.trim() !== '';

/** A page of recruiters and how many there are; of matches no more than are worth reading. */
export async function searchPage(asked: Asked, search: Search, { limit, offset = 0 }: Slice) {
  if (!isAsked(search)) {
    const [entries, count] = await Promise.all([
      listed(asked, search, { limit, offset }),
      countRegister(asked, search),
    ]);
    return { entries, count };
  }
  const places = await listMatches(asked, search);
  return { entries: await entriesOf(asked, places.slice(offset, offset + limit)), count: places.length };
}

const askEntries = preparedQuery('register_entries', { ids: ['id'] }, (db, { ids }) =>
  counting(db)
    .select([...entryColumns, 'registration.organisation_id as organisationId'])
    .where('registration.delisted_on', 'is', null)
    .where(among('registration.organisation_id', ids)),
);

async function entriesOf({ db, now }: Asked, places: Place[]): Promise<MatchedEntry[]> {
  if (places.length === 0) return [];
  const ids = places.map(({ organisationId }) => organisationId);
  const rows = await askEntries(db, { ids });
  const today = dayOf(now);
  const byId = new Map(rows.map((row) => [row.organisationId, row]));
  return places.flatMap(({ organisationId, match }) => {
    const row = byId.get(organisationId);
    return row ? [toEntry(row, today, match)] : [];
  });
}

async function listed({ db, now }: Asked, search: Search, { limit, offset = 0 }: Slice) {
  const rows = await matching(db, search, dayOf(now))
    .select(entryColumns)
    .orderBy('organisation.name')
    .orderBy('registration.number')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map((row) => toEntry(row, dayOf(now), null));
}

type Row = Parameters<typeof standingOf>[0] & Omit<RegisterEntry, 'standing'>;

const toEntry = (row: Row, today: string, match: Match | null): MatchedEntry => ({
  registrationNumber: row.registrationNumber,
  name: row.name,
  nameLocal: row.nameLocal,
  country: row.country,
  standing: standingOf(row, today),
  match,
});

/**
 * How many recruiters fit; one more than are counted where there are more: of a million, counting all took 10 s where these
 * take 14 ms.
 */
export async function countRegister(asked: Asked, search: Search) {
  if (isAsked(search)) return (await listMatches(asked, search)).length;
  const fitting = matching(asked.db, search, dayOf(asked.now)).select('registration.number');
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
  const rows = await matching(db, search, dayOf(now))
    .select('registration.number')
    .$if(after !== undefined, (query) => query.where('registration.number', '>', after ?? ''))
    .orderBy('registration.number')
    .limit(limit)
    .execute();
  const numbers = rows.map(({ number }) => number);
  const records = await recordsOf({ db, now }, 'registration.number', numbers);
  return records.map(({ record }) => ({ record, match: null }));
}

type By = 'registration.number' | 'registration.organisation_id';

const recordsBy = (name: string, by: By) =>
  preparedQuery(name, { today: 'today', values: ['value'] }, (db, { today, values }) =>
    details(db, today)
      .select('registration.organisation_id as organisationId')
      .where(among(by, values))
      .orderBy('registration.number'),
  );

const askRecords = {
  'registration.number': recordsBy('register_records_numbered', 'registration.number'),
  'registration.organisation_id': recordsBy('register_records', 'registration.organisation_id'),
};

async function recordsOf({ db, now }: Asked, by: By, values: string[]) {
  if (values.length === 0) return [];
  const rows = await askRecords[by](db, { today: dayOf(now), values });
  return rows.flatMap((row) => {
    const record = toRecord(row, dayOf(now));
    return record.ok ? [{ organisationId: row.organisationId, record: record.value }] : [];
  });
}

/** Whole records by match, `limit` from a place on; `more` tells whether any follow. */
export async function listMatchedRecords(asked: Asked, search: Search, { limit, offset = 0 }: Slice) {
  const places = await listMatches(asked, search);
  const page = places.slice(offset, offset + limit);
  const ids = page.map(({ organisationId }) => organisationId);
  const records = await recordsOf(asked, 'registration.organisation_id', ids);
  const byId = new Map(records.map(({ organisationId, record }) => [organisationId, record]));
  const data = page.flatMap(({ organisationId, match }): MatchedRecord[] => {
    const record = byId.get(organisationId);
    return record ? [{ record, match }] : [];
  });
  return { data, more: places.length > offset + limit };
}
