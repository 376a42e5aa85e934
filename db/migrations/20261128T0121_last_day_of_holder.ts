import { sql, type Kysely } from 'kysely';

/** Whose the last days of findings are stands beside them: what one holder has to do is read without the days of all others. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create or replace view finding_last_day as
      select d.finding_id, d.clock, d.due_on, d.organisation_id from (
          select f.id as finding_id, case f.state when 'issued' then 'contain' when 'awaiting_cap' then 'plan'
              when 'cap_returned' then 'plan' else 'close' end as clock, f.due_on, f.audit_id, f.organisation_id
            from finding f where f.state in ('issued', 'awaiting_cap', 'cap_returned', 'cap_accepted', 'evidence_rejected')
              and f.grade <> 'observation' and f.due_on is not null
          union all select f.id, 'remedy', remedy_day(f, r), f.audit_id, f.organisation_id
            from remedy r join finding f on f.id = r.finding_id
            where r.completed_at is null and f.grade <> 'observation' and f.state not in ('raised', 'disputed', 'closed', 'withdrawn')
              and remedy_paid_at(r) is null) d
        join finding f on f.id = d.finding_id join audit a on a.id = d.audit_id
        where not finding_stands_still(f, a)
          and not exists (select 1 from finding_escalation e where e.finding_id = d.finding_id and e.due_on = d.due_on)
  `.execute(db);
}
