import { sql, type Kysely } from 'kysely';

/** How a recruiter sees itself: attempts against every indicator, each kept as it was completed. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table self_assessment (
      id uuid primary key default gen_random_uuid(),
      organisation_id uuid not null references organisation (id),
      scheme_version_id text not null references scheme_version (id),
      attempt integer not null check (attempt > 0),
      started_at timestamptz not null,
      started_by uuid not null references account (id),
      completed_at timestamptz check (completed_at >= started_at),
      completed_by uuid references account (id),
      check (num_nonnulls(completed_at, completed_by) in (0, 2)),
      unique (organisation_id, attempt),
      unique (id, scheme_version_id)
    );
    create unique index self_assessment_one_open on self_assessment (organisation_id) where completed_at is null;

    -- The five elements of a management system, side by side: an indicator is answered as one thing, by one person.
    create table self_assessment_score (
      self_assessment_id uuid not null,
      scheme_version_id text not null,
      indicator_code text not null,
      policies smallint check (policies between 0 and 4),
      communication smallint check (communication between 0 and 4),
      skills smallint check (skills between 0 and 4),
      monitoring smallint check (monitoring between 0 and 4),
      improvement smallint check (improvement between 0 and 4),
      not_applicable_reason text check (length(btrim(not_applicable_reason)) between 10 and 2000),
      comment text check (length(comment) between 1 and 4000),
      revision integer not null check (revision > 0),
      scored_at timestamptz not null,
      scored_by uuid not null references account (id),
      primary key (self_assessment_id, indicator_code),
      foreign key (self_assessment_id, scheme_version_id) references self_assessment (id, scheme_version_id),
      foreign key (scheme_version_id, indicator_code) references indicator (scheme_version_id, code),
      constraint self_assessment_score_shape check (not_applicable_reason is null
        or num_nonnulls(policies, communication, skills, monitoring, improvement) = 0)
    );

    create trigger self_assessment_identity after update on self_assessment for each row execute function
      refuse_rewriting('id', 'organisation_id', 'scheme_version_id', 'attempt', 'started_at', 'started_by');
    create trigger self_assessment_final after update on self_assessment for each row
      when (old.completed_at is not null) execute function refuse_rewriting();
    create trigger self_assessment_kept before delete on self_assessment for each row execute function refuse_change();
    create trigger self_assessment_no_truncate before truncate on self_assessment execute function refuse_change();
    create trigger self_assessment_score_no_truncate before truncate on self_assessment_score
      execute function refuse_change();

    create function require_whole_self_assessment() returns trigger language plpgsql as $$
    begin
      if exists (
        select 1 from indicator i
        left join self_assessment_score s on s.self_assessment_id = new.id and s.indicator_code = i.code
        where i.scheme_version_id = new.scheme_version_id
          and s.not_applicable_reason is null
          and num_nonnulls(s.policies, s.communication, s.skills, s.monitoring, s.improvement) < 5) then
        raise exception 'a self-assessment is completed when every indicator is answered'
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger self_assessment_whole after insert or update on self_assessment for each row
      when (new.completed_at is not null) execute function require_whole_self_assessment();

    -- The attempt's row is locked, so that a score saved while somebody completes waits and is then refused.
    create function refuse_scoring_completed() returns trigger language plpgsql as $$
    declare own uuid := coalesce(new.self_assessment_id, old.self_assessment_id);
    begin
      perform 1 from self_assessment where id in (own, old.self_assessment_id) for share;
      if exists (select 1 from self_assessment
        where id in (own, old.self_assessment_id) and completed_at is not null) then
        raise exception 'a completed self-assessment stands as it is' using errcode = 'integrity_constraint_violation';
      end if;
      return coalesce(new, old);
    end $$;
    create trigger self_assessment_score_open before insert or update or delete on self_assessment_score
      for each row execute function refuse_scoring_completed();
  `.execute(db);
}
