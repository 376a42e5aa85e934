import { sql, type Kysely, type Transaction } from 'kysely';

import { isId } from '#app/platform/database/ids.server.ts';
import type { Company, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { rhythms, type Rhythm, type Watch } from './model.ts';

const watches = (db: Kysely<Database>, companyId: string) =>
  db
    .selectFrom('watch')
    .leftJoin('registration', 'registration.organisation_id', 'watch.recruiter_id')
    .leftJoin('organisation as recruiter', 'recruiter.id', 'watch.recruiter_id')
    .select(['watch.id', 'watch.kind', 'watch.corridor', 'watch.name', 'watch.made_at as madeAt'])
    .select(['registration.number as registrationNumber', 'recruiter.name as recruiter'])
    .select(({ selectFrom }) =>
      selectFrom('watch_entry')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('watch_entry.watch_id', '=', 'watch.id')
        .as('recruiters'),
    )
    .where('watch.company_id', '=', companyId)
    .where('watch.ended_at', 'is', null)
    .orderBy('watch.made_at', 'desc')
    .orderBy('watch.id');

type Row = Awaited<ReturnType<ReturnType<typeof watches>['execute']>>[number];

function toWatch({ id, madeAt, ...row }: Row): Watch {
  if (row.registrationNumber !== null && row.recruiter !== null)
    return {
      ...{ id, madeAt, kind: 'recruiter' as const },
      ...{ registrationNumber: row.registrationNumber, recruiter: row.recruiter },
    };
  if (row.corridor !== null) return { id, madeAt, kind: 'corridor', corridor: row.corridor };
  return { id, madeAt, kind: 'list', name: row.name ?? '', recruiters: row.recruiters ?? 0 };
}

type Slice = { limit: number; offset?: number };

/** What the asker's own company watches, the newest first. */
export const listWatches = async ({ db, actor }: Scope<Company>, { limit, offset = 0 }: Slice) =>
  (await watches(db, actor.organisationId).limit(limit).offset(offset).execute()).map(toWatch);

/** One of the asker's own company. */
export async function findWatch({ db, actor }: Scope<Company>, id: string) {
  const row = await watches(db, actor.organisationId).where(isId('watch.id', id)).executeTakeFirst();
  return row && toWatch(row);
}

export async function countWatches(db: Kysely<Database>, companyId: string) {
  const { count } = await db
    .selectFrom('watch')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('company_id', '=', companyId)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

/** Whoever changes what the company watches at the same time waits. */
export const lockCompany = (trx: Transaction<Database>, companyId: string) =>
  trx.selectFrom('organisation').select('id').where('id', '=', companyId).forNoKeyUpdate().execute();

/** The recruiter behind a number that is on the register, also of one that was taken off. */
export const findRecruiter = (db: Kysely<Database>, number: string) =>
  db
    .selectFrom('registration')
    .innerJoin('organisation', 'organisation.id', 'registration.organisation_id')
    .select(['registration.organisation_id as id', 'registration.number', 'organisation.name'])
    .where('registration.number', '=', number)
    .executeTakeFirst();

/** Which of many numbers are on the register; by number. */
export async function findRecruiters(db: Kysely<Database>, numbers: readonly string[]) {
  const rows = await db
    .selectFrom('registration')
    .select(['number', 'organisation_id as id'])
    // One array, not ten thousand parameters.
    .where(sql<boolean>`number = any (${[...numbers]}::text[])`)
    .execute();
  return new Map(rows.map(({ number, id }) => [number, id]));
}

/** When the asker hears of what their company watches; nothing chosen is never. */
export async function findRhythm({ db, actor }: Scope<Company>): Promise<Rhythm> {
  const row = await db
    .selectFrom('watch_rhythm')
    .select('rhythm')
    .where('company_id', '=', actor.organisationId)
    .where('account_id', '=', actor.accountId)
    .executeTakeFirst();
  return rhythms.find((rhythm) => rhythm === row?.rhythm) ?? 'never';
}
