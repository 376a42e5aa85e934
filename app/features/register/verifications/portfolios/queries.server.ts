import { sql, type Kysely, type SqlBool, type Expression } from 'kysely';

import { isId } from '#app/platform/database/ids.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import type { Company, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { standings, type StandingStatus } from '../../../certificates/model.ts';
import { entryColumns, standingOf, stands } from '../../listed.server.ts';
import type { Counts, Portfolio } from './model.ts';

const portfolios = (db: Kysely<Database>, companyId: string) =>
  db
    .selectFrom('portfolio')
    .select(['portfolio.id', 'portfolio.name', 'portfolio.made_at as madeAt'])
    .select(({ selectFrom, fn }) =>
      selectFrom('portfolio_entry')
        .select(fn.countAll<number>().as('count'))
        .whereRef('portfolio_entry.portfolio_id', '=', 'portfolio.id')
        .as('recruiters'),
    )
    .where('portfolio.company_id', '=', companyId);

const toPortfolio = ({
  recruiters,
  ...row
}: Omit<Portfolio, 'recruiters'> & { recruiters: number | null }) => ({
  ...row,
  recruiters: recruiters ?? 0,
});

type Slice = { limit: number; offset: number };

/** Portfolios of the asker's own company, by name. */
export const listPortfolios = async (
  { db, actor }: Scope<Company>,
  { limit, offset }: Slice,
): Promise<Portfolio[]> =>
  (
    await portfolios(db, actor.organisationId).orderBy('portfolio.name').limit(limit).offset(offset).execute()
  ).map(toPortfolio);

export async function countPortfolios(db: Kysely<Database>, companyId: string) {
  const { count } = await db
    .selectFrom('portfolio')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('company_id', '=', companyId)
    .executeTakeFirstOrThrow();
  return count;
}

/** One of the asker's own company. */
export async function findPortfolio(
  { db, actor }: Scope<Company>,
  id: string,
): Promise<Portfolio | undefined> {
  const row = await portfolios(db, actor.organisationId).where(isId('portfolio.id', id)).executeTakeFirst();
  return row && toPortfolio(row);
}

const entries = (db: Kysely<Database>) =>
  db
    .selectFrom('portfolio_entry as entry')
    .innerJoin('register_entry', 'register_entry.organisation_id', 'entry.recruiter_id');

/** Where the recruiters of some portfolios stand now, in one question; by portfolio. */
export async function countStandings({ db, now }: Scope<Company>, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, Counts>();
  const of = (condition: Expression<SqlBool>) =>
    sql<number>`count(*) filter (where register_entry.delisted_on is null and ${condition})`;
  const rows = await entries(db)
    .select('entry.portfolio_id as id')
    .select(standings.map((status) => of(stands(status, dayOf(now))).as(status)))
    .select(sql<number>`count(*) filter (where register_entry.delisted_on is not null)`.as('removed'))
    .where('entry.portfolio_id', 'in', [...ids])
    .groupBy('entry.portfolio_id')
    .execute();
  return new Map(rows.map(({ id, ...counts }): [string, Counts] => [id, counts]));
}

const columns = [...entryColumns, 'entry.ref'] as const;

type Asked = { standing?: StandingStatus | undefined };

const entriesOf = ({ db, now }: Scope<Company>, id: string, { standing }: Asked) =>
  entries(db)
    .where('entry.portfolio_id', '=', id)
    .$if(standing !== undefined, (query) =>
      query
        .where('register_entry.delisted_on', 'is', null)
        .where(stands(standing ?? 'certified', dayOf(now))),
    );

/** Recruiters of a portfolio with where each stands now, by name; `standing` is none of one that was taken off the register. */
export async function listEntries(
  scope: Scope<Company>,
  id: string,
  { limit, offset, ...asked }: Slice & Asked,
) {
  const rows = await entriesOf(scope, id, asked)
    .select(columns)
    .orderBy('register_entry.name')
    .orderBy('register_entry.number')
    .limit(limit)
    .offset(offset)
    .execute();
  const today = dayOf(scope.now);
  return rows.map((row) => {
    const { registrationNumber, name, nameLocal, country, ref, delistedOn } = row;
    const standing = delistedOn === null ? standingOf(row, today) : null;
    return { registrationNumber, name, nameLocal, country, ref, standing };
  });
}
export type Entry = Awaited<ReturnType<typeof listEntries>>[number];

export async function countEntries(scope: Scope<Company>, id: string, asked: Asked) {
  const { count } = await entriesOf(scope, id, asked)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

const lot = 500;

/** Every recruiter of a portfolio, lot by lot, for a file. */
export async function* everyEntry(scope: Scope<Company>, id: string, asked: Asked): AsyncGenerator<Entry> {
  for (let offset = 0; ; offset += lot) {
    const rows = await listEntries(scope, id, { ...asked, limit: lot, offset });
    yield* rows;
    if (rows.length < lot) return;
  }
}

/** Registration numbers of a portfolio that are on the register, for whoever watches it. */
export async function listNumbers({ db, actor }: Scope<Company>, id: string) {
  const rows = await db
    .selectFrom('portfolio_entry as entry')
    .innerJoin('portfolio', 'portfolio.id', 'entry.portfolio_id')
    .innerJoin('registration', 'registration.organisation_id', 'entry.recruiter_id')
    .select('registration.number')
    .where('portfolio.company_id', '=', actor.organisationId)
    .where(isId('portfolio.id', id))
    .where('registration.delisted_on', 'is', null)
    .orderBy('registration.number')
    .execute();
  return rows.map(({ number }) => number);
}
