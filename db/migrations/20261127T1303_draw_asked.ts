import { sql, type Kysely } from 'kysely';

/**
 * A draw is asked for, and drawn behind the request: out of a large register it takes longer than a page waits. Tickets are
 * those of the risk as it has grown by then (domain 2.4, 2.8 b).
 */
export async function up(db: Kysely<unknown>) {
  await requests(db);
  await tickets(db);
}

const requests = (db: Kysely<unknown>) =>
  sql`
    create table audit_draw_request (
      id uuid primary key,
      measure text not null check (measure in ('number', 'share')),
      size integer not null check (size between 1 and 1000 and (measure = 'number' or size <= 100)),
      asked_by uuid not null references account (id),
      asked_at timestamptz not null,
      draw_id uuid unique references audit_draw (id),
      refusal text,
      answered_at timestamptz,
      constraint audit_draw_request_answer check (num_nonnulls(draw_id, refusal) = num_nonnulls(answered_at)),
      -- The draw has the number of its request, so that both are one page.
      constraint audit_draw_request_own check (draw_id = id),
      constraint audit_draw_request_order check (answered_at >= asked_at)
    );
    create index audit_draw_request_waiting on audit_draw_request (asked_at) where answered_at is null;
    create trigger audit_draw_request_begins after insert on audit_draw_request for each row
      execute function require_beginning('', '', 'draw_id', 'refusal', 'answered_at');
    create trigger audit_draw_request_identity after update on audit_draw_request for each row
      execute function refuse_rewriting('id', 'measure', 'size', 'asked_by', 'asked_at');
    create trigger audit_draw_request_final after update on audit_draw_request for each row
      when (old.answered_at is not null) execute function refuse_rewriting();
    create trigger audit_draw_request_kept before delete on audit_draw_request for each row execute function refuse_change();
    create trigger audit_draw_request_no_truncate before truncate on audit_draw_request execute function refuse_change();

    create function require_officer_asking() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from membership where account_id = new.asked_by and role = 'officer') then
        raise exception 'a draw is asked for by officers of the scheme' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger audit_draw_request_by_officer before insert on audit_draw_request for each row
      execute function require_officer_asking();
    create function require_draw_as_asked() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from audit_draw d where d.id = new.draw_id and d.drawn_by = new.asked_by
        and d.count = case new.measure when 'share' then ceil(d.candidates * new.size / 100.0) else new.size end) then
        raise exception 'a request is answered by the draw it asked for' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger audit_draw_request_as_asked before update on audit_draw_request for each row
      when (old.draw_id is null and new.draw_id is not null) execute function require_draw_as_asked();
  `.execute(db);

const tickets = (db: Kysely<unknown>) =>
  sql`
    -- The risk of a programme as it stands: it grows within a cycle and never shrinks.
    create function risk_by_now(held uuid, at_first text) returns text language sql stable as $$
      select coalesce((select r.risk from audit_programme_reckoning r where r.certificate_id = held
        order by r.risk = 'high' desc limit 1), at_first)
    $$;
    create or replace function drawables(on_day date)
      returns table (certificate_id uuid, number text, organisation_id uuid, risk text) language sql stable as $$
      select c.id, c.number, c.organisation_id, risk_by_now(c.id, p.risk)
      from certificate c join audit_programme p on p.certificate_id = c.id
      where c.status in ('active', 'active_under_watch') and c.valid_from <= on_day and c.valid_until >= on_day
        and c.id not in (select drawn_and_waiting())
    $$;
    create or replace function require_standing_candidates() returns trigger language plpgsql as $$
    declare drawn audit_draw;
    begin
      for drawn in select * from audit_draw where id in (select draw_id from added) loop
        if exists (select certificate_id from added where draw_id = drawn.id
            except select certificate_id from drawables(drawn.drawn_on)) then
          raise exception 'only what stands on its day, and is not drawn already, is in a draw'
            using errcode = 'integrity_constraint_violation';
        end if;
        if exists (select 1 from ties_of(drawn.drawn_by, drawn.drawn_on) client join certificate c on c.organisation_id = client
            join audit_draw_candidate k on k.certificate_id = c.id and k.draw_id = drawn.id) then
          raise exception 'nobody draws who has a tie to a candidate' using errcode = 'integrity_constraint_violation';
        end if;
        if drawn.candidates < (select count(*) from audit_draw_candidate where draw_id = drawn.id) then
          raise exception 'a draw has the candidates it began with' using errcode = 'integrity_constraint_violation';
        end if;
      end loop;
      if exists (select 1 from added k join audit_programme p on p.certificate_id = k.certificate_id
          where k.tickets <> case risk_by_now(k.certificate_id, p.risk) when 'high' then 3 when 'medium' then 2 else 1 end) then
        raise exception 'a candidate has the tickets of its risk' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
  `.execute(db);
