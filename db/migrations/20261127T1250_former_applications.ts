import { sql, type Kysely } from 'kysely';

/**
 * Whoever had a part in an audit of a recruiter, for whichever of its applications, does not decide on it; nor does whoever
 * sent a report of it back.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    create or replace function bar_to_vote(matter uuid, person uuid, moment timestamptz) returns text language sql stable as $$
      select case
        when exists (select 1 from audit a left join audit_team_member t on t.audit_id = a.id
          where a.organisation_id = m.organisation_id and person in (t.account_id, a.scheduled_by, a.reported_by))
          or exists (select 1 from audit a join audit_team_departure d on d.audit_id = a.id
            where a.organisation_id = m.organisation_id and d.account_id = person and a.started_at is not null) then 'audited_by_you'
        when exists (select 1 from audit a
          where a.organisation_id = m.organisation_id and person in (a.reviewed_by, a.returned_by)) then 'report_reviewed_by_you'
        when exists (select 1 from finding f
            left join corrective_action_plan p on p.finding_id = f.id left join finding_evidence e on e.finding_id = f.id
            left join finding_regrade g on g.finding_id = f.id left join finding_dispute d on d.finding_id = f.id
            left join finding_effectiveness j on j.finding_id = f.id left join remedy r on r.finding_id = f.id
            left join remedy_confirmation k on k.remedy_id = r.id
          where f.organisation_id = m.organisation_id
            and person in (f.raised_by, f.verified_by, f.closed_by, f.extended_by, p.answered_by, e.answered_by, g.proposed_by,
              g.answered_by, d.answered_by, j.judged_by, k.confirmed_by)) then 'finding_by_you'
        when exists (select 1 from application_review r where r.application_id = m.application_id and r.decided_by = person)
          or exists (select 1 from application_checklist c where c.application_id = m.application_id and c.checked_by = person)
          then 'application_reviewed_by_you'
        when m.asked_by = person or exists (select 1 from certificate_scope_request r
            where r.id = m.request_id and r.reviewed_by = person) then 'put_by_you'
        when exists (select 1 from advice v where v.organisation_id = m.organisation_id and v.account_id = person
          and v.given_on > (moment at time zone 'UTC')::date - interval '2 years') then 'advised_by_you'
        when exists (select 1 from decision_declaration d join decision_matter o on o.id = d.matter_id
            where o.organisation_id = m.organisation_id and d.account_id = person and d.conflicted)
          or exists (select 1 from application_reviewer r where r.application_id = m.application_id and r.account_id = person and r.conflicted)
          or exists (select 1 from conflict_declaration c where c.organisation_id = m.organisation_id and c.account_id = person and c.conflicted)
          then 'conflict_declared'
        when has_tie(person, m.organisation_id, (moment at time zone 'UTC')::date) then 'tied'
        else bar_after_appeal(m, person)
      end from decision_matter m where m.id = matter
    $$;
  `.execute(db);
}
