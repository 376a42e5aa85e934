import { sql, type Kysely } from 'kysely';
import { z } from 'zod';

import type { Database } from '#db/client.server.ts';

import { listGaps } from '../review/queries.server.ts';

const termsShape = z.object({
  clocks: z.object({ appealDays: z.number(), engagementDays: z.number() }),
});

/** What mails about an application say, as it stands when they are sent. */
export async function findForMail(db: Kysely<Database>, id: string) {
  const row = await db
    .selectFrom('application')
    .innerJoin('organisation', 'organisation.id', 'application.organisation_id')
    .innerJoin('scheme_version', 'scheme_version.id', 'application.scheme_version_id')
    .leftJoin('invoice', (join) =>
      join
        .onRef('invoice.application_id', '=', 'application.id')
        .on('invoice.purpose', '=', 'application_fee'),
    )
    .select([
      'application.reference',
      'application.organisation_id as organisationId',
      'organisation.name as recruiter',
      'scheme_version.terms',
    ])
    .select(['invoice.amount_minor as amountMinor', 'invoice.currency'])
    .where('application.id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const { reference, organisationId, recruiter, terms, amountMinor, currency } = row;
  const fee = amountMinor && currency ? { amountMinor, currency } : undefined;
  return { reference, organisationId, recruiter, fee, ...termsShape.parse(terms).clocks };
}

/** Why the review was decided as it was, at that moment; a later one has reasons of its own. */
export async function reviewReasons(db: Kysely<Database>, applicationId: string, at: Date) {
  const row = await db
    .selectFrom('application_review')
    .select('reasons')
    .where('application_id', '=', applicationId)
    .where('decided_at', '=', at)
    .executeTakeFirst();
  return row ? [row.reasons] : [];
}

/** What was asked for: the officer's words, then every gap by its section. */
export async function askedFor(db: Kysely<Database>, applicationId: string, at: Date) {
  const gaps = await listGaps(db, applicationId);
  return [
    ...(await reviewReasons(db, applicationId, at)),
    ...gaps.map(({ name, note }) => `${name}: ${note}`),
  ];
}

export async function appealReasons(db: Kysely<Database>, appealId: string) {
  const row = await db
    .selectFrom('application_appeal')
    .select('reasons')
    .where('id', '=', appealId)
    .executeTakeFirst();
  return row?.reasons ? [row.reasons] : [];
}

/** The officer on it; while nobody is, every officer who is not tied to the applicant. */
export async function reviewersOf(db: Kysely<Database>, applicationId: string) {
  const assigned = await db
    .selectFrom('application')
    .select('assigned_to as accountId')
    .where('id', '=', applicationId)
    .executeTakeFirst();
  if (assigned?.accountId) return [assigned.accountId];
  const { rows } = await sql<{ accountId: string }>`
    select distinct account_id as "accountId" from membership m where role = 'officer' and not exists (
      select 1 from application_reviewer r
      where r.account_id = m.account_id and r.application_id = ${applicationId}::uuid and r.conflicted)`.execute(
    db,
  );
  return rows.map(({ accountId }) => accountId);
}

/** Everyone at the scheme who may decide an appeal: those who had no hand in what it is against. */
export async function independentPeople(db: Kysely<Database>, applicationId: string) {
  const { rows } = await sql<{ accountId: string }>`
    select distinct account_id as "accountId" from membership
    where role in ('officer', 'decider') and not is_involved(${applicationId}::uuid, account_id)`.execute(db);
  return rows.map(({ accountId }) => accountId);
}
