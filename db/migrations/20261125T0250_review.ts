import { sql, type Kysely } from 'kysely';

/**
 * The rest of an application's life (domain 2.8 a): drafts that are given up, deferrals that run out, appeals; who reviews
 * and what they looked at; reminders that go out once; and the language a person is written to in.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    alter table account add column language text not null default 'en'
      constraint account_language check (language in ('en', 'fr', 'es', 'ar', 'hi', 'ne', 'bn', 'id'));

    alter table application
      add column country text not null default '',
      add column assigned_to uuid references account (id),
      add column discarded_at timestamptz,
      add column deferral_expired_at timestamptz,
      add column lapses_on date,
      add column appealed_at timestamptz,
      add column appeal_from text check (appeal_from in ('rejected', 'refused')),
      add column appeal_due_on date,
      -- The day that counts in a state: what the officers' queue is ordered by.
      add column due_on date generated always as (case state
        when 'awaiting_payment' then payment_due_on
        when 'under_review' then review_due_on
        when 'deferred' then answer_by
        when 'deferred_expired' then lapses_on
        when 'accepted' then lapses_on
        when 'engaged' then lapses_on
        when 'appealed' then appeal_due_on end) stored;
  `.execute(db);
  await steps(db);
  await reviewing(db);
  await appeals(db);
}

const steps = (db: Kysely<unknown>) =>
  sql`
    drop trigger application_step on application;
    drop trigger application_final on application;
    alter table application drop constraint application_state_shape;

    -- lpad cuts what is longer: the hundred-thousandth application would have taken the number of another.
    create function next_application_reference() returns text language sql volatile as $$
      select 'APP-' || case when length(n) < 5 then lpad(n, 5, '0') else n end
        from (select nextval('application_reference')::text as n) next
    $$;
    alter table application alter column reference set default next_application_reference();

    -- Where an agency was licensed when it began: the queue asks by country without looking at every agency.
    update application a set country = o.country from organisation o where o.id = a.organisation_id;
    create function take_over_country() returns trigger language plpgsql as $$
    begin
      new.country := coalesce((select country from organisation where id = new.organisation_id), '');
      return new;
    end $$;
    create trigger application_country before insert on application for each row execute function take_over_country();

    -- Clocks that began before they were kept.
    update application a set lapses_on = case a.state
        when 'accepted' then a.accepted_at::date + coalesce((v.terms -> 'clocks' ->> 'engagementDays')::int, 90)
        else (a.accepted_at + interval '6 months')::date end
      from scheme_version v where v.id = a.scheme_version_id and a.state in ('accepted', 'engaged');

    alter table application add constraint application_state_shape check ((case state
      when 'draft' then num_nonnulls(submitted_at, payment_due_on, paid_at, accepted_at, rejected_at, engaged_at, ended_at, discarded_at) = 0
      when 'submitted' then submitted_at is not null and num_nonnulls(payment_due_on, paid_at, accepted_at, rejected_at, ended_at) = 0
      when 'awaiting_payment' then num_nonnulls(submitted_at, payment_due_on) = 2 and num_nonnulls(paid_at, accepted_at, rejected_at, ended_at) = 0
      when 'under_review' then num_nonnulls(submitted_at, paid_at, review_due_on) = 3 and num_nonnulls(accepted_at, rejected_at, ended_at) = 0
      when 'deferred' then num_nonnulls(submitted_at, paid_at, answer_by) = 3 and num_nonnulls(accepted_at, rejected_at, ended_at) = 0
      when 'deferred_expired' then num_nonnulls(submitted_at, paid_at, deferral_expired_at, lapses_on) = 4
        and num_nonnulls(accepted_at, rejected_at, ended_at) = 0
      when 'rejected' then num_nonnulls(paid_at, rejected_at) = 2 and num_nonnulls(accepted_at, engaged_at, ended_at) = 0
      when 'accepted' then num_nonnulls(paid_at, accepted_at) = 2 and num_nonnulls(rejected_at, engaged_at, ended_at) = 0
      when 'engaged' then num_nonnulls(accepted_at, engaged_at, audit_body_id) = 3 and num_nonnulls(audit_started_at, ended_at) = 0
      when 'in_audit' then num_nonnulls(accepted_at, engaged_at, audit_body_id, audit_started_at) = 4 and num_nonnulls(package_frozen_at, concluded_at, ended_at) = 0
      when 'decision_pending' then num_nonnulls(engaged_at, audit_started_at, package_frozen_at) = 3 and num_nonnulls(concluded_at, ended_at) = 0
      when 'certified' then num_nonnulls(accepted_at, package_frozen_at, concluded_at) = 3 and ended_at is null
      when 'refused' then num_nonnulls(accepted_at, package_frozen_at, concluded_at) = 3 and ended_at is null
      when 'appealed' then num_nonnulls(submitted_at, appealed_at, appeal_from, appeal_due_on) = 4 and ended_at is null
        and case appeal_from when 'rejected' then rejected_at is not null else concluded_at is not null end
      when 'withdrawn' then ended_at is not null
      when 'lapsed' then ended_at is not null and concluded_at is null
      when 'discarded' then discarded_at is not null and num_nonnulls(submitted_at, ended_at) = 0
      else false end) is true);

    create trigger application_step after update on application for each row execute function refuse_step('state',
      'draft>submitted', 'draft>discarded', 'draft>withdrawn', 'submitted>awaiting_payment', 'submitted>withdrawn',
      'awaiting_payment>under_review', 'awaiting_payment>lapsed', 'awaiting_payment>withdrawn',
      'under_review>accepted', 'under_review>deferred', 'under_review>rejected', 'under_review>withdrawn',
      'deferred>under_review', 'deferred>deferred_expired', 'deferred>withdrawn',
      'deferred_expired>under_review', 'deferred_expired>lapsed', 'deferred_expired>withdrawn',
      'accepted>engaged', 'accepted>lapsed', 'accepted>withdrawn', 'engaged>in_audit', 'engaged>lapsed', 'engaged>withdrawn',
      'in_audit>decision_pending', 'in_audit>withdrawn', 'decision_pending>certified', 'decision_pending>refused',
      'decision_pending>withdrawn', 'rejected>appealed', 'refused>appealed', 'appealed>under_review',
      'appealed>decision_pending', 'appealed>rejected', 'appealed>refused', 'appealed>withdrawn');
    create trigger application_final after update on application for each row
      when (old.state in ('certified', 'withdrawn', 'lapsed', 'discarded')
        or old.state in ('rejected', 'refused') and new.state <> 'appealed') execute function refuse_rewriting();
    create trigger application_decided after update on application for each row
      when (old.state in ('rejected', 'refused') and new.state = 'appealed')
      execute function refuse_rewriting('rejected_at', 'concluded_at', 'package_frozen_at');

    drop index application_one_live;
    create unique index application_one_live on application (organisation_id)
      where state not in ('rejected', 'certified', 'refused', 'withdrawn', 'lapsed', 'discarded');

    -- The queue by clock, whole and by each of its filters; with 100,000 applications a sort would be the slowest part.
    create index application_due on application (due_on, id);
    create index application_state_due on application (state, due_on, id);
    create index application_country_due on application (country, due_on, id);
    create index application_assigned_due on application (assigned_to, due_on, id) where assigned_to is not null;
    create index application_draft_started on application (started_at) where state = 'draft';

    create or replace function refuse_answers_when_submitted() returns trigger language plpgsql as $$
    declare parent uuid := coalesce(new.application_id, old.application_id);
    begin
      if not exists (select 1 from application where id = parent and (state in ('draft', 'deferred', 'deferred_expired')
          or state = 'discarded' and tg_op = 'DELETE')) then
        raise exception 'application % is with the scheme: its answers stand as sent', parent
          using errcode = 'integrity_constraint_violation';
      end if;
      return coalesce(new, old);
    end $$;

    create table application_reminder (
      application_id uuid not null references application (id),
      kind text not null,
      due_on date not null,
      days_before integer not null,
      sent_at timestamptz not null,
      primary key (application_id, kind, due_on, days_before)
    );
    create trigger application_reminder_append_only before update or delete on application_reminder
      for each row execute function refuse_change();
  `.execute(db);

const reviewing = (db: Kysely<unknown>) =>
  sql`
    create table application_reviewer (
      id uuid primary key default gen_random_uuid(),
      application_id uuid not null references application (id),
      account_id uuid not null references account (id),
      conflicted boolean not null,
      reason text not null check (length(btrim(reason)) >= 10),
      declared_at timestamptz not null
    );
    create index application_reviewer_application on application_reviewer (application_id, account_id);
    create trigger application_reviewer_append_only before update or delete on application_reviewer
      for each row execute function refuse_change();
    create trigger application_reviewer_no_truncate before truncate on application_reviewer execute function refuse_change();

    -- Whoever declared no conflict, and never one: ties do not go away by being declared again.
    create function is_free_to_review(application uuid, person uuid) returns boolean language sql stable as $$
      select coalesce(bool_and(not conflicted), false) from application_reviewer
        where application_id = application and account_id = person
    $$;

    create table application_checklist (
      application_id uuid not null,
      copy_version integer not null,
      section text not null check (length(section) between 1 and 60),
      state text not null check (state in ('in_order', 'gap')),
      note text not null default '' check (state <> 'gap' or length(btrim(note)) >= 10),
      checked_by uuid not null references account (id),
      checked_at timestamptz not null,
      primary key (application_id, copy_version, section),
      foreign key (application_id, copy_version) references application_copy (application_id, version)
    );
    create function require_reviewer_of_latest() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from application where id = new.application_id and state = 'under_review') then
        raise exception 'application % is not in review: its checklist stands', new.application_id
          using errcode = 'integrity_constraint_violation';
      end if;
      if exists (select 1 from application_copy where application_id = new.application_id and version > new.copy_version) then
        raise exception 'application % was sent again: version % is not the latest', new.application_id, new.copy_version
          using errcode = 'integrity_constraint_violation';
      end if;
      if not is_free_to_review(new.application_id, new.checked_by) then
        raise exception 'a reviewer declares to have no conflict of interest first' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger application_checklist_in_review before insert or update on application_checklist
      for each row execute function require_reviewer_of_latest();
    create trigger application_checklist_kept before delete on application_checklist for each row execute function refuse_change();

    alter table application_review add column copy_version integer,
      add foreign key (application_id, copy_version) references application_copy (application_id, version);
    create function require_free_reviewer() returns trigger language plpgsql as $$
    begin
      if new.copy_version is distinct from (select max(version) from application_copy where application_id = new.application_id) then
        raise exception 'a review is of the application as it was last sent' using errcode = 'integrity_constraint_violation';
      end if;
      if not exists (select 1 from membership where account_id = new.decided_by and role = 'officer') then
        raise exception 'a review is decided by an officer' using errcode = 'integrity_constraint_violation';
      end if;
      if not is_free_to_review(new.application_id, new.decided_by) then
        raise exception 'a reviewer declares to have no conflict of interest first' using errcode = 'integrity_constraint_violation';
      end if;
      if new.outcome = 'accepted' and exists (
        select 1 from (select distinct on (section) state from application_checklist
          where application_id = new.application_id order by section, copy_version desc) latest where state = 'gap') then
        raise exception 'nothing is accepted while a gap is open' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger application_review_warranted before insert on application_review
      for each row execute function require_free_reviewer();
  `.execute(db);

const appeals = (db: Kysely<unknown>) =>
  sql`
    create table application_appeal (
      id uuid primary key default gen_random_uuid(),
      application_id uuid not null references application (id),
      against text not null check (against in ('rejected', 'refused')),
      against_at timestamptz not null,
      grounds text not null check (length(btrim(grounds)) >= 20),
      lodged_by uuid not null references account (id),
      lodged_at timestamptz not null,
      due_on date not null,
      outcome text check (outcome in ('upheld', 'dismissed')),
      reasons text check (length(btrim(reasons)) >= 20),
      decided_by uuid references account (id),
      decided_at timestamptz,
      unique (application_id, against, against_at),
      constraint application_appeal_shape check (num_nonnulls(outcome, reasons, decided_by, decided_at) in (0, 4))
    );
    create unique index application_appeal_one_open on application_appeal (application_id) where outcome is null;
    create index application_appeal_open on application_appeal (due_on, id) where outcome is null;
    create trigger application_appeal_identity after update on application_appeal for each row
      execute function refuse_rewriting('id', 'application_id', 'against', 'against_at', 'grounds', 'lodged_by', 'lodged_at', 'due_on');
    create trigger application_appeal_final after update on application_appeal for each row when (old.outcome is not null)
      execute function refuse_rewriting();
    create trigger application_appeal_kept before delete on application_appeal for each row execute function refuse_change();

    create function require_appealable() returns trigger language plpgsql as $$
    declare decided timestamptz; days integer;
    begin
      select case new.against when 'rejected' then a.rejected_at else a.concluded_at end,
          coalesce((v.terms -> 'clocks' ->> 'appealDays')::int, 30)
        into decided, days
        from application a join scheme_version v on v.id = a.scheme_version_id
        where a.id = new.application_id and a.state = new.against;
      if decided is null or decided is distinct from new.against_at then
        raise exception 'an appeal is against a decision that stands' using errcode = 'integrity_constraint_violation';
      end if;
      if (new.lodged_at at time zone 'UTC')::date > (decided at time zone 'UTC')::date + days then
        raise exception 'an appeal is lodged within % days', days using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger application_appeal_in_time before insert on application_appeal
      for each row execute function require_appealable();

    -- Everyone who had a hand in what is appealed against: who reviewed, declared a tie, audited, reported, or decided.
    create function is_involved(application uuid, person uuid) returns boolean language sql stable as $$
      select exists (select 1 from application_review r where r.application_id = application and r.decided_by = person)
        or exists (select 1 from application_reviewer r where r.application_id = application and r.account_id = person and r.conflicted)
        or exists (select 1 from application_checklist c where c.application_id = application and c.checked_by = person)
        or exists (select 1 from certification_decision d where d.application_id = application and d.decided_by = person)
        or exists (select 1 from audit a left join audit_team_member m on m.audit_id = a.id
          where a.application_id = application and person in (m.account_id, a.scheduled_by, a.reported_by, a.reviewed_by))
        or exists (select 1 from application_appeal p where p.application_id = application and p.decided_by = person and p.outcome is not null)
    $$;
    create function refuse_involved_in_appeal() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from membership where account_id = new.decided_by and role in ('officer', 'decider')) then
        raise exception 'an appeal is decided by the scheme' using errcode = 'integrity_constraint_violation';
      end if;
      if is_involved(new.application_id, new.decided_by) then
        raise exception 'whoever had a hand in the decision does not decide the appeal' using errcode = 'integrity_constraint_violation';
      end if;
      -- The panel's members declare nothing on an application; officers do.
      if not exists (select 1 from membership where account_id = new.decided_by and role = 'decider')
        and not is_free_to_review(new.application_id, new.decided_by) then
        raise exception 'an officer declares to have no conflict of interest first' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger application_appeal_independent before insert or update on application_appeal for each row
      when (new.decided_by is not null) execute function refuse_involved_in_appeal();

    -- After an appeal was upheld the panel decides anew: one decision a round.
    alter table certification_decision add column round integer not null default 1;
    alter table certification_decision drop constraint certification_decision_application_id_key;
    alter table certification_decision add constraint certification_decision_once unique (application_id, round);
    create function count_round() returns trigger language plpgsql as $$
    begin
      new.round := 1 + (select count(*) from application_appeal
        where application_id = new.application_id and against = 'refused' and outcome = 'upheld');
      return new;
    end $$;
    create trigger certification_decision_round before insert on certification_decision
      for each row execute function count_round();
  `.execute(db);
