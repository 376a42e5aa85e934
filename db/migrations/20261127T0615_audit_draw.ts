import { sql, type Kysely } from 'kysely';

/** Certificates drawn at random to be audited unannounced (domain 2.8 b): everybody who stood, and the lot that chose. */
export async function up(db: Kysely<unknown>) {
  await draws(db);
  await proposals(db);
  await whole(db);
  await orders(db);
}

const draws = (db: Kysely<unknown>) =>
  sql`
    create table audit_draw (
      id uuid primary key default gen_random_uuid(),
      seed text not null unique check (seed ~ '^[0-9a-f]{64}$'),
      drawn_on date not null,
      candidates integer not null,
      count integer not null check (count > 0),
      drawn_by uuid not null references account (id),
      drawn_at timestamptz not null,
      constraint audit_draw_of_candidates check (count <= candidates),
      constraint audit_draw_day check (drawn_on = (drawn_at at time zone 'UTC')::date)
    );
    create index audit_draw_latest on audit_draw (drawn_at desc, id);
    create trigger audit_draw_append_only before update or delete on audit_draw for each row execute function refuse_change();
    create trigger audit_draw_no_truncate before truncate on audit_draw execute function refuse_change();

    -- The place each takes in the order of the lots; the first of them are chosen.
    create table audit_draw_candidate (
      draw_id uuid not null references audit_draw (id),
      certificate_id uuid not null references certificate (id),
      tickets integer not null check (tickets between 1 and 3),
      place integer not null check (place > 0),
      primary key (draw_id, certificate_id),
      unique (draw_id, place)
    );
    create index audit_draw_candidate_certificate on audit_draw_candidate (certificate_id);
    create trigger audit_draw_candidate_append_only before update or delete on audit_draw_candidate
      for each row execute function refuse_change();
    create trigger audit_draw_candidate_no_truncate before truncate on audit_draw_candidate execute function refuse_change();
  `.execute(db);

const proposals = (db: Kysely<unknown>) =>
  sql`
    drop trigger audit_proposal_identity on audit_proposal;
    alter table audit_proposal
      drop constraint audit_proposal_cause,
      add column draw_id uuid,
      add constraint audit_proposal_cause check (num_nonnulls(licence_id, misuse_id, draw_id) = 1 and case trigger
        when 'licence_sanction' then licence_id is not null
        when 'claims_misused' then misuse_id is not null
        when 'random_draw' then draw_id is not null
        else false end),
      add constraint audit_proposal_draw foreign key (draw_id, certificate_id)
        references audit_draw_candidate (draw_id, certificate_id);
    create trigger audit_proposal_identity after update on audit_proposal for each row
      execute function refuse_rewriting('id', 'certificate_id', 'trigger', 'licence_id', 'misuse_id', 'draw_id', 'proposed_at');
    create unique index audit_proposal_of_draw on audit_proposal (draw_id, certificate_id);
    -- Drawn once until it is answered.
    create unique index audit_proposal_drawn on audit_proposal (certificate_id) where outcome is null and trigger = 'random_draw';

    create function require_chosen() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from audit_draw d join audit_draw_candidate k on k.draw_id = d.id
          where d.id = new.draw_id and k.certificate_id = new.certificate_id and k.place <= d.count and d.drawn_at = new.proposed_at) then
        raise exception 'a draw proposes an audit of whom it chose' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger audit_proposal_chosen before insert on audit_proposal for each row
      when (new.draw_id is not null) execute function require_chosen();

    create or replace function require_officer_for_proposal() returns trigger language plpgsql as $$
    begin
      if new.answered_by is not null
        and not exists (select 1 from membership where account_id = new.answered_by and role = 'officer') then
        raise exception 'what was proposed is answered by officers of the scheme' using errcode = 'integrity_constraint_violation';
      end if;
      if new.answered_by is not null and has_tie(new.answered_by,
          (select organisation_id from certificate where id = new.certificate_id), (new.answered_at at time zone 'UTC')::date) then
        raise exception 'what was proposed is answered by somebody without a tie to the recruiter'
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
  `.execute(db);

