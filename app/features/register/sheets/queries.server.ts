import { sql } from 'kysely';

import { dayOf } from '#app/platform/calendar.ts';

import { licencesOf, licencesShape } from '../licences.server.ts';
import { entryColumns, toEntry, type Asked } from '../listed.server.ts';
import type { Licence, RegisterEntry } from '../model.ts';

/** One line of a country's sheet: what tells recruiters apart, and until when a certificate would last. */
export type SheetLine = RegisterEntry & {
  licences: Licence[];
  offices: string[];
  validUntil: string | null;
};

const columns = [...entryColumns, 'certificate.offices'] as const;

/** Those on the register of a country, by name: the same order as the index, so that any page of it is as quick as the first. */
const linesOf = ({ db }: Asked, country: string) =>
  db
    .selectFrom('register_entry')
    .leftJoin('certificate', 'certificate.id', 'register_entry.certificate_id')
    .select(columns)
    .select(licencesOf('register_entry.organisation_id'))
    .where('register_entry.country', '=', country)
    .where('register_entry.delisted_on', 'is', null)
    .orderBy('register_entry.name')
    .orderBy('register_entry.number');

type Row = Awaited<ReturnType<ReturnType<typeof linesOf>['execute']>>[number];

const toLine = ({ now }: Asked, row: Row): SheetLine => ({
  ...toEntry(row, dayOf(now)),
  ...{ licences: licencesShape.parse(row.licences), offices: row.offices ?? [], validUntil: row.validUntil },
});

/** A part of a country's register by its place in it. */
export async function listSheetPart(asked: Asked, country: string, part: { limit: number; offset: number }) {
  const rows = await linesOf(asked, country).limit(part.limit).offset(part.offset).execute();
  return rows.map((row) => toLine(asked, row));
}

type After = { name: string; registrationNumber: string };

/** What follows a line, in pages: a whole country is read without holding it, and without a long transaction. */
export async function listSheetAfter(asked: Asked, country: string, { after, limit }: From) {
  const rows = await linesOf(asked, country)
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(register_entry.name, register_entry.number) > (${after?.name}, ${after?.registrationNumber})`,
      ),
    )
    .limit(limit)
    .execute();
  return rows.map((row) => toLine(asked, row));
}
type From = { after?: After | undefined; limit: number };

/** How many there are, counted no further than `most`. */
export async function countSheet({ db }: Asked, country: string, most: number): Promise<number> {
  const some = db
    .selectFrom('register_entry')
    .select('number')
    .where('country', '=', country)
    .where('delisted_on', 'is', null)
    .limit(most);
  const { count } = await db
    .selectFrom(some.as('some'))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** Countries of those on the register, by code: each looked up behind the one before it, however many recruiters it has. */
export async function listSheetCountries({ db }: Pick<Asked, 'db'>): Promise<string[]> {
  const next = (after: ReturnType<typeof sql>) => sql`(
    select country from register_entry where delisted_on is null ${after} order by country limit 1)`;
  const { rows } = await sql<{ country: string }>`with recursive known (country) as (
      ${next(sql``)}
      union all
      select ${next(sql`and register_entry.country > known.country`)} from known where known.country is not null
    )
    select country from known where country is not null`.execute(db);
  return rows.map(({ country }) => country);
}
