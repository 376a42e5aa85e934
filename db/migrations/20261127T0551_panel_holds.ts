import { sql, type Kysely } from 'kysely';

/**
 * Matters and decisions are of one application and one recruiter; who left the panel counts for nothing
 * any more; a matter stays on its meeting until it is over; conditions are the votes’ own, and settled by who may.
 */
export async function up(db: Kysely<unknown>) {
  await belonging(db);
  await votes(db);
  await meetings(db);
  await conditions(db);
}

const belonging = (db: Kysely<unknown>) =>
  sql`
    alter table application add constraint application_named_by_matter unique (id, organisation_id);
    alter table audit add constraint audit_named_by_matter unique (id, certificate_id, application_id);
    alter table certificate add constraint certificate_named_by_matter unique (id, application_id, organisation_id);
    alter table decision_matter
      add constraint matter_named_by_decision unique (id, application_id, organisation_id),
      add constraint decision_matter_of_application foreign key (application_id, organisation_id)
        references application (id, organisation_id),
      add constraint decision_matter_of_certificate_too foreign key (certificate_id, application_id, organisation_id)
        references certificate (id, application_id, organisation_id),
      add constraint decision_matter_of_audit foreign key (audit_id, certificate_id, application_id)
        references audit (id, certificate_id, application_id);
    alter table certification_decision add constraint certification_decision_of_matter
      foreign key (matter_id, application_id, organisation_id) references decision_matter (id, application_id, organisation_id);
  `.execute(db);

const votes = (db: Kysely<unknown>) =>
  sql`
    -- A vote of somebody who sits on the panel and may still vote.
    create function still_counts(matter uuid, person uuid, moment timestamptz) returns boolean language sql stable as $$
      select exists (select 1 from membership where account_id = person and role = 'decider')
        and bar_to_vote(matter, person, moment) is null
    $$;
    create or replace function counted_votes(matter uuid, moment timestamptz) returns setof decision_vote language sql stable as $$
      select v.* from decision_vote v where v.matter_id = matter and v.package_sha256 = decision_package_sha256(matter)
        and still_counts(matter, v.account_id, moment)
    $$;
    create or replace function require_closed_matter() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from decision_matter where id = new.matter_id and state = 'decided') then
        raise exception 'a decision closes its matter' using errcode = 'integrity_constraint_violation';
      end if;
      if new.outcome = 'granted' and exists (
        select 1 from decision_vote v cross join jsonb_array_elements(v.conditions) c
        where v.matter_id = new.matter_id and v.package_sha256 = new.package_sha256
          and still_counts(new.matter_id, v.account_id, new.decided_at)
          and not exists (select 1 from decision_condition k where k.decision_id = new.id and k.text = btrim(c ->> 'text'))) then
        raise exception 'a decision takes over the conditions of its votes' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
  `.execute(db);

const meetings = (db: Kysely<unknown>) =>
  sql`
    create function require_own_meeting() returns trigger language plpgsql as $$
    declare before decision_meeting; after decision_meeting;
    begin
      select * into after from decision_meeting where id = new.meeting_id;
      if after.id is null or after.closed_at is not null or after.called_at < new.opened_at then
        raise exception 'matter % goes on a meeting that was called for it and takes votes', new.id
          using errcode = 'integrity_constraint_violation';
      end if;
      if tg_op = 'UPDATE' then
        select * into before from decision_meeting where id = old.meeting_id;
        if before.id is not null and (before.closed_at > after.called_at
            or before.closed_at is null and before.closes_at >= after.called_at) then
          raise exception 'the meeting matter % stands on is not over', new.id using errcode = 'integrity_constraint_violation';
        end if;
      end if;
      return new;
    end $$;
    create trigger decision_matter_begins_on_meeting before insert on decision_matter for each row
      when (new.meeting_id is not null) execute function require_own_meeting();
    create trigger decision_matter_changes_meeting before update on decision_matter for each row
      when (new.meeting_id is distinct from old.meeting_id) execute function require_own_meeting();
  `.execute(db);

const conditions = (db: Kysely<unknown>) =>
  sql`
    -- While the decision is being made; of two votes that set the same, the earlier day.
    create function require_condition_of_votes() returns trigger language plpgsql as $$
    begin
      if new.state <> 'open' or not exists (
        select 1 from certification_decision d join decision_matter m on m.id = d.matter_id and m.state = 'open'
          join decision_vote v on v.matter_id = m.id and v.package_sha256 = d.package_sha256
          cross join jsonb_array_elements(v.conditions) c
        where d.id = new.decision_id and d.outcome = 'granted' and still_counts(m.id, v.account_id, d.decided_at)
          and btrim(c ->> 'text') = new.text
        having min((c ->> 'dueOn')::date) = new.due_on and new.owner = any (array_agg(c ->> 'owner'))) then
        raise exception 'conditions are what the votes of its decision set' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger decision_condition_of_votes before insert on decision_condition
      for each row execute function require_condition_of_votes();

    create function require_settling_officer() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from certification_decision d where d.id = new.decision_id and new.settled_at >= d.decided_at
          and exists (select 1 from membership where account_id = new.settled_by and role = 'officer')
          and not has_tie(new.settled_by, d.organisation_id, (new.settled_at at time zone 'UTC')::date)) then
        raise exception 'a condition is settled after it was set, by an officer without a tie to the recruiter'
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger decision_condition_settled_by_officer before update on decision_condition for each row
      when (old.state = 'open' and new.state <> 'open') execute function require_settling_officer();
  `.execute(db);
