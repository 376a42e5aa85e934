import { sql, type Kysely } from 'kysely';

/** Votes of the decision panel, who may cast them, and decisions as what the votes make of a matter (domain 2.6). */
export async function up(db: Kysely<unknown>) {
  await votes(db);
  await independence(db);
  await decisions(db);
}

const votes = (db: Kysely<unknown>) =>
  sql`
    create table decision_vote (
      id uuid primary key default gen_random_uuid(),
      matter_id uuid not null references decision_matter (id),
      account_id uuid not null references account (id),
      meeting_id uuid references decision_meeting (id),
      vote text not null check (vote in ('grant', 'grant_with_conditions', 'refuse')),
      reasons text not null check (length(btrim(reasons)) >= 20),
      -- What this vote says of each finding that is open: [{findingId, reasons}].
      points jsonb not null default '[]' check (jsonb_typeof(points) = 'array'),
      -- [{text, dueOn, owner}]
      conditions jsonb not null default '[]' check (jsonb_typeof(conditions) = 'array'),
      package_sha256 text not null references decision_package (sha256),
      cast_at timestamptz not null,
      constraint decision_vote_once unique (matter_id, account_id, package_sha256),
      constraint decision_vote_conditions check ((vote = 'grant_with_conditions') = (jsonb_array_length(conditions) > 0))
    );
    create trigger decision_vote_append_only before update or delete on decision_vote for each row execute function refuse_change();
    create trigger decision_vote_no_truncate before truncate on decision_vote execute function refuse_change();

    create table decision_condition (
      id uuid primary key default gen_random_uuid(),
      decision_id uuid not null references certification_decision (id),
      text text not null check (length(btrim(text)) >= 10),
      due_on date not null,
      owner text not null check (length(btrim(owner)) >= 2),
      state text not null default 'open' check (state in ('open', 'met', 'not_met')),
      settled_at timestamptz,
      settled_by uuid references account (id),
      evidence text check (length(btrim(evidence)) >= 10),
      constraint decision_condition_once unique (decision_id, text),
      constraint decision_condition_shape check (num_nonnulls(settled_at, settled_by, evidence) = case state when 'open' then 0 else 3 end)
    );
    create index decision_condition_open on decision_condition (due_on, id) where state = 'open';
    create trigger decision_condition_identity after update on decision_condition for each row
      execute function refuse_rewriting('id', 'decision_id', 'text', 'due_on', 'owner');
    create trigger decision_condition_final after update on decision_condition for each row when (old.state <> 'open')
      execute function refuse_rewriting();
    create trigger decision_condition_kept before delete on decision_condition for each row execute function refuse_change();
  `.execute(db);

