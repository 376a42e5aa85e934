import { sql, type Kysely, type Transaction } from 'kysely';

import type { Fact } from '#app/events/catalogue.ts';
import type { Effect, Means } from '#app/events/reaction.ts';
import type { Result } from '#app/platform/result.ts';
import type { Database } from '#db/client.server.ts';

import type { Reading, Told, ToldType } from './model.ts';
import { isPublic } from './rules.ts';
import { bodyOf } from './webhooks/body.ts';

/** What the register answers under a number; the composition gives it, so that it is the register's own answer. */
export type ReadRegister = (
  asked: { db: Kysely<Database>; now: Date },
  registrationNumber: string,
) => Promise<Result<Reading>>;

/**
 * Tells every company that watches a recruiter of one change, once each: what is mailed and what is sent to endpoints is
 * written down together with its jobs, or not at all. The register says it before, because it is asked.
 */
export const tellWatchers = <T extends ToldType>(
  { db, origin, clock = () => new Date() }: Means,
  readRegister: ReadRegister,
): Effect<T> => ({
  urgent: true,
  targets: (from, { subject }) => listRegistered(from, subject),
  async run(fact, recruiterId) {
    const now = clock();
    const about = await findAbout(db, fact.subject, recruiterId);
    if (!about) return;
    const record = await readRegister({ db, now }, about.registrationNumber);
    const told: Told = {
      ...{ registrationNumber: about.registrationNumber, name: about.name },
      reading: record.ok ? readingOf(record.value) : null,
    };
    if (!isPublic(fact.type, { ...about, reading: told.reading })) return;
    const body = bodyOf({ type: fact.type, occurredAt: fact.occurredAt, ...told }, origin);
    await db.transaction().execute((trx) => write(trx, { fact, about, told, body, now }));
  },
});

/** What is told and no more, whatever else the register's record holds. */
const readingOf = ({ registrationNumber, name, country, standing, certificate }: Reading): Reading => ({
  ...{ registrationNumber, name, country },
  standing: { status: standing.status, since: standing.since, reasonClass: standing.reasonClass },
  certificate: certificate && {
    number: certificate.number,
    validFrom: certificate.validFrom,
    validUntil: certificate.validUntil,
    corridors: certificate.corridors,
    sectors: certificate.sectors,
  },
});

type About = {
  recruiterId: string;
  registrationNumber: string;
  name: string;
  certificateNumber: string | undefined;
  everCertified: boolean;
};

/** Whom a certificate or an application is about, where that one is registered at all. */
async function listRegistered(db: Kysely<Database>, subject: string) {
  const rows = await db
    .selectFrom('registration')
    .select('registration.organisation_id as id')
    .where((where) =>
      where(
        'registration.organisation_id',
        'in',
        where
          .selectFrom('certificate')
          .select('certificate.organisation_id')
          .where('certificate.id', '=', subject)
          .unionAll(
            where
              .selectFrom('application')
              .select('application.organisation_id')
              .where('application.id', '=', subject),
          ),
      ),
    )
    .execute();
  return rows.map(({ id }) => id);
}

/** What is told of a recruiter, and of the certificate where the fact is of one. */
async function findAbout(
  db: Kysely<Database>,
  subject: string,
  recruiterId: string,
): Promise<About | undefined> {
  const row = await db
    .selectFrom('registration')
    .innerJoin('organisation', 'organisation.id', 'registration.organisation_id')
    .leftJoin('certificate', (join) =>
      join.onRef('certificate.organisation_id', '=', 'organisation.id').on('certificate.id', '=', subject),
    )
    .select(['organisation.id as recruiterId', 'registration.number as registrationNumber'])
    .select(['organisation.name', 'certificate.number as certificateNumber'])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('certificate as any_other')
          .select('any_other.id')
          .whereRef('any_other.organisation_id', '=', 'organisation.id'),
      ).as('everCertified'),
    )
    .where('registration.organisation_id', '=', recruiterId)
    .executeTakeFirst();
  const everCertified = Boolean(row?.everCertified);
  return row && { ...row, everCertified, certificateNumber: row.certificateNumber ?? undefined };
}

type Telling = { fact: Fact; about: About; told: Told; body: string; now: Date };

/**
 * One statement for all of them: a thousand companies cost no more round trips than one. Corridors are those the
 * certificate ever covered and the application asked for: who watches one hears also that it was taken away.
 */
async function write(trx: Transaction<Database>, { fact, about, told, body, now }: Telling) {
  await sql`
    with corridors as materialized (
      select array(
        select unnest(v.corridors) from certificate_version v where v.certificate_id = ${fact.subject}
        union select unnest(a.corridors) from application a where a.id = ${fact.subject}) as known),
    watching as materialized (
      select w.company_id from watch w where w.kind = 'recruiter' and w.ended_at is null and w.recruiter_id = ${about.recruiterId}
      union
      select w.company_id from watch w, corridors where w.kind = 'corridor' and w.ended_at is null and w.corridor = any (corridors.known)
      union
      select w.company_id from watch_entry e join watch w on w.id = e.watch_id
      where e.recruiter_id = ${about.recruiterId} and w.ended_at is null),
    noticed as (
      insert into watch_notice (company_id, event_id, recruiter_id, type, occurred_at, told_at, told)
      select company_id, ${fact.id}, ${about.recruiterId}, ${fact.type}, ${fact.occurredAt}, ${now}, ${JSON.stringify(told)}::jsonb
      from watching on conflict do nothing returning id, company_id),
    readers as materialized (
      select n.id as notice_id, r.company_id, r.account_id, r.rhythm from noticed n
      join watch_rhythm r on r.company_id = n.company_id and r.rhythm <> 'never'
      where exists (select 1 from membership m
        where m.account_id = r.account_id and m.organisation_id = r.company_id and m.role = 'company')),
    mailed as (
      insert into watch_mail (company_id, account_id, made_at)
      select company_id, account_id, ${now} from readers where rhythm = 'at_once' returning id, company_id, account_id),
    listed as (
      insert into watch_mail_notice (notice_id, account_id, mail_id)
      select readers.notice_id, readers.account_id, mailed.id from readers
      left join mailed on mailed.company_id = readers.company_id and mailed.account_id = readers.account_id),
    sent as (
      insert into webhook_message (endpoint_id, event_id, type, body, made_at, tried_since)
      select e.id, ${fact.id}, ${fact.type}, ${body}, ${now}, ${now} from noticed n
      join webhook_endpoint e on e.company_id = n.company_id and e.ended_at is null
      on conflict do nothing returning id, endpoint_id)
    select graphile_worker.add_jobs(
      array(select row('post-webhook', json_build_object('message', id), 'webhook:' || endpoint_id, null, 30, 'webhook:' || id, null, null)::graphile_worker.job_spec from sent)
      || array(select row('mail-watcher', json_build_object('mail', id), null, null, 20, null, null, null)::graphile_worker.job_spec from mailed))`.execute(
    trx,
  );
}
