import { sql, type Kysely } from 'kysely';

import type { Database } from '#db/client.server.ts';

import type { House } from './model.ts';

/** What the database says of the four, each in the order in which it began. */
export async function readRows(db: Kysely<Database>, organisationId: string) {
  const application = await db
    .selectFrom('application')
    .select(['id', 'state'])
    .where('organisation_id', '=', organisationId)
    .executeTakeFirstOrThrow();
  const audits = await db
    .selectFrom('audit')
    .select(['id', 'type', 'state'])
    .where('organisation_id', '=', organisationId)
    .orderBy('scheduled_at')
    .orderBy('type')
    .execute();
  const findings = await db
    .selectFrom('finding')
    .select(['id', 'state', 'grade'])
    .where('organisation_id', '=', organisationId)
    .orderBy('raised_at')
    .execute();
  const certificates = await db
    .selectFrom('certificate')
    .select(['id', 'status', 'since', 'valid_until as validUntil', 'offices', 'kind'])
    .where('organisation_id', '=', organisationId)
    .orderBy('number')
    .execute();
  const matters = await db
    .selectFrom('decision_matter')
    .select(['id', 'kind'])
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'open')
    .orderBy('kind')
    .execute();
  return { application, audits, findings, certificates, matters };
}
export type Rows = Awaited<ReturnType<typeof readRows>>;

/** Rows and model in the same words, to be held against each other. */
export const inWords = ({
  application,
  audits,
  findings,
  certificates,
  matters,
}: Omit<House, 'now'> | Rows) => ({
  application: application.state,
  audits: audits.map(({ type, state }) => `${type} ${state}`),
  findings: findings.map(({ grade, state }) => `${grade} ${state}`),
  certificates: certificates.map(
    ({ status, since, validUntil, offices }) =>
      `${status} since ${since.toISOString()} until ${validUntil}, offices ${typeof offices === 'number' ? offices : offices.length}`,
  ),
  matters: matters.map(({ kind }) => kind).toSorted(),
});

/** What is never so, whatever was done: each names itself where it is. */
export async function broken(db: Kysely<Database>, organisationId: string, today: string) {
  const { rows } = await sql<{ what: string }>`
    with held as (select * from certificate where organisation_id = ${organisationId}),
      found as (select f.*, a.state as audit_state from finding f join audit a on a.id = f.audit_id
        where f.organisation_id = ${organisationId})
    select 'in force over an open critical finding' as what from held, found
      where held.status in ('active', 'active_under_watch') and held.valid_until >= ${today}::date
        and found.grade = 'critical' and found.state not in ('closed', 'withdrawn')
    union all select 'two certificates stand' where
      (select count(*) from held where status in ('active', 'active_under_watch', 'suspended')) > 1
    union all select 'a certificate without the decision that granted it' from held
      left join certification_decision d on d.id = held.decision_id where d.outcome is distinct from 'granted'
    union all select 'certified without a certificate' from application
      where organisation_id = ${organisationId} and state = 'certified' and not exists (select 1 from held)
    union all select 'a status nobody recorded' from held where status is distinct from
      (select s.status from certificate_status s where s.certificate_id = held.id order by s.position desc limit 1)
    union all select 'ready over an open critical finding' from found
      where audit_state = 'ready_for_decision' and grade = 'critical' and state not in ('closed', 'withdrawn')
    union all select 'closed by whoever verified it' from found
      where state = 'closed' and grade <> 'minor' and closed_by = verified_by
    union all select 'before the panel while not pending' from decision_matter m join application a on a.id = m.application_id
      where m.organisation_id = ${organisationId} and m.kind = 'initial' and m.state = 'open' and a.state <> 'decision_pending'`.execute(
    db,
  );
  return rows.map(({ what }) => what);
}