/** Who does not vote on a matter, and why: one answer for pages, commands and constraints. */
const independence = (db: Kysely<unknown>) =>
  sql`
    create function bar_to_vote(matter uuid, person uuid, moment timestamptz) returns text language sql stable as $$
      select case
        when exists (select 1 from audit a left join audit_team_member t on t.audit_id = a.id
          where a.application_id = m.application_id and person in (t.account_id, a.scheduled_by, a.reported_by)) then 'audited_by_you'
        when exists (select 1 from audit a where a.application_id = m.application_id and a.reviewed_by = person) then 'report_reviewed_by_you'
        when exists (select 1 from finding f
            left join corrective_action_plan p on p.finding_id = f.id left join finding_evidence e on e.finding_id = f.id
          where f.application_id = m.application_id
            and person in (f.raised_by, f.verified_by, f.closed_by, p.answered_by, e.answered_by)) then 'finding_by_you'
        when exists (select 1 from application_review r where r.application_id = m.application_id and r.decided_by = person)
          or exists (select 1 from application_checklist c where c.application_id = m.application_id and c.checked_by = person)
          then 'application_reviewed_by_you'
        when exists (select 1 from advice v where v.organisation_id = m.organisation_id and v.account_id = person
          and v.given_on > (moment at time zone 'UTC')::date - interval '2 years') then 'advised_by_you'
        when exists (select 1 from decision_declaration d join decision_matter o on o.id = d.matter_id
            where o.organisation_id = m.organisation_id and d.account_id = person and d.conflicted)
          or exists (select 1 from application_reviewer r where r.application_id = m.application_id and r.account_id = person and r.conflicted)
          or exists (select 1 from conflict_declaration c where c.organisation_id = m.organisation_id and c.account_id = person and c.conflicted)
          then 'conflict_declared'
        when has_tie(person, m.organisation_id, (moment at time zone 'UTC')::date) then 'tied'
      end from decision_matter m where m.id = matter
    $$;

    -- Votes on the package as it stands, by people who may still vote.
    create function counted_votes(matter uuid, moment timestamptz) returns setof decision_vote language sql stable as $$
      select v.* from decision_vote v where v.matter_id = matter and v.package_sha256 = decision_package_sha256(matter)
        and bar_to_vote(matter, v.account_id, moment) is null
    $$;

    -- A finding every vote has to say something of.
    create function is_open_point(grade text, state text) returns boolean language sql immutable as $$
      select grade <> 'observation' and state not in ('closed', 'withdrawn', 'effectiveness_check', 'closed_effective')
    $$;

    create function require_free_vote() returns trigger language plpgsql as $$
    declare m decision_matter; bar text;
    begin
      select * into m from decision_matter where id = new.matter_id for update;
      if m.state <> 'open' then
        raise exception 'matter % is closed', m.id using errcode = 'integrity_constraint_violation';
      end if;
      if new.meeting_id is distinct from m.meeting_id or exists (select 1 from decision_meeting
          where id = m.meeting_id and (closed_at is not null or new.cast_at > closes_at)) then
        raise exception 'the meeting on matter % is closed', m.id using errcode = 'integrity_constraint_violation';
      end if;
      if not exists (select 1 from membership where account_id = new.account_id and role = 'decider') then
        raise exception 'a vote is cast by the decision panel' using errcode = 'integrity_constraint_violation';
      end if;
      bar := bar_to_vote(m.id, new.account_id, new.cast_at);
      if bar is not null then
        raise exception 'this person does not decide: %', bar using errcode = 'integrity_constraint_violation';
      end if;
      if not exists (select 1 from decision_declaration where matter_id = m.id and account_id = new.account_id) then
        raise exception 'a member declares to have no conflict of interest first' using errcode = 'integrity_constraint_violation';
      end if;
      if new.package_sha256 <> decision_package_sha256(m.id) then
        raise exception 'the package on matter % has changed', m.id using errcode = 'integrity_constraint_violation';
      end if;
      if exists (select 1 from finding f where f.application_id = m.application_id and is_open_point(f.grade, f.state)
          and not exists (select 1 from jsonb_array_elements(new.points) p
            where p ->> 'findingId' = f.id::text and length(btrim(p ->> 'reasons')) >= 10)) then
        raise exception 'a vote gives reasons for each open finding' using errcode = 'integrity_constraint_violation';
      end if;
      if exists (select 1 from jsonb_array_elements(new.conditions) c where (length(btrim(c ->> 'text')) >= 10
          and length(btrim(c ->> 'owner')) >= 2 and (c ->> 'dueOn')::date is not null) is not true) then
        raise exception 'a condition has a text, a day and an owner' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger decision_vote_is_free before insert on decision_vote for each row execute function require_free_vote();

    create or replace function refuse_decider_on_team() returns trigger language plpgsql as $$
    begin
      if exists (
        select 1 from audit a join decision_matter m on m.application_id = a.application_id
          join decision_vote v on v.matter_id = m.id
        where a.id = new.audit_id and v.account_id = new.account_id and m.state <> 'dropped') then
        raise exception 'whoever decided does not join the audit' using errcode = 'integrity_constraint_violation';
      end if;
      if exists (
        select 1 from audit a join certification_decision d on d.application_id = a.application_id
        where a.id = new.audit_id and d.decided_by = new.account_id) then
        raise exception 'whoever decided does not join the audit' using errcode = 'integrity_constraint_violation';
      end if;
      if exists (select 1 from audit a where a.id = new.audit_id and a.reviewed_by = new.account_id) then
        raise exception 'whoever reviewed the report does not join its team' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
  `.execute(db);