/** Nobody is left out, nobody is put in, the order is that of the lots, and each chosen has its audit proposed. */
const whole = (db: Kysely<unknown>) =>
  sql`
    create function is_drawable(held uuid, on_day date) returns boolean language sql stable as $$
      select exists (select 1 from certificate c join audit_programme p on p.certificate_id = c.id
          where c.id = held and c.status in ('active', 'active_under_watch') and c.valid_from <= on_day and c.valid_until >= on_day)
        and not exists (select 1 from audit_proposal where certificate_id = held and trigger = 'random_draw' and outcome is null)
        and not exists (select 1 from audit_programme_entry e left join audit a on a.id = e.audit_id
          where e.certificate_id = held and e.trigger = 'random_draw' and e.dropped_at is null
            and (a.id is null or a.state not in ('closed', 'failed')))
    $$;

    -- The smallest of a certificate's tickets; each is the SHA-256 of seed, number and ticket.
    create function lot_of(seed text, number text, tickets integer) returns text language sql immutable as $$
      select min(encode(sha256(convert_to(seed || ':' || number || ':' || ticket, 'UTF8')), 'hex') collate "C")
        from generate_series(1, tickets) ticket
    $$;

    create function require_officer_draw() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from membership where account_id = new.drawn_by and role = 'officer') then
        raise exception 'audits are drawn by officers of the scheme' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger audit_draw_by_officer before insert on audit_draw for each row execute function require_officer_draw();

    create function require_standing_candidates() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from added k join audit_draw d on d.id = k.draw_id where not is_drawable(k.certificate_id, d.drawn_on)) then
        raise exception 'only what stands on its day, and is not drawn already, is in a draw' using errcode = 'integrity_constraint_violation';
      end if;
      if exists (select 1 from added k join audit_draw d on d.id = k.draw_id join certificate c on c.id = k.certificate_id
          where has_tie(d.drawn_by, c.organisation_id, d.drawn_on)) then
        raise exception 'nobody draws who has a tie to a candidate' using errcode = 'integrity_constraint_violation';
      end if;
      if exists (select 1 from added k join audit_programme p on p.certificate_id = k.certificate_id
          where k.tickets <> case p.risk when 'high' then 3 when 'medium' then 2 else 1 end) then
        raise exception 'a candidate has the tickets of its risk' using errcode = 'integrity_constraint_violation';
      end if;
      if exists (select 1 from audit_draw d where d.id in (select draw_id from added)
          and d.candidates < (select count(*) from audit_draw_candidate k where k.draw_id = d.id)) then
        raise exception 'a draw has the candidates it began with' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger audit_draw_candidate_standing after insert on audit_draw_candidate referencing new table as added
      for each statement execute function require_standing_candidates();

    create function require_fair_draw() returns trigger language plpgsql as $$
    begin
      if new.candidates <> (select count(*) from audit_draw_candidate where draw_id = new.id)
        or exists (select 1 from certificate c join audit_programme p on p.certificate_id = c.id
          where c.since < new.drawn_at and p.set_at < new.drawn_at and is_drawable(c.id, new.drawn_on)
            and not exists (select 1 from audit_draw_candidate k where k.draw_id = new.id and k.certificate_id = c.id)) then
        raise exception 'a draw leaves out nobody who stands' using errcode = 'integrity_constraint_violation';
      end if;
      if exists (select 1 from (select k.place, row_number() over (order by lot_of(new.seed, c.number, k.tickets) collate "C") as lot
          from audit_draw_candidate k join certificate c on c.id = k.certificate_id where k.draw_id = new.id) ordered
          where place <> lot) then
        raise exception 'the places of a draw are those of its lots' using errcode = 'integrity_constraint_violation';
      end if;
      if new.count <> (select count(*) from audit_proposal where draw_id = new.id) then
        raise exception 'an audit is proposed of each that was drawn' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create constraint trigger audit_draw_fair after insert on audit_draw deferrable initially deferred
      for each row execute function require_fair_draw();
  `.execute(db);

/** What is ordered as drawn was drawn, and nobody is told of it; and nobody orders an audit of whom they are tied to. */
const orders = (db: Kysely<unknown>) =>
  sql`
    create or replace function require_officer_order() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from membership where account_id = new.ordered_by and role = 'officer') then
        raise exception 'an audit is ordered by the scheme' using errcode = 'integrity_constraint_violation';
      end if;
      -- What a wider scope takes was ordered when its request was reviewed, by somebody without a tie.
      if new.request_id is null and has_tie(new.ordered_by,
          (select organisation_id from certificate where id = new.certificate_id), (new.ordered_at at time zone 'UTC')::date) then
        raise exception 'an audit is ordered by somebody without a tie to the recruiter' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;

    create function require_draw_of_order() returns trigger language plpgsql as $$
    begin
      if new.type <> 'special' or new.notice_type <> 'unannounced' then
        raise exception 'what was drawn is audited unannounced' using errcode = 'integrity_constraint_violation';
      end if;
      if not exists (select 1 from audit_proposal where certificate_id = new.certificate_id and trigger = 'random_draw'
          and outcome is null) then
        raise exception 'this certificate was not drawn' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger audit_programme_entry_drawn before insert on audit_programme_entry for each row
      when (new.trigger = 'random_draw') execute function require_draw_of_order();
  `.execute(db);
