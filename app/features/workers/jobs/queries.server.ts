import { sql, type Kysely } from 'kysely';
import { z } from 'zod';

import { dayOf, type Day } from '#app/platform/calendar.ts';
import { pagesOf } from '#app/platform/database/pages.server.ts';
import { countryCodes } from '#app/platform/places.ts';
import type { Officer, Recruiter, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import {
  jobStates,
  officerReasons,
  ownReasons,
  provisions,
  wagePeriods,
  type JobOrder,
  type JobState,
  type JobTerms,
} from './model.ts';
import * as rules from './rules.ts';

type Asked = Pick<Scope, 'db' | 'now'>;

/** The same as `may_recruit`, as what a query reads: whether the recruiter may recruit for this way on a day. */
const inForce = (today: Day) => sql<boolean>`exists (select 1 from certificate c
  where c.organisation_id = job_order.organisation_id and registration.delisted_on is null
    and c.status in ('active', 'active_under_watch') and c.valid_until >= ${today}::date
    and (cardinality(c.corridors) = 0 or job_order.origin || '-' || job_order.country = any (c.corridors)))`;

const orders = (db: Kysely<Database>, today: Day) =>
  db
    .selectFrom('job_order')
    .innerJoin('registration', 'registration.organisation_id', 'job_order.organisation_id')
    .innerJoin('organisation', 'organisation.id', 'job_order.organisation_id')
    .select(['job_order.number', 'employer', 'employer_local as employerLocal', 'occupation', 'origin'])
    .select(['job_order.country', 'city', 'positions', 'wage_minor as wageMinor', 'currency'])
    .select(['wage_period as wagePeriod', 'weekly_hours as weeklyHours', 'contract_months as contractMonths'])
    .select(['starts_from as startsFrom', 'starts_until as startsUntil', 'closes_on as closesOn'])
    .select(['lodging', 'lodging_minor as lodgingMinor', 'food', 'food_minor as foodMinor'])
    .select(['published_at as publishedAt', 'withdrawn_at as withdrawnAt', 'withdrawn_as as withdrawnAs'])
    .select(['withdrawn_because as because', 'withdrawal_note as note'])
    .select(['registration.number as recruiterNumber', 'organisation.name as recruiter'])
    .select(inForce(today).as('inForce'));
type Row = Awaited<ReturnType<ReturnType<typeof orders>['executeTakeFirstOrThrow']>>;

const codes = z.object({
  wagePeriod: z.enum(wagePeriods),
  lodging: z.enum(provisions),
  food: z.enum(provisions),
});
const reason = z.enum([...ownReasons, ...officerReasons]);

function toOrder(row: Row, today: Day) {
  const { publishedAt, withdrawnAt, withdrawnAs, because, note, inForce: counts, ...terms } = row;
  const state = rules.stateOf(
    { withdrawn: withdrawnAt !== null, closesOn: row.closesOn, inForce: counts },
    today,
  );
  return {
    ...terms,
    ...codes.parse(row),
    ...{ publishedOn: dayOf(publishedAt), state },
    withdrawal: withdrawnAt && {
      on: dayOf(withdrawnAt),
      byOfficer: withdrawnAs === 'officer',
      because: reason.parse(because),
      note,
    },
  };
}

const isOpen = (today: Day) =>
  sql<boolean>`job_order.withdrawn_at is null and job_order.closes_on >= ${today}::date and ${inForce(today)}`;

/** What a rule asks of whoever publishes; undefined for whoever never came onto the register. */
export async function findPublisher({ db, now }: Asked, organisationId: string) {
  const today = dayOf(now);
  const row = await db
    .selectFrom('registration')
    .leftJoin('certificate', (join) =>
      join
        .onRef('certificate.organisation_id', '=', 'registration.organisation_id')
        .on('certificate.status', 'in', ['active', 'active_under_watch'])
        .on('certificate.valid_until', '>=', today),
    )
    .select(['registration.number', 'registration.delisted_on', 'certificate.id', 'certificate.corridors'])
    .select(({ selectFrom }) =>
      selectFrom('job_order')
        .select(({ fn }) => fn.countAll<number>().as('open'))
        .whereRef('job_order.organisation_id', '=', 'registration.organisation_id')
        .where('job_order.withdrawn_at', 'is', null)
        .where('job_order.closes_on', '>=', today)
        .as('open'),
    )
    .where('registration.organisation_id', '=', organisationId)
    .executeTakeFirst();
  if (!row) return undefined;
  const publisher: rules.Publisher & { number: string } = {
    ...{ number: row.number, delisted: row.delisted_on !== null, certified: row.id !== null },
    ...{ corridors: row.corridors ?? [], open: Number(row.open) },
  };
  return publisher;
}

/** Whether a job order could be published as it is now: said before anybody is asked whether it is meant. */
export const checkOrder = async ({ db, actor, now }: Scope<Recruiter>, terms: JobTerms) =>
  rules.publish(await findPublisher({ db, now }, actor.organisationId), terms, dayOf(now));

/** Where an agency is, its workers come from as a rule. */
export async function findOrigin({ db, actor }: Scope<Recruiter>) {
  const { country } = await db
    .selectFrom('organisation')
    .select('country')
    .where('id', '=', actor.organisationId)
    .executeTakeFirstOrThrow();
  return country;
}

const perPage = 50;

/** One's own job orders, the newest first, whatever became of them. */
export async function listOwnOrders({ db, actor, now }: Scope<Recruiter>, page: number) {
  const own = orders(db, dayOf(now)).where('job_order.organisation_id', '=', actor.organisationId);
  const [rows, { count }] = await Promise.all([
    own
      .orderBy('published_at', 'desc')
      .orderBy('job_order.number', 'desc')
      .limit(perPage)
      .offset((page - 1) * perPage)
      .execute(),
    db
      .selectFrom('job_order')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('organisation_id', '=', actor.organisationId)
      .executeTakeFirstOrThrow(),
  ]);
  return paged(rows, count, dayOf(now));
}

const paged = (rows: Row[], count: number, today: Day) => ({
  orders: rows.map((row) => toOrder(row, today)),
  count,
  pages: pagesOf(count, perPage),
});

export async function findOwnOrder({ db, actor, now }: Scope<Recruiter>, number: string) {
  const row = await orders(db, dayOf(now))
    .where('job_order.number', '=', number)
    .where('job_order.organisation_id', '=', actor.organisationId)
    .executeTakeFirst();
  return row && toOrder(row, dayOf(now));
}

/** Anybody's, for the scheme. */
export async function findOrder({ db, now }: Scope<Officer>, number: string) {
  const row = await orders(db, dayOf(now)).where('job_order.number', '=', number).executeTakeFirst();
  return row && toOrder(row, dayOf(now));
}

export type OrderFilter = {
  q: string;
  state: JobState | undefined;
  country: string | undefined;
  page: number;
};

export function orderFilterFrom(searchParams: URLSearchParams, page: number): OrderFilter {
  const [state, country] = [searchParams.get('state'), searchParams.get('country')];
  return {
    q: (searchParams.get('q') ?? '').trim().slice(0, 100),
    state: jobStates.find((each) => each === state),
    country: countryCodes.find((code) => code === country),
    page,
  };
}

/** Job orders across recruiters: by words of employer, work, town, recruiter or number. */
export async function searchOrders({ db, now }: Scope<Officer>, filter: OrderFilter) {
  const today = dayOf(now);
  const matching = orders(db, today)
    .$if(filter.q !== '', (query) => query.where(says(filter.q)))
    .$if(filter.country !== undefined, (query) => query.where('job_order.country', '=', filter.country ?? ''))
    .$if(filter.state !== undefined, (query) => query.where(stands(filter.state ?? 'open', today)));
  const [rows, { count }] = await Promise.all([
    matching
      .orderBy('published_at', 'desc')
      .orderBy('job_order.number', 'desc')
      .limit(perPage)
      .offset((filter.page - 1) * perPage)
      .execute(),
    matching
      .clearSelect()
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
  ]);
  return paged(rows, count, today);
}

function says(q: string) {
  const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  return sql<boolean>`(job_order.employer ilike ${like} or job_order.employer_local ilike ${like}
    or job_order.occupation ilike ${like} or job_order.city ilike ${like} or organisation.name ilike ${like}
    or job_order.number ilike ${like} or registration.number ilike ${like})`;
}

/** The same as the rule `stateOf`, for a list. */
function stands(state: JobState, today: Day) {
  const closed = sql<boolean>`job_order.closes_on < ${today}::date`;
  switch (state) {
    case 'withdrawn':
      return sql<boolean>`job_order.withdrawn_at is not null`;
    case 'closed':
      return sql<boolean>`job_order.withdrawn_at is null and ${closed}`;
    case 'open':
      return isOpen(today);
    case 'paused':
      return sql<boolean>`job_order.withdrawn_at is null and not ${closed} and not ${inForce(today)}`;
  }
}

type Few = { limit: number; page?: number };

/** What everybody may read of a recruiter: its open job orders, and how many there are. */
export async function listOpenOrders(
  { db, now }: Asked,
  registrationNumber: string,
  { limit, page = 1 }: Few,
) {
  const today = dayOf(now);
  const open = orders(db, today).where('registration.number', '=', registrationNumber).where(isOpen(today));
  const [rows, { count }] = await Promise.all([
    open
      .orderBy('published_at', 'desc')
      .orderBy('job_order.number', 'desc')
      .limit(limit)
      .offset((page - 1) * limit)
      .execute(),
    open
      .clearSelect()
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
  ]);
  return { orders: rows.map((row) => toPublic(row, today)), count };
}

function toPublic(row: Row, today: Day): JobOrder {
  const { withdrawal: _untold, recruiter: _name, recruiterNumber: _number, ...order } = toOrder(row, today);
  return order;
}

/** For the check of workers: what a recruiter published in the last two years, open or not; `matchJobOrder` says which is meant. */
export async function listOrdersToMatch({ db, now }: Asked, registrationNumber: string): Promise<JobOrder[]> {
  const today = dayOf(now);
  const rows = await orders(db, today)
    .where('registration.number', '=', registrationNumber)
    .where('registration.delisted_on', 'is', null)
    .where('published_at', '>', new Date(now.getTime() - 730 * 86_400_000))
    .orderBy('published_at', 'desc')
    .orderBy('job_order.number', 'desc')
    .limit(1000)
    .execute();
  return rows.map((row) => toPublic(row, today));
}
