import type { Kysely } from 'kysely';

import { dayOf } from '#app/platform/calendar.ts';
import { pagesOf } from '#app/platform/database/pages.server.ts';
import type { Scope, SignedIn } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { grades, type Grade } from '../scheme/model.ts';
import type { StandingStatus } from '../certificates/model.ts';
import { listHistory } from './history.server.ts';
import { details, normalNumber, toRecord } from './queries.server.ts';
import { searchPage } from './search/search.server.ts';

type Authority = Extract<SignedIn, { kind: 'authority' }>;
const perPage = 25;

/** The country an authority reads: its own, from its own row. Whoever works for no authority has none. */
const countryOf = (db: Kysely<Database>, { organisationId }: Authority) =>
  db
    .selectFrom('organisation as mine')
    .select('mine.country')
    .where('mine.id', '=', organisationId)
    .where('mine.kind', '=', 'authority');

export async function findOwnCountry({ db, actor }: Scope<Authority>) {
  const { country } = await countryOf(db, actor).executeTakeFirstOrThrow();
  return country;
}

type Search = { q: string; status: StandingStatus | undefined };

/** Recruiters of the authority's own country: by match where it asks for one, else by name. */
export async function listOwnRecruiters({ db, actor, now }: Scope<Authority>, search: Search, page: number) {
  const own = await countryOf(db, actor).executeTakeFirst();
  if (!own) return { recruiters: [], count: 0, pages: pagesOf(0, perPage) };
  const { entries, count } = await searchPage(
    { db, now },
    { ...search, country: own.country },
    { limit: perPage, offset: (page - 1) * perPage },
  );
  return { recruiters: entries, count, pages: pagesOf(count, perPage) };
}

/** What an authority reads of one recruiter of its country: standing, history, and how many findings are open. */
export async function findOwnRecruiter({ db, actor, now }: Scope<Authority>, number: string) {
  const row = await details(db, dayOf(now))
    .select('register_entry.organisation_id as organisationId')
    .where('register_entry.number', '=', normalNumber(number))
    .where('register_entry.country', '=', countryOf(db, actor))
    .executeTakeFirst();
  if (!row) return undefined;
  const record = toRecord(row, dayOf(now));
  if (!record.ok) return undefined;
  return {
    record: record.value,
    history: await listHistory({ db, now }, record.value.registrationNumber),
    findings: await countOpenFindings(db, row.organisationId),
  };
}

type Counted = { grade: Grade; count: number };

/** Numbers alone: what a finding says stays between recruiter, audit body and scheme. */
async function countOpenFindings(db: Kysely<Database>, organisationId: string): Promise<Counted[]> {
  const rows = await db
    .selectFrom('finding')
    .select(['grade', ({ fn }) => fn.countAll<number>().as('count')])
    .where('organisation_id', '=', organisationId)
    .where('issued_at', 'is not', null)
    .where('state', 'not in', ['closed', 'withdrawn'])
    .groupBy('grade')
    .execute();
  return grades.map((grade) => ({ grade, count: rows.find((row) => row.grade === grade)?.count ?? 0 }));
}
