import { sql, type Kysely } from 'kysely';

/**
 * What the shapes of single rows cannot say: which state may follow which (domain 2.8), what no longer changes once it
 * was told to somebody, and what a decision rests on. After-triggers, so that a row's own shape is judged first.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    -- Arguments: the column of the state, then each step as "from>to".
    create function refuse_step() returns trigger language plpgsql as $$
    declare
      before text := to_jsonb(old) ->> tg_argv[0];
      after text := to_jsonb(new) ->> tg_argv[0];
    begin
      if before <> after and not (before || '>' || after) = any (tg_argv) then
        raise exception '% does not go from % to %', tg_table_name, before, after using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;

    -- Arguments: the columns that stand. Without any, the whole row does.
    create function refuse_rewriting() returns trigger language plpgsql as $$
    declare changed text;
    begin
      select string_agg(was.key, ', ') into changed
        from jsonb_each(to_jsonb(old)) was join jsonb_each(to_jsonb(new)) now using (key)
        where was.value is distinct from now.value and (tg_nargs = 0 or was.key = any (tg_argv));
      if changed is not null then
        raise exception '%: % stands as it is', tg_table_name, changed using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;

    create trigger application_step after update on application for each row execute function refuse_step('state',
      'draft>submitted', 'submitted>awaiting_payment', 'awaiting_payment>under_review', 'under_review>deferred',
      'deferred>under_review', 'under_review>rejected', 'under_review>accepted', 'accepted>engaged', 'engaged>in_audit',
      'in_audit>decision_pending', 'decision_pending>certified', 'decision_pending>refused',
      'awaiting_payment>lapsed', 'deferred>lapsed', 'draft>withdrawn', 'submitted>withdrawn', 'awaiting_payment>withdrawn',
      'under_review>withdrawn', 'deferred>withdrawn', 'accepted>withdrawn', 'engaged>withdrawn', 'in_audit>withdrawn');
    create trigger application_identity after update on application for each row
      execute function refuse_rewriting('id', 'reference', 'organisation_id', 'scheme_version_id', 'started_at', 'started_by');
    create trigger application_accepted after update on application for each row when (old.accepted_at is not null)
      execute function refuse_rewriting('submitted_at', 'paid_at', 'accepted_at', 'corridors', 'sectors', 'offices');
    create trigger application_engaged after update on application for each row when (old.engaged_at is not null)
      execute function refuse_rewriting('audit_body_id', 'engaged_at');
    create trigger application_final after update on application for each row
      when (old.state in ('rejected', 'certified', 'refused', 'withdrawn', 'lapsed')) execute function refuse_rewriting();
    create trigger application_kept before delete on application for each row when (old.state <> 'draft')
      execute function refuse_change();

    create trigger audit_step after update on audit for each row execute function refuse_step('state',
      'scheduled>team_assigned', 'team_assigned>planned', 'planned>in_progress', 'in_progress>fieldwork_done',
      'fieldwork_done>closed', 'fieldwork_done>tech_review', 'tech_review>fieldwork_done', 'tech_review>caps_open',
      'tech_review>ready_for_decision', 'caps_open>ready_for_decision', 'ready_for_decision>closed',
      'scheduled>cancelled', 'team_assigned>cancelled', 'planned>cancelled');
    create trigger audit_identity after update on audit for each row execute function refuse_rewriting('id', 'reference',
      'application_id', 'organisation_id', 'audit_body_id', 'scheme_version_id', 'type', 'scheduled_at', 'scheduled_by');
    create trigger audit_report_final after update on audit for each row when (old.reviewed_at is not null)
      execute function refuse_rewriting('notice_type', 'starts_on', 'ends_on', 'plan', 'started_at', 'fieldwork_done_at',
        'summary', 'reported_at', 'reported_by', 'reviewed_at', 'reviewed_by', 'review_note');
    create trigger audit_final after update on audit for each row when (old.state in ('closed', 'cancelled'))
      execute function refuse_rewriting();
    create trigger audit_kept before delete on audit for each row execute function refuse_change();

    create trigger finding_step after update on finding for each row execute function refuse_step('state',
      'raised>issued', 'raised>awaiting_cap', 'raised>withdrawn', 'issued>awaiting_cap', 'awaiting_cap>cap_submitted',
      'cap_submitted>cap_accepted', 'cap_submitted>cap_returned', 'cap_returned>cap_submitted',
      'cap_accepted>evidence_submitted', 'evidence_submitted>verified', 'evidence_submitted>closed',
      'evidence_submitted>evidence_rejected', 'evidence_rejected>evidence_submitted', 'verified>closed');
    create trigger finding_identity after update on finding for each row execute function refuse_rewriting('id', 'audit_id',
      'application_id', 'organisation_id', 'number', 'scheme_version_id', 'indicator_code', 'raised_at', 'raised_by');
    create trigger finding_issued after update on finding for each row when (old.issued_at is not null)
      execute function refuse_rewriting('grade', 'statement', 'evidence', 'issued_at', 'contain_due_on', 'plan_due_on', 'close_due_on');
    create trigger finding_final after update on finding for each row when (old.state in ('closed', 'withdrawn'))
      execute function refuse_rewriting();
    create trigger finding_kept before delete on finding for each row execute function refuse_change();

    create trigger certificate_step after update on certificate for each row execute function refuse_step('status',
      'active>active_under_watch', 'active_under_watch>active', 'active>suspended', 'active_under_watch>suspended',
      'suspended>active', 'active>withdrawn', 'active_under_watch>withdrawn', 'suspended>withdrawn');

    create trigger invoice_identity after update on invoice for each row execute function refuse_rewriting('id', 'number',
      'organisation_id', 'application_id', 'scheme_version_id', 'purpose', 'amount_minor', 'currency', 'issued_at');
    create trigger invoice_final after update on invoice for each row when (old.status = 'paid')
      execute function refuse_rewriting();
    create trigger invoice_kept before delete on invoice for each row execute function refuse_change();

    create trigger registration_identity after update on registration for each row
      execute function refuse_rewriting('organisation_id', 'number');
    create trigger registration_kept before delete on registration for each row execute function refuse_change();

    -- What a decision rests on (domain 2.5, 2.6): a seat on the panel, a package that reached it, and, to grant, nothing
    -- grave open and every minor finding with its accepted plan.
    create function require_ground_for_decision() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from membership where account_id = new.decided_by and role = 'decider') then
        raise exception 'a decision is made by the decision panel' using errcode = 'integrity_constraint_violation';
      end if;
      if not exists (select 1 from application where id = new.application_id and state = 'decision_pending') then
        raise exception 'application % is not with the panel', new.application_reference using errcode = 'integrity_constraint_violation';
      end if;
      if new.outcome = 'granted' and exists (
        select 1 from finding f where f.application_id = new.application_id and f.state not in ('closed', 'withdrawn')
          and (f.grade in ('critical', 'major')
            or f.grade = 'minor' and f.state not in ('cap_accepted', 'evidence_submitted', 'evidence_rejected', 'verified'))) then
        raise exception 'nothing is granted while its findings are open' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger certification_decision_warranted before insert on certification_decision
      for each row execute function require_ground_for_decision();

    alter table certificate_status add constraint certificate_status_action check ((action, status) in (
      ('issued', 'active'), ('watched', 'active_under_watch'), ('cleared', 'active'), ('suspended', 'suspended'),
      ('reinstated', 'active'), ('withdrawn', 'withdrawn')));

    -- The other half of certificate_status_is_decided: nobody writes a history that the certificate does not show.
    create function require_shown_status() returns trigger language plpgsql as $$
    begin
      if not exists (
        select 1 from certificate c
        join lateral (select status, reason_class, decided_at from certificate_status s
          where s.certificate_id = c.id order by position desc limit 1) latest on true
        where c.id = new.certificate_id and c.status = latest.status and c.since = latest.decided_at
          and c.reason_class is not distinct from latest.reason_class) then
        raise exception 'certificate % does not show its latest status', new.certificate_id using errcode = 'integrity_constraint_violation';
      end if;
      if not exists (select 1 from membership where account_id = new.decided_by
        and role = case new.action when 'issued' then 'decider' else 'officer' end) then
        raise exception 'a certificate is issued by the panel, and its status changed by an officer'
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create constraint trigger certificate_status_is_shown after insert on certificate_status
      deferrable initially deferred for each row execute function require_shown_status();
  `.execute(db);
}
