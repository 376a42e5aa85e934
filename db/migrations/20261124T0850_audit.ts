import { sql, type Kysely } from 'kysely';

/** Audits, teams, declarations and assessments (domain 2.4, 2.8 b). */
export async function up(db: Kysely<unknown>) {
  await sql`
    create sequence audit_reference;

    create table audit (
      id uuid primary key default gen_random_uuid(),
      reference text not null unique default 'AUD-' || lpad(nextval('audit_reference')::text, 5, '0'),
      application_id uuid not null references application (id),
      organisation_id uuid not null references organisation (id),
      audit_body_id uuid not null references organisation (id),
      scheme_version_id text not null references scheme_version (id),
      type text not null check (type in ('stage1', 'stage2')),
      state text not null,
      scheduled_at timestamptz not null,
      scheduled_by uuid not null references account (id),
      notice_type text check (notice_type in ('announced', 'semi_announced', 'unannounced')),
      starts_on date,
      ends_on date,
      plan text,
      planned_at timestamptz,
      started_at timestamptz,
      fieldwork_done_at timestamptz,
      readiness text check (readiness in ('ready', 'ready_with_concerns', 'not_ready')),
      summary text,
      reported_at timestamptz,
      reported_by uuid references account (id),
      reviewed_at timestamptz,
      reviewed_by uuid references account (id),
      review_note text,
      closed_at timestamptz,
      cancelled_at timestamptz,
      constraint audit_days check (ends_on >= starts_on),
      constraint audit_readiness_is_stage1 check (readiness is null or type = 'stage1'),
      constraint audit_reviewer_did_not_report check (reviewed_by is null or reviewed_by <> reported_by),
      constraint audit_state_shape check ((case state
        when 'scheduled' then num_nonnulls(planned_at, started_at, closed_at, cancelled_at) = 0
        when 'team_assigned' then num_nonnulls(planned_at, started_at, closed_at, cancelled_at) = 0
        when 'planned' then num_nonnulls(planned_at, starts_on, ends_on, notice_type, plan) = 5 and num_nonnulls(started_at, closed_at, cancelled_at) = 0
        when 'in_progress' then num_nonnulls(planned_at, started_at) = 2 and num_nonnulls(fieldwork_done_at, closed_at, cancelled_at) = 0
        when 'fieldwork_done' then num_nonnulls(started_at, fieldwork_done_at) = 2 and num_nonnulls(reviewed_at, closed_at, cancelled_at) = 0
        when 'tech_review' then num_nonnulls(fieldwork_done_at, reported_at, reported_by, summary) = 4 and num_nonnulls(reviewed_at, closed_at, cancelled_at) = 0
        when 'caps_open' then num_nonnulls(reported_at, reviewed_at, reviewed_by) = 3 and num_nonnulls(closed_at, cancelled_at) = 0
        when 'ready_for_decision' then num_nonnulls(reported_at, reviewed_at, reviewed_by) = 3 and num_nonnulls(closed_at, cancelled_at) = 0
        when 'closed' then closed_at is not null and cancelled_at is null and (type <> 'stage1' or readiness is not null)
        when 'cancelled' then cancelled_at is not null and closed_at is null
        else false end) is true)
    );
    create unique index audit_one_live on audit (application_id, type) where state not in ('cancelled', 'closed');
    create index audit_body_state on audit (audit_body_id, state);
    create index audit_application on audit (application_id);

    create table audit_team_member (
      audit_id uuid not null references audit (id),
      account_id uuid not null references account (id),
      role text not null check (role in ('lead_auditor', 'auditor', 'technical_expert')),
      assigned_at timestamptz not null,
      primary key (audit_id, account_id)
    );
    create unique index audit_one_lead on audit_team_member (audit_id) where role = 'lead_auditor';
    create index audit_team_member_account on audit_team_member (account_id);

    create table conflict_declaration (
      id uuid primary key default gen_random_uuid(),
      audit_id uuid not null,
      account_id uuid not null,
      organisation_id uuid not null references organisation (id),
      conflicted boolean not null,
      statement text not null,
      declared_at timestamptz not null,
      unique (audit_id, account_id),
      foreign key (audit_id, account_id) references audit_team_member (audit_id, account_id)
    );
    create trigger conflict_declaration_append_only before update or delete on conflict_declaration
      for each row execute function refuse_change();

    create function require_declarations() returns trigger language plpgsql as $$
    begin
      if new.state not in ('scheduled', 'cancelled') and (
        not exists (select 1 from audit_team_member m where m.audit_id = new.id and m.role = 'lead_auditor')
        or exists (
          select 1 from audit_team_member m
          left join conflict_declaration d on d.audit_id = m.audit_id and d.account_id = m.account_id
          where m.audit_id = new.id and (d.id is null or d.conflicted))) then
        raise exception 'audit % needs a lead auditor and a declaration of no conflict from everyone on its team', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      if new.reviewed_by is not null and exists (
        select 1 from audit_team_member m where m.audit_id = new.id and m.account_id = new.reviewed_by) then
        raise exception 'audit %: a technical reviewer was not on the audit team', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger audit_declarations before insert or update on audit for each row execute function require_declarations();

    create table indicator_assessment (
      audit_id uuid not null references audit (id),
      scheme_version_id text not null,
      indicator_code text not null,
      conformity text not null check (conformity in ('conforms', 'does_not_conform', 'not_applicable', 'come_back')),
      note text not null default '',
      evidence text not null default '',
      revision integer not null default 1,
      assessed_at timestamptz not null,
      assessed_by uuid not null references account (id),
      primary key (audit_id, indicator_code),
      foreign key (scheme_version_id, indicator_code) references indicator (scheme_version_id, code)
    );

    create function refuse_outside_fieldwork() returns trigger language plpgsql as $$
    declare parent uuid := coalesce(new.audit_id, old.audit_id);
    begin
      if not exists (select 1 from audit where id = parent and state = 'in_progress') then
        raise exception 'audit % is not in progress: its assessments stand', parent using errcode = 'integrity_constraint_violation';
      end if;
      return coalesce(new, old);
    end $$;
    create trigger indicator_assessment_in_fieldwork before insert or update or delete on indicator_assessment
      for each row execute function refuse_outside_fieldwork();
  `.execute(db);
}
