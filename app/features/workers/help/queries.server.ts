import { sql, type ExpressionBuilder, type Kysely, type Transaction } from 'kysely';
import { z } from 'zod';

import { dayOf, type Day } from '#app/platform/calendar.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import { pagesOf } from '#app/platform/database/pages.server.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { topics, type Kept, type Shown, type Standing, type Topic } from './model.ts';
import type { Keeper } from './policy.ts';
import { dueSince, heldSince, standingOn } from './rules.ts';

const columns = [
  'help_entry.id',
  'help_entry.name',
  'help_entry.name_local as nameLocal',
  'help_entry.country',
  'help_entry.topics',
  'help_entry.languages',
  'help_entry.phones',
  'help_entry.url',
  'help_entry.address',
  'help_entry.hours',
  'help_entry.free',
  'help_entry.source',
  'help_entry.demonstration',
  'help_entry.checked_on as checkedOn',
] as const;
const keptColumns = [
  ...columns,
  'help_entry.revision',
  'help_entry.withdrawn_at as withdrawnAt',
  'help_entry.withdrawn_reason as withdrawnReason',
] as const;

const known = z.array(z.enum(topics));
const asShown = <R extends { topics: string[] }>(row: R) => ({ ...row, topics: known.parse(row.topics) });
const asKept = <R extends { topics: string[]; withdrawnAt: Date | null }>(row: R) => ({
  ...asShown(row),
  withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
});

type Where = ExpressionBuilder<Database, 'help_entry'>;

/** `standingOn` as a condition: the same days, from the same constants. */
const stands = (standing: Standing, today: Day) => (where: Where) => {
  const live = where('help_entry.withdrawn_at', 'is', null);
  const checked = where.ref('help_entry.checked_on');
  switch (standing) {
    case 'withdrawn':
      return where('help_entry.withdrawn_at', 'is not', null);
    case 'stale':
      return where.and([live, where(checked, '<', heldSince(today))]);
    case 'due':
      return where.and([live, where(checked, '>=', heldSince(today)), where(checked, '<=', dueSince(today))]);
    case 'shown':
      return where.and([live, where(checked, '>', dueSince(today))]);
  }
};

/** What anybody outside may see. */
const held = (today: Day) => (where: Where) =>
  where.and([
    where('help_entry.withdrawn_at', 'is', null),
    where('help_entry.checked_on', '>=', heldSince(today)),
  ]);

type Asked = Pick<Scope, 'db' | 'now'>;

// The builder knows no any().
const helpsWith = (topic: Topic | undefined) => sql<boolean>`${topic ?? ''} = any (help_entry.topics)`;

const perPage = 20;

/** Who helps in a country, and with what: a page of 20, by name, as the public may see it today. */
export async function listShown({ db, now }: Asked, { country, topic, page }: ShownFilter) {
  const fitting = db
    .selectFrom('help_entry')
    .where('help_entry.country', '=', country)
    .where(held(dayOf(now)))
    .$if(topic !== undefined, (query) => query.where(helpsWith(topic)));
  const [rows, { count }] = await Promise.all([
    fitting
      .select(columns)
      .orderBy('help_entry.name')
      .orderBy('help_entry.id')
      .limit(perPage)
      .offset((page - 1) * perPage)
      .execute(),
    fitting.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow(),
  ]);
  return { entries: rows.map(asShown), pages: pagesOf(count, perPage) };
}
type ShownFilter = { country: string; topic: Topic | undefined; page: number };

/** The first 20 who help in a country: for other pages of the worker, which lead to the rest. */
export const helpFor = async (asked: Asked, country: string, topic?: Topic): Promise<Shown[]> =>
  (await listShown(asked, { country, topic, page: 1 })).entries;

/** Countries in which somebody is known today, by code. */
export async function listHelpCountries({ db, now }: Asked): Promise<string[]> {
  const rows = await db
    .selectFrom('help_entry')
    .select('country')
    .distinct()
    .where(held(dayOf(now)))
    .orderBy('country')
    .execute();
  return rows.map(({ country }) => country);
}

/** Call it first in every command: whoever acts on the same entry at once waits here. */
export async function lockHelp(trx: Transaction<Database>, id: string): Promise<Kept | undefined> {
  const row = await trx
    .selectFrom('help_entry')
    .select(keptColumns)
    .where(isId('help_entry.id', id))
    .forUpdate()
    .executeTakeFirst();
  return row && asKept(row);
}

/** An entry that is not withdrawn, by what it is called in its country. */
export const findNamesake = (db: Kysely<Database>, { country, name }: { country: string; name: string }) =>
  db
    .selectFrom('help_entry')
    .select('id')
    .where('country', '=', country)
    // As the unique index has it.
    .where(({ fn, eb, val }) => eb(fn<string>('lower', ['name']), '=', fn<string>('lower', [val(name)])))
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();

/** An entry as staff see it, with who checked it. */
export async function findHelp({ db, now }: Scope<Keeper>, id: string) {
  const row = await db
    .selectFrom('help_entry')
    .innerJoin('account', 'account.id', 'help_entry.checked_by')
    .select(keptColumns)
    .select('account.name as checkedBy')
    .where(isId('help_entry.id', id))
    .executeTakeFirst();
  if (!row) return undefined;
  const entry = asKept(row);
  return { ...entry, standing: standingOn(entry, dayOf(now)) };
}

type HelpFilter = {
  country: string | undefined;
  topic: Topic | undefined;
  standing: Standing | undefined;
  page: number;
};

const rows = 25;

/** The directory as staff keep it, what was checked longest ago on top; withdrawn entries only where they are asked for. */
export async function listHelp({ db, now }: Scope<Keeper>, filter: HelpFilter) {
  const { country, topic, standing, page } = filter;
  const today = dayOf(now);
  const fitting = db
    .selectFrom('help_entry')
    .$if(country !== undefined, (query) => query.where('help_entry.country', '=', country ?? ''))
    .$if(topic !== undefined, (query) => query.where(helpsWith(topic)))
    .where((where) =>
      standing ? stands(standing, today)(where) : where('help_entry.withdrawn_at', 'is', null),
    );
  const [listed, { count }] = await Promise.all([
    fitting
      .select(keptColumns)
      .orderBy('help_entry.checked_on')
      .orderBy('help_entry.id')
      .limit(rows)
      .offset((page - 1) * rows)
      .execute(),
    fitting.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow(),
  ]);
  const entries = listed.map(asKept).map((entry) => ({ ...entry, standing: standingOn(entry, today) }));
  return { entries, count, pages: pagesOf(count, rows) };
}
