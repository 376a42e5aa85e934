import { sql, type Kysely, type Transaction } from 'kysely';

import type { DB } from '../schema.ts';

type Amounts = {
  findings: number;
  /** First audits whose grave findings stayed open past the stop, and applications no next audit came for. */
  stopped: number;
  waiting: number;
};

/**
 * On top of `fillWithCertificates`: audits of four findings each, most of them closed, one finding in fifty late, one in
 * ten due soon; a programme for every certificate, with one day's audits to be told. Triggers and keys stay out of it.
 */
export async function fillWithFindings(db: Kysely<DB>, { findings, stopped, waiting }: Amounts) {
  await db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    await sql`insert into indicator (scheme_version_id, code, criterion_code, requirement, evidence_types, default_grade, position)
      values ('bench', '1.1.1', '1.1', 'A requirement to measure by', '{D}', 'minor', 1)`.execute(trx);
    await fillWithAudits(trx, Math.ceil(findings / 4));
    await fillWithStopped(trx, stopped, waiting);
    await sql`insert into finding (audit_id, application_id, organisation_id, scheme_version_id, indicator_code, number, grade,
        statement, evidence, state, raised_by, raised_at, issued_at, plan_due_on, close_due_on, contain_due_on, contained_at, containment,
        verified_at, verified_by, verification_method, closed_at, closed_by)
      select audit_id, application_id, organisation_id, 'bench', '1.1.1', number, grade, 'Workers paid for what was to be free',
        'Files of twelve workers', state, md5('auditor')::uuid, now() - interval '100 days', now() - interval '80 days', due, due + 60,
        case when grade = 'critical' then due end, case when grade = 'critical' then now() - interval '79 days' end,
        case when grade = 'critical' then 'The practice was stopped at once' end,
        case when state = 'closed' then now() end, case when state = 'closed' then md5('auditor')::uuid end,
        case when state = 'closed' then 'on_site' end,
        case when state = 'closed' then now() end, case when state = 'closed' then md5('second')::uuid end
      from (select a.id as audit_id, a.application_id, a.organisation_id, number, n,
          case when a.type = 'stage2' or n % 7 = 0 then 'major' when n % 41 = 0 then 'critical' else 'minor' end as grade,
          case when a.type = 'stage2' or n % 50 = 0 or n % 10 = 1 then 'awaiting_cap' else 'closed' end as state,
          case when n % 50 = 0 then current_date - 3 else current_date + 1 + n % 60 end as due
        from (select *, row_number() over (order by reference)::integer - 1 as place from audit) a
        cross join lateral (select number, a.place * 4 + number as n from generate_series(1, 4) as number) numbered) f`.execute(
      trx,
    );
    await sql`insert into audit_programme_entry (certificate_id, type, reason, due_on, window_from, notice_type, told_at)
      select id, 'surveillance', 'cycle', current_date + n % 365, current_date + n % 365 - 90, 'announced',
        case when n % 365 < 60 then now() end
      from (select id, right(number, 9)::integer as n from certificate where status = 'active') c`.execute(
      trx,
    );
  });
  await sql`analyze`.execute(db);
}

const times = sql`scheduled_at, planned_at, started_at, fieldwork_done_at, report_started_at, reported_at, reviewed_at, fact_check_at, fact_checked_at`;

/** What every audit with its corrections open has behind it. */
const behind = (days: number) =>
  sql`${sql.join(Array.from({ length: 9 }, () => sql`now() - make_interval(days => ${sql.lit(days)})`))}`;

const people = sql`scheduled_by, reported_by, reviewed_by, summary, plan, notice_type, starts_on, ends_on`;
const ofPeople = sql`md5('auditor')::uuid, md5('auditor')::uuid, md5('second')::uuid, 'As found', 'As planned', 'announced',
  current_date - 230, current_date - 228`;

/** Surveillance of certificates that stand. */
const fillWithAudits = (trx: Transaction<DB>, count: number) =>
  sql`insert into audit (id, reference, application_id, certificate_id, organisation_id, audit_body_id, scheme_version_id, type, state, ${times}, ${people})
    select md5('u' || number)::uuid, 'AUD-' || number, application_id, id, organisation_id, audit_body_id, 'bench', 'surveillance', 'caps_open',
      ${behind(90)}, ${ofPeople}
    from certificate where status = 'active' limit ${sql.lit(count)}`.execute(trx);

/** Organisations that were never certified: some corrected nothing in their stop, some wait for a next audit. */
async function fillWithStopped(trx: Transaction<DB>, stopped: number, waiting: number) {
  await sql`insert into application (id, reference, organisation_id, scheme_version_id, state, started_at, started_by, submitted_at, paid_at,
      accepted_at, engaged_at, audit_body_id, audit_started_at)
    select md5('w' || n)::uuid, 'APP-' || n, md5('wo' || n)::uuid, 'bench', 'in_audit', then_at, md5('owner')::uuid, then_at, then_at, then_at,
      then_at, md5('b1')::uuid, then_at
    from (select n, now() - interval '230 days' as then_at from generate_series(1, ${sql.lit(stopped + waiting)}) n) a`.execute(
    trx,
  );
  await sql`insert into audit (id, reference, application_id, organisation_id, audit_body_id, scheme_version_id, type, state, ${times}, ${people})
    select md5('s' || n)::uuid, 'AUD-S-' || n, md5('w' || n)::uuid, md5('wo' || n)::uuid, md5('b1')::uuid, 'bench', 'stage2', 'caps_open',
      ${behind(228)}, ${ofPeople}
    from generate_series(1, ${sql.lit(stopped)}) n`.execute(trx);
  await sql`insert into organisation (id, kind, name, country, created_at)
    select distinct organisation_id, 'recruiter', 'An agency', 'NP', now() from audit`.execute(trx);
}
