import { sql, type Kysely } from 'kysely';

/**
 * A finding of a certificate's audit that becomes grave after the audit was ready opens its corrections again: it is closed
 * when nothing grave is left, and not as if all were well (domain 2.8 b). What the panel has before it, the panel answers.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    drop trigger audit_step on audit;
    create trigger audit_step after update on audit for each row execute function refuse_step('state',
      'scheduled>team_assigned', 'team_assigned>scheduled', 'team_assigned>planned', 'planned>notified', 'planned>in_progress',
      'notified>in_progress', 'notified>postponed', 'notified>refused_by_auditee', 'postponed>planned',
      'postponed>refused_by_auditee', 'in_progress>fieldwork_done', 'in_progress>aborted', 'fieldwork_done>closed',
      'fieldwork_done>report_draft', 'report_draft>fact_check', 'fact_check>tech_review', 'tech_review>report_draft',
      'tech_review>report_final', 'report_final>caps_open', 'report_final>ready_for_decision', 'caps_open>ready_for_decision',
      'caps_open>failed', 'ready_for_decision>caps_open', 'ready_for_decision>closed', 'aborted>closed',
      'refused_by_auditee>closed', 'scheduled>cancelled', 'team_assigned>cancelled', 'planned>cancelled', 'notified>cancelled',
      'postponed>cancelled', 'fieldwork_done>aborted', 'report_draft>aborted', 'fact_check>aborted', 'tech_review>aborted',
      'caps_open>closed');

    create function require_reason_to_reopen() returns trigger language plpgsql as $$
    begin
      if new.certificate_id is null
        or exists (select 1 from decision_matter m where m.audit_id = new.id and m.state = 'open')
        or not exists (select 1 from finding f where f.audit_id = new.id and is_open_point(f.grade, f.state) and (f.grade <> 'minor'
          or f.state not in ('cap_accepted', 'evidence_submitted', 'evidence_rejected', 'verified'))) then
        raise exception 'audit %: its corrections open again for a finding that is open, where nothing is before the panel', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger audit_reopened after update on audit for each row
      when (old.state = 'ready_for_decision' and new.state = 'caps_open') execute function require_reason_to_reopen();

    -- Those that were ready and could not be closed since.
    update audit a set state = 'caps_open' where a.state = 'ready_for_decision' and a.certificate_id is not null
      and not exists (select 1 from decision_matter m where m.audit_id = a.id and m.state = 'open') and not audit_may_end(a.id);
  `.execute(db);
}
