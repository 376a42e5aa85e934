import { sql, type Kysely } from 'kysely';

/**
 * The report on its way from draft over the auditee's check of its facts to the second person (domain 2.8 b). The short
 * way from fieldwork straight into the review ends here; a report that is under review already keeps its summary.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table audit_report_draft (
      audit_id uuid primary key references audit (id),
      revision integer not null check (revision > 0),
      summary text not null,
      scope text not null,
      method text not null,
      sample text not null,
      strengths text not null,
      not_seen text not null,
      public_summary text not null,
      saved_at timestamptz not null,
      saved_by uuid not null references account (id)
    );
    insert into audit_report_draft (audit_id, revision, summary, scope, method, sample, strengths, not_seen, public_summary, saved_at, saved_by)
      select id, 1, summary, '', '', '', '', '', '', reported_at, reported_by from audit where state = 'tech_review';

    -- The text changes while it is written, and where a comment on its facts is answered; never once it is final.
    create function require_open_report() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from audit where id = new.audit_id and state in ('report_draft', 'fact_check', 'tech_review')) then
        raise exception 'the report of audit % is not being written', new.audit_id using errcode = 'integrity_constraint_violation';
      end if;
      if tg_op = 'UPDATE' and (new.audit_id <> old.audit_id or new.revision <> old.revision + 1) then
        raise exception 'the report of audit % is saved revision by revision', old.audit_id using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger audit_report_draft_open before insert or update on audit_report_draft
      for each row execute function require_open_report();
    create trigger audit_report_draft_kept before delete on audit_report_draft for each row execute function refuse_change();
    create trigger audit_report_draft_no_truncate before truncate on audit_report_draft execute function refuse_change();

    create table fact_check_comment (
      id uuid primary key default gen_random_uuid(),
      position bigint generated always as identity,
      audit_id uuid not null references audit (id),
      section text check (section in ('summary', 'scope', 'method', 'sample', 'strengths', 'not_seen', 'public_summary')),
      finding_id uuid references finding (id),
      comment text not null check (comment <> ''),
      made_at timestamptz not null,
      made_by uuid not null references account (id),
      outcome text check (outcome in ('corrected', 'kept')),
      answer text check (answer <> ''),
      answered_at timestamptz,
      answered_by uuid references account (id),
      constraint fact_check_comment_about check (num_nonnulls(section, finding_id) = 1),
      constraint fact_check_comment_answer check (num_nonnulls(outcome, answer, answered_at, answered_by) in (0, 4))
    );
    create index fact_check_comment_audit on fact_check_comment (audit_id);

    create function require_fact_check() returns trigger language plpgsql as $$
    begin
      if not exists (
        select 1 from audit a join membership m on m.organisation_id = a.organisation_id and m.role = 'recruiter'
        where a.id = new.audit_id and a.state = 'fact_check' and m.account_id = new.made_by) then
        raise exception 'facts of audit % are checked by its recruiter while the check lasts', new.audit_id
          using errcode = 'integrity_constraint_violation';
      end if;
      if new.answered_at is not null
        or new.finding_id is not null and not exists (select 1 from finding f where f.id = new.finding_id and f.audit_id = new.audit_id) then
        raise exception 'a comment is on this audit, and answered later' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger fact_check_comment_in_time before insert on fact_check_comment
      for each row execute function require_fact_check();

    create function require_lead_answer() returns trigger language plpgsql as $$
    begin
      if not exists (
        select 1 from audit a join audit_team_member m on m.audit_id = a.id and m.role = 'lead_auditor'
        where a.id = new.audit_id and a.state in ('fact_check', 'tech_review') and m.account_id = new.answered_by) then
        raise exception 'the lead auditor answers comments before the report is final' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger fact_check_comment_answered after update on fact_check_comment for each row
      execute function require_lead_answer();
    create trigger fact_check_comment_identity after update on fact_check_comment for each row
      execute function refuse_rewriting('id', 'audit_id', 'section', 'finding_id', 'comment', 'made_at', 'made_by');
    create trigger fact_check_comment_final after update on fact_check_comment for each row
      when (old.answered_at is not null) execute function refuse_rewriting();
    create trigger fact_check_comment_kept before delete on fact_check_comment for each row execute function refuse_change();
    create trigger fact_check_comment_no_truncate before truncate on fact_check_comment execute function refuse_change();
  `.execute(db);
  await steps(db);
}

/** Which state of a report may follow which, and what has to be there when it does. */
async function steps(db: Kysely<unknown>) {
  await sql`
    drop trigger audit_step on audit;
    create trigger audit_step after update on audit for each row execute function refuse_step('state',
      'scheduled>team_assigned', 'team_assigned>scheduled', 'team_assigned>planned', 'planned>notified', 'planned>in_progress',
      'notified>in_progress', 'notified>postponed', 'notified>refused_by_auditee', 'postponed>planned',
      'postponed>refused_by_auditee', 'in_progress>fieldwork_done', 'in_progress>aborted', 'fieldwork_done>closed',
      'fieldwork_done>report_draft', 'report_draft>fact_check', 'fact_check>tech_review', 'tech_review>report_draft',
      'tech_review>report_final', 'report_final>caps_open', 'report_final>ready_for_decision', 'caps_open>ready_for_decision',
      'caps_open>failed', 'ready_for_decision>closed', 'aborted>closed', 'refused_by_auditee>closed',
      'scheduled>cancelled', 'team_assigned>cancelled', 'planned>cancelled', 'notified>cancelled', 'postponed>cancelled');

    -- Stage 1 ends with its outcome and every other audit with a report.
    create function require_own_end() returns trigger language plpgsql as $$
    begin
      if old.state = 'fieldwork_done' and (new.type = 'stage1') <> (new.state = 'closed') then
        raise exception 'audit %: stage 1 ends with its outcome, every other audit with a report', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger audit_own_end after update on audit for each row when (old.state <> new.state)
      execute function require_own_end();

    create function require_whole_report() returns trigger language plpgsql as $$
    declare
      draft audit_report_draft;
      named text;
    begin
      select * into draft from audit_report_draft where audit_id = new.id;
      if draft is null or new.summary is distinct from draft.summary or '' in (draft.summary, draft.scope, draft.method,
        draft.sample, draft.strengths, draft.not_seen, draft.public_summary) then
        raise exception 'audit %: a part of its report is not written', new.reference using errcode = 'integrity_constraint_violation';
      end if;
      -- Plain letters only: what the rule sees beyond them depends on no locale of a server.
      select a.name into named from account a
        where (exists (select 1 from audit_team_member m where m.audit_id = new.id and m.account_id = a.id)
          or exists (select 1 from membership m where m.organisation_id = new.organisation_id and m.account_id = a.id))
          and a.name ~ '^[ -~]*[A-Za-z0-9][ -~]*$'
          and strpos(' ' || regexp_replace(lower(draft.public_summary), '[^a-z0-9]+', ' ', 'g') || ' ',
            ' ' || btrim(regexp_replace(lower(a.name), '[^a-z0-9]+', ' ', 'g')) || ' ') > 0 limit 1;
      if named is not null or draft.public_summary ~ '[^[:space:]@]+@[^[:space:]@]+[.][^[:space:]@]+' then
        raise exception 'audit %: its public summary names a person', new.reference using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger audit_report_whole after update on audit for each row
      when (old.state <> new.state and new.state in ('fact_check', 'report_final')) execute function require_whole_report();

    create function require_checked_facts() returns trigger language plpgsql as $$
    begin
      if new.state = 'tech_review' and new.fact_checked_at is null then
        raise exception 'audit %: its facts are not checked', new.reference using errcode = 'integrity_constraint_violation';
      end if;
      if new.state = 'report_final' and exists (
        select 1 from fact_check_comment c where c.audit_id = new.id and c.answered_at is null) then
        raise exception 'audit %: a comment on its facts is not answered', new.reference using errcode = 'integrity_constraint_violation';
      end if;
      if new.state = 'report_final' and not exists (
        select 1 from membership m where m.account_id = new.reviewed_by and m.organisation_id = new.audit_body_id and m.role = 'reviewer') then
        raise exception 'audit %: a report is reviewed by a reviewer of the audit body', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger audit_facts_checked after update on audit for each row when (old.state <> new.state)
      execute function require_checked_facts();
  `.execute(db);
}
