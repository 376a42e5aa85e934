import { sql, type Kysely } from 'kysely';

/** What was drawn and waits is drawn, also when another certificate has taken its place since (domain 2.8 b). */
export async function up(db: Kysely<unknown>) {
  await sql`
    -- An audit of it was drawn: nobody has answered that yet, or it was ordered and did not take place.
    create function waits_drawn(held uuid) returns boolean language sql stable as $$
      select exists (select 1 from audit_proposal where certificate_id = held and trigger = 'random_draw' and outcome is null)
        or exists (select 1 from audit_programme_entry e left join audit a on a.id = e.audit_id
          where e.certificate_id = held and e.trigger = 'random_draw' and e.dropped_at is null
            and (a.id is null or a.state not in ('closed', 'failed') or is_undone(a.state, a.aborted_at, a.refused_at)))
    $$;

    create or replace function is_drawable(held uuid, on_day date) returns boolean language sql stable as $$
      select exists (select 1 from certificate c join audit_programme p on p.certificate_id = c.id
          where c.id = held and c.status in ('active', 'active_under_watch') and c.valid_from <= on_day and c.valid_until >= on_day)
        and not exists (select 1 from certificates_before(held) line (id) where waits_drawn(line.id))
    $$;

    -- Everything waits_drawn() is true of, and what took its place since: few, so they are followed from there, once for all.
    create function drawn_and_waiting() returns setof uuid language sql stable as $$
      with recursive line as (
        select o.certificate_id as id from audit_proposal o where o.trigger = 'random_draw' and o.outcome is null
        union
        select e.certificate_id from audit_programme_entry e left join audit a on a.id = e.audit_id
          where e.trigger = 'random_draw' and e.dropped_at is null
            and (a.id is null or a.state not in ('closed', 'failed') or is_undone(a.state, a.aborted_at, a.refused_at))
        union
        select c.id from certificate c join line on c.previous_id = line.id where c.kind <> 'initial')
      select id from line
    $$;

    -- Everything is_drawable() is true of.
    create or replace function drawables(on_day date)
      returns table (certificate_id uuid, number text, organisation_id uuid, risk text) language sql stable as $$
      select c.id, c.number, c.organisation_id, p.risk
      from certificate c join audit_programme p on p.certificate_id = c.id
      where c.status in ('active', 'active_under_watch') and c.valid_from <= on_day and c.valid_until >= on_day
        and c.id not in (select drawn_and_waiting())
    $$;

    create index audit_programme_entry_drawn on audit_programme_entry (certificate_id) where trigger = 'random_draw' and dropped_at is null;
  `.execute(db);
}