/** A decision is what the votes make of a matter, and nothing else. Earlier ones get their matter, without votes. */
const decisions = (db: Kysely<unknown>) =>
  sql`
    alter table certification_decision
      add column matter_id uuid,
      add column kind text not null default 'initial',
      add column package_sha256 text references decision_package (sha256);
    with earlier as (
      insert into decision_matter (kind, application_id, organisation_id, quorum, opened_at, due_on, state, closed_at)
      select 'initial', d.application_id, d.organisation_id, 1, d.decided_at, (d.decided_at at time zone 'UTC')::date, 'decided', d.decided_at
        from certification_decision d
      returning id, application_id, closed_at)
    select 1 from earlier;
    alter table certification_decision disable trigger user;
    update certification_decision d set matter_id = m.id from decision_matter m
      where m.application_id = d.application_id and m.closed_at = d.decided_at;
    alter table certification_decision enable trigger user;
    insert into decision_matter (kind, application_id, organisation_id, quorum, opened_at, due_on)
      select 'initial', a.id, a.organisation_id, coalesce((v.terms -> 'panel' ->> 'quorum')::int, 1), coalesce(a.package_frozen_at, now()),
        (coalesce(a.package_frozen_at, now()) at time zone 'UTC')::date + coalesce((v.terms -> 'clocks' ->> 'decisionDays')::int, 30)
      from application a join scheme_version v on v.id = a.scheme_version_id where a.state = 'decision_pending';
    alter table certification_decision
      alter column matter_id set not null,
      add constraint certification_decision_matter unique (matter_id),
      add foreign key (matter_id, kind) references decision_matter (id, kind),
      drop constraint certification_decision_once;
    create unique index certification_decision_once on certification_decision (application_id, round) where kind = 'initial';

    create or replace function refuse_decision_by_audit_team() returns trigger language plpgsql as $$
    declare bar text := bar_to_vote(new.matter_id, new.decided_by, new.decided_at);
    begin
      if bar is not null then
        raise exception 'this person does not decide: %', bar using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;

    create or replace function require_ground_for_decision() returns trigger language plpgsql as $$
    declare m decision_matter; granting integer; refusing integer;
    begin
      if not exists (select 1 from membership where account_id = new.decided_by and role = 'decider') then
        raise exception 'a decision is made by the decision panel' using errcode = 'integrity_constraint_violation';
      end if;
      select * into m from decision_matter where id = new.matter_id for update;
      if m.state is distinct from 'open' or m.application_id <> new.application_id
        or m.kind = 'initial' and not exists (select 1 from application where id = new.application_id and state = 'decision_pending') then
        raise exception 'application % is not with the panel', new.application_reference using errcode = 'integrity_constraint_violation';
      end if;
      if new.outcome = 'granted' and exists (
        select 1 from finding f where f.application_id = new.application_id and f.state not in ('closed', 'withdrawn')
          and (f.grade in ('critical', 'major')
            or f.grade = 'minor' and f.state not in ('cap_accepted', 'evidence_submitted', 'evidence_rejected', 'verified'))) then
        raise exception 'nothing is granted while its findings are open' using errcode = 'integrity_constraint_violation';
      end if;
      select count(*) filter (where vote <> 'refuse'), count(*) filter (where vote = 'refuse') into granting, refusing
        from counted_votes(m.id, new.decided_at);
      if granting + refusing < m.quorum or granting = refusing
        or new.outcome <> (case when granting > refusing then 'granted' else 'refused' end)
        or new.package_sha256 is distinct from decision_package_sha256(m.id)
        or not exists (select 1 from counted_votes(m.id, new.decided_at) where account_id = new.decided_by) then
        raise exception 'a decision is what the votes of the panel make of it' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;

    create function require_closed_matter() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from decision_matter where id = new.matter_id and state = 'decided') then
        raise exception 'a decision closes its matter' using errcode = 'integrity_constraint_violation';
      end if;
      if new.outcome = 'granted' and exists (
        select 1 from decision_vote v cross join jsonb_array_elements(v.conditions) c
        where v.matter_id = new.matter_id and v.package_sha256 = new.package_sha256
          and bar_to_vote(new.matter_id, v.account_id, new.decided_at) is null
          and not exists (select 1 from decision_condition k where k.decision_id = new.id and k.text = btrim(c ->> 'text'))) then
        raise exception 'a decision takes over the conditions of its votes' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create constraint trigger certification_decision_closes after insert on certification_decision
      deferrable initially deferred for each row execute function require_closed_matter();

    create function require_decision_of_matter() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from certification_decision where matter_id = new.id) then
        raise exception 'matter % is closed by a decision', new.id using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create constraint trigger decision_matter_is_decided after insert or update on decision_matter
      deferrable initially deferred for each row when (new.state = 'decided') execute function require_decision_of_matter();
  `.execute(db);
