import { sql, type Kysely } from 'kysely';

/** Who of the team is where, when and for what (domain 2.4): written anew each time, until the recruiter is told. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table audit_itinerary (
      id uuid primary key default gen_random_uuid(),
      audit_id uuid not null references audit (id),
      number integer not null check (number > 0),
      items integer not null check (items between 1 and 60),
      presences integer not null check (presences >= items),
      written_at timestamptz not null,
      written_by uuid not null references account (id),
      unique (audit_id, number)
    );
    create index audit_itinerary_author on audit_itinerary (written_by);

    -- Times are those of the clock at the place. Whom the auditors meet is a role, so that nobody's name stands here.
    create table audit_itinerary_item (
      itinerary_id uuid not null references audit_itinerary (id),
      position integer not null check (position >= 0),
      held_on date not null,
      from_time time not null,
      to_time time not null,
      activity text not null check (activity in ('opening_meeting', 'document_review', 'management_interviews', 'staff_interviews',
        'worker_interviews', 'site_tour', 'partner_visit', 'team_meeting', 'closing_meeting', 'travel', 'other')),
      place text not null check (length(btrim(place)) between 2 and 300),
      note text check (length(btrim(note)) between 1 and 1000),
      auditees text[] not null,
      told text not null check (told in ('recruiter', 'team')),
      primary key (itinerary_id, position),
      unique (itinerary_id, position, held_on, from_time, to_time),
      constraint audit_itinerary_hours check (from_time < to_time),
      constraint audit_itinerary_other check (activity <> 'other' or note is not null),
      constraint audit_itinerary_roles check (auditees <@ array['director', 'recruitment', 'finance', 'personnel', 'compliance',
        'complaints', 'orientation', 'branch_manager', 'partner', 'workers'])
    );
    create table audit_itinerary_auditor (
      itinerary_id uuid not null,
      position integer not null,
      account_id uuid not null references account (id),
      held_on date not null,
      from_time time not null,
      to_time time not null,
      primary key (itinerary_id, position, account_id),
      foreign key (itinerary_id, position, held_on, from_time, to_time)
        references audit_itinerary_item (itinerary_id, position, held_on, from_time, to_time),
      constraint audit_itinerary_one_place exclude using gist (itinerary_id with =, account_id with =,
        tsrange(held_on + from_time, held_on + to_time) with &&)
    );
    create index audit_itinerary_auditor_account on audit_itinerary_auditor (account_id);

    create trigger audit_itinerary_append_only before update or delete on audit_itinerary
      for each row execute function refuse_change();
    create trigger audit_itinerary_no_truncate before truncate on audit_itinerary execute function refuse_change();
    create trigger audit_itinerary_item_append_only before update or delete on audit_itinerary_item
      for each row execute function refuse_change();
    create trigger audit_itinerary_item_no_truncate before truncate on audit_itinerary_item execute function refuse_change();
    create trigger audit_itinerary_auditor_append_only before update or delete on audit_itinerary_auditor
      for each row execute function refuse_change();
    create trigger audit_itinerary_auditor_no_truncate before truncate on audit_itinerary_auditor execute function refuse_change();

    create function require_untold_plan() returns trigger language plpgsql as $$
    begin
      -- Whoever sends the notice meanwhile is waited for.
      perform from audit where id = new.audit_id and state = 'planned' for share;
      if not found then
        raise exception 'an itinerary is written when the audit is planned, and before anybody is told'
          using errcode = 'integrity_constraint_violation';
      end if;
      if not exists (select from audit_team_member m
        where m.audit_id = new.audit_id and m.account_id = new.written_by and m.role = 'lead_auditor') then
        raise exception 'the lead auditor writes the itinerary' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger audit_itinerary_of_plan before insert on audit_itinerary for each row execute function require_untold_plan();

    create function require_day_of_audit() returns trigger language plpgsql as $$
    begin
      if not exists (select from audit_itinerary i join audit a on a.id = i.audit_id
        where i.id = new.itinerary_id and new.held_on between a.starts_on and a.ends_on) then
        raise exception 'an itinerary lies within the days of its audit' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger audit_itinerary_item_day before insert on audit_itinerary_item for each row execute function require_day_of_audit();

    create function require_team_in_itinerary() returns trigger language plpgsql as $$
    begin
      if not exists (select from audit_itinerary i join audit_team_member m on m.audit_id = i.audit_id
        where i.id = new.itinerary_id and m.account_id = new.account_id) then
        raise exception 'an itinerary names people of the team alone' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger audit_itinerary_auditor_of_team before insert on audit_itinerary_auditor
      for each row execute function require_team_in_itinerary();

    -- Judged when the transaction ends: by then an itinerary has all its lines, and afterwards none can be added.
    create function require_whole_itinerary() returns trigger language plpgsql as $$
    declare of uuid := coalesce(to_jsonb(new) ->> 'itinerary_id', to_jsonb(new) ->> 'id')::uuid;
    begin
      if exists (select from audit_itinerary i where i.id = of and (
          i.items <> (select count(*) from audit_itinerary_item where itinerary_id = of)
          or i.presences <> (select count(*) from audit_itinerary_auditor where itinerary_id = of)))
        or exists (select from audit_itinerary_item x where x.itinerary_id = of and not exists (
          select from audit_itinerary_auditor y where y.itinerary_id = of and y.position = x.position)) then
        raise exception 'an itinerary is written whole, each line with somebody of the team'
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create constraint trigger audit_itinerary_whole after insert on audit_itinerary
      deferrable initially deferred for each row execute function require_whole_itinerary();
    create constraint trigger audit_itinerary_item_whole after insert on audit_itinerary_item
      deferrable initially deferred for each row execute function require_whole_itinerary();
    create constraint trigger audit_itinerary_auditor_whole after insert on audit_itinerary_auditor
      deferrable initially deferred for each row execute function require_whole_itinerary();

    -- Days and team may change after it was written: what is told, or begun with, fits both.
    create function require_fitting_itinerary() returns trigger language plpgsql as $$
    begin
      if exists (select from audit_itinerary_auditor y join audit_itinerary i on i.id = y.itinerary_id
        where i.audit_id = new.id and i.number = (select max(number) from audit_itinerary where audit_id = new.id)
          and (y.held_on not between new.starts_on and new.ends_on or not exists (
            select from audit_team_member m where m.audit_id = new.id and m.account_id = y.account_id))) then
        raise exception 'audit %: its itinerary fits its days and its team no more', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger audit_itinerary_fits after update on audit for each row
      when (old.state = 'planned' and new.state in ('notified', 'in_progress')) execute function require_fitting_itinerary();
  `.execute(db);
}
