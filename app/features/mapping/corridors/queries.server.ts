import { sql, type ExpressionBuilder, type Transaction } from 'kysely';
import { z } from 'zod';

import { dayOf, type Day } from '#app/platform/calendar.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import { pagesOf } from '#app/platform/database/pages.server.ts';
import type { Officer, Scope, SignedIn } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { topics, type Entry, type Place, type Standing, type Topic } from './model.ts';
import { dueSince, staleSince, standingOn } from './rules.ts';

const columns = [
  'entry_id as id',
  'version',
  'topic',
  'origin',
  'destination',
  'sector',
  'title',
  'words',
  'source_title as sourceTitle',
  'source_url as sourceUrl',
  'source_on as sourceOn',
  'checked_on as checkedOn',
  'withdrawn_reason as withdrawnReason',
] as const;

const topicShape = z.enum(topics);
// Of a view the generator knows no column to be always there.
const shape = z.object({
  ...{ id: z.uuid(), version: z.number(), topic: topicShape, title: z.string(), words: z.string() },
  ...{ origin: z.string().nullable(), destination: z.string().nullable(), sector: z.string().nullable() },
  ...{
    sourceTitle: z.string(),
    sourceUrl: z.string().nullable(),
    sourceOn: z.string(),
    checkedOn: z.string(),
  },
  ...{ reviewer: z.string().nullable(), withdrawnReason: z.string().nullable() },
});
const entriesIn = (rows: readonly unknown[]): Entry[] => z.array(shape).parse(rows);

type Where = ExpressionBuilder<Database, 'standing_corridor_entry'>;

/** `standingOn` as a condition: the same days, from the same constants. */
const stands = (standing: Standing | undefined, today: Day) => (where: Where) => {
  const checked = where.ref('standing_corridor_entry.checked_on');
  const live = where('withdrawn_reason', 'is', null);
  switch (standing) {
    case undefined:
      return live;
    case 'withdrawn':
      return where('withdrawn_reason', 'is not', null);
    case 'stale':
      return where.and([live, where(checked, '<=', staleSince(today))]);
    case 'due':
      return where.and([live, where(checked, '>', staleSince(today)), where(checked, '<=', dueSince(today))]);
    case 'fresh':
      return where.and([live, where(checked, '>', dueSince(today))]);
  }
};

const standing = (db: Scope['db']) =>
  db
    .selectFrom('standing_corridor_entry')
    .leftJoin('account', 'account.id', 'standing_corridor_entry.reviewed_by')
    .select(columns)
    .select('account.name as reviewer');

/** `holdsIn` as a query: what holds between two countries, general first, at most 500; the sector, where one is asked for. */
export async function listForCorridor(
  { db }: Pick<Scope<SignedIn>, 'db'>,
  { origin, destination, sector }: Place,
): Promise<Entry[]> {
  const rows = await standing(db)
    .where('withdrawn_reason', 'is', null)
    .where((where) => where.or([where('origin', 'is', null), where('origin', '=', origin)]))
    .where((where) => where.or([where('destination', 'is', null), where('destination', '=', destination)]))
    .$if(sector !== null, (query) =>
      query.where((where) => where.or([where('sector', 'is', null), where('sector', '=', sector)])),
    )
    .orderBy(sql`num_nonnulls(origin, destination, sector)`)
    .orderBy('title')
    .orderBy('entry_id')
    .limit(500)
    .execute();
  return entriesIn(rows);
}

/** Corridors and countries the book says something of, for whoever looks for one. */
export async function listKnownPlaces({ db }: Pick<Scope<SignedIn>, 'db'>) {
  return db
    .selectFrom('standing_corridor_entry')
    .select(['origin', 'destination'])
    .select(({ fn }) => fn.countAll<number>().as('entries'))
    .where('withdrawn_reason', 'is', null)
    .where((where) => where.or([where('origin', 'is not', null), where('destination', 'is not', null)]))
    .groupBy(['origin', 'destination'])
    .orderBy('origin')
    .orderBy('destination')
    .limit(500)
    .execute();
}

/** An entry as it stands, with every version before it, newest first. */
export async function findEntry({ db, now }: Pick<Scope<SignedIn>, 'db' | 'now'>, id: string) {
  const rows = await db
    .selectFrom('corridor_entry')
    .leftJoin('account', 'account.id', 'corridor_entry.reviewed_by')
    .select(columns)
    .select('account.name as reviewer')
    .where(isId('corridor_entry.entry_id', id))
    .orderBy('version', 'desc')
    .execute();
  const versions = entriesIn(rows);
  const [entry] = versions;
  return entry && { ...entry, standing: standingOn(entry, dayOf(now)), versions };
}

/** Call it first in every command: whoever writes the same entry at once waits here. Rows are never changed, so the lock is by name. */
export async function lockEntry(trx: Transaction<Database>, id: string) {
  await sql`select pg_advisory_xact_lock(hashtext('corridor_entry'), hashtext(${id}))`.execute(trx);
  return trx
    .selectFrom('corridor_entry')
    .selectAll()
    .select('withdrawn_reason as withdrawnReason')
    .where(isId('corridor_entry.entry_id', id))
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

type Filter = {
  country: string | undefined;
  topic: Topic | undefined;
  standing: Standing | undefined;
  page: number;
};

const perPage = 25;

/** The book as staff keep it, what was checked longest ago on top; withdrawn entries only where they are asked for. */
export async function listEntries({ db, now }: Scope<Officer>, filter: Filter) {
  const { country, topic, page } = filter;
  const today = dayOf(now);
  const fitting = db
    .selectFrom('standing_corridor_entry')
    .where(stands(filter.standing, today))
    .$if(topic !== undefined, (query) => query.where('topic', '=', topic ?? ''))
    .$if(country !== undefined, (query) =>
      query.where((where) =>
        where.or([where('origin', '=', country ?? ''), where('destination', '=', country ?? '')]),
      ),
    );
  const [rows, { count }] = await Promise.all([
    fitting
      .leftJoin('account', 'account.id', 'standing_corridor_entry.reviewed_by')
      .select(columns)
      .select('account.name as reviewer')
      .orderBy('checked_on')
      .orderBy('entry_id')
      .limit(perPage)
      .offset((page - 1) * perPage)
      .execute(),
    fitting.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow(),
  ]);
  const entries = entriesIn(rows).map((entry) => ({ ...entry, standing: standingOn(entry, today) }));
  return { entries, count, pages: pagesOf(count, perPage) };
}
