import { sql, type Kysely } from 'kysely';

/** A draw out of a whole register: every question is asked once of all candidates, not once of each. */
export async function up(db: Kysely<unknown>) {
  await questions(db);
  await checks(db);
}

const questions = (db: Kysely<unknown>) =>
  sql`
    -- Everything is_drawable() is true of.
    create function drawables(on_day date) returns table (certificate_id uuid, number text, organisation_id uuid, risk text)
      language sql stable as $$
      select c.id, c.number, c.organisation_id, p.risk
      from certificate c join audit_programme p on p.certificate_id = c.id
      where c.status in ('active', 'active_under_watch') and c.valid_from <= on_day and c.valid_until >= on_day
        and not exists (select 1 from audit_proposal o where o.certificate_id = c.id and o.trigger = 'random_draw' and o.outcome is null)
        and not exists (select 1 from audit_programme_entry e left join audit a on a.id = e.audit_id
          where e.certificate_id = c.id and e.trigger = 'random_draw' and e.dropped_at is null
            and (a.id is null or a.state not in ('closed', 'failed') or is_undone(a.state, a.aborted_at, a.refused_at)))
    $$;

    -- Every recruiter has_tie() is true of: it is asked of those alone whom this person ever had to do with.
    create function ties_of(person uuid, on_day date) returns setof uuid language sql stable as $$
      select client from (
        select organisation_id from membership where account_id = person
        union select organisation_id from conflict_declaration where account_id = person
        union select organisation_id from advice where account_id = person
        union select organisation_id from interest_declaration where account_id = person
      ) known (client) where has_tie(person, client, on_day)
    $$;
  `.execute(db);

const checks = (db: Kysely<unknown>) =>
  sql`
    create or replace function require_standing_candidates() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from audit_draw d where d.id in (select draw_id from added) and exists (
          select certificate_id from added k where k.draw_id = d.id except select s.certificate_id from drawables(d.drawn_on) s)) then
        raise exception 'only what stands on its day, and is not drawn already, is in a draw' using errcode = 'integrity_constraint_violation';
      end if;
      if exists (select 1 from audit_draw d where d.id in (select draw_id from added) and exists (
          select 1 from added k join certificate c on c.id = k.certificate_id
          where k.draw_id = d.id and c.organisation_id in (select ties_of(d.drawn_by, d.drawn_on)))) then
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

    create or replace function require_fair_draw() returns trigger language plpgsql as $$
    begin
      if new.candidates <> (select count(*) from audit_draw_candidate where draw_id = new.id)
        or exists (select s.certificate_id from drawables(new.drawn_on) s join certificate c on c.id = s.certificate_id
            join audit_programme p on p.certificate_id = s.certificate_id
            where c.since < new.drawn_at and p.set_at < new.drawn_at
          except select certificate_id from audit_draw_candidate where draw_id = new.id) then
        raise exception 'a draw leaves out nobody who stands' using errcode = 'integrity_constraint_violation';
      end if;
      -- The lots of lot_of(), all at once.
      if exists (select 1 from (select k.place, row_number() over (order by
              min(encode(sha256(convert_to(new.seed || ':' || c.number || ':' || ticket, 'UTF8')), 'hex') collate "C")) as lot
          from audit_draw_candidate k join certificate c on c.id = k.certificate_id, generate_series(1, k.tickets) ticket
          where k.draw_id = new.id group by k.place) ordered where place <> lot) then
        raise exception 'the places of a draw are those of its lots' using errcode = 'integrity_constraint_violation';
      end if;
      if new.count <> (select count(*) from audit_proposal where draw_id = new.id) then
        raise exception 'an audit is proposed of each that was drawn' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
  `.execute(db);
