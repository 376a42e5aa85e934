import { sql, type Kysely, type Transaction } from 'kysely';
import { z } from 'zod';

import { isId } from '#app/platform/database/ids.server.ts';
import { pagesOf } from '#app/platform/database/pages.server.ts';
import type { Officer, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { interestKinds } from './model.ts';
import type { Declaring } from './policy.ts';

const shape = z.object({
  id: z.string(),
  organisationId: z.string(),
  recruiter: z.string(),
  kind: z.enum(interestKinds),
  statement: z.string(),
  fromOn: z.string().nullable(),
  untilOn: z.string().nullable(),
  declaredOn: z.string(),
  ends: z.boolean(),
  corrected: z.boolean(),
});

const everything = (db: Kysely<Database>) =>
  db
    .selectFrom('interest_declaration as interest')
    .innerJoin('organisation', 'organisation.id', 'interest.organisation_id')
    .leftJoin('interest_declaration as later', 'later.corrects', 'interest.id')
    .select(['interest.id', 'interest.organisation_id as organisationId', 'organisation.name as recruiter'])
    .select(['interest.kind', 'interest.statement'])
    .select(['interest.from_on as fromOn', 'interest.until_on as untilOn'])
    // The day in UTC, as the constraint compares it.
    .select(sql<string>`(interest.declared_at at time zone 'UTC')::date::text`.as('declaredOn'))
    .select(({ eb }) => eb('interest.corrects', 'is not', null).as('ends'))
    .select(({ eb }) => eb('later.id', 'is not', null).as('corrected'));

const interests = (db: Kysely<Database>, accountId: string) =>
  everything(db).where('interest.account_id', '=', accountId);

/** What somebody declared, the newest first; what was corrected stays to be seen. */
export async function listInterests({ db }: Pick<Scope, 'db'>, accountId: string) {
  const rows = await interests(db, accountId).orderBy('interest.declared_at', 'desc').limit(200).execute();
  return z.array(shape).parse(rows);
}

export async function findOwnInterest({ db, actor }: Scope<Declaring>, id: string) {
  const row = await interests(db, actor.accountId).where(isId('interest.id', id)).executeTakeFirst();
  return row && shape.parse(row);
}

const perPage = 50;
export type InterestFilter = { search: string; page: number };

/** What everybody declared, for the scheme's officers: by person or recruiter, the newest first. */
export async function listDeclared({ db }: Scope<Officer>, { search, page }: InterestFilter) {
  const matching = everything(db)
    .innerJoin('account', 'account.id', 'interest.account_id')
    .$if(search !== '', (query) =>
      query.where(({ or, eb }) =>
        or([eb('account.name', 'ilike', like(search)), eb('organisation.name', 'ilike', like(search))]),
      ),
    );
  const [rows, { count }] = await Promise.all([
    matching
      .select('account.name as person')
      .orderBy('interest.declared_at', 'desc')
      .orderBy('interest.id')
      .limit(perPage)
      .offset((page - 1) * perPage)
      .execute(),
    matching
      .clearSelect()
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
  ]);
  const interests = z.array(shape.extend({ person: z.string() })).parse(rows);
  return { interests, count, pages: pagesOf(count, perPage) };
}

const like = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** The recruiter's row is where whoever forms its audit team at this moment waits for us; a second read sees what they did. */
export async function lockOwnInterest(trx: Transaction<Database>, actor: Declaring, id: string) {
  const first = await findOwnInterest({ db: trx, actor, now: new Date() }, id);
  if (!first) return undefined;
  await lockRecruiter(trx, first.organisationId);
  return findOwnInterest({ db: trx, actor, now: new Date() }, id);
}

export const lockRecruiter = (trx: Transaction<Database>, organisationId: string) =>
  trx.selectFrom('organisation').select('id').where('id', '=', organisationId).forNoKeyUpdate().execute();

/** By registration number or whole name; two are enough to know that it is not one. */
export const recruitersNamed = (db: Kysely<Database>, typed: string) =>
  db
    .selectFrom('organisation')
    .leftJoin('registration', 'registration.organisation_id', 'organisation.id')
    .select('organisation.id')
    .where('organisation.kind', '=', 'recruiter')
    .where(({ or, eb, fn }) =>
      or([
        eb('registration.number', '=', typed.replace(/[\s-]/g, '').toUpperCase()),
        eb(fn<string>('lower', ['organisation.name']), '=', typed.toLowerCase()),
      ]),
    )
    .limit(2)
    .execute();
