import { sql, type Kysely } from 'kysely';

/**
 * An appeal against a reduction may be stayed as one against a suspension is: the scope before stands until the appeal is
 * decided. Upheld it stands for good, dismissed the reduction counts again; each a version of its own (domain 2.6, 2.8 d).
 */
export async function up(db: Kysely<unknown>) {
  await tables(db);
  await line(db);
  await versions(db);
  await outcomes(db);
}

const tables = (db: Kysely<unknown>) =>
  sql`
    alter table certificate_appeal
      drop constraint certificate_appeal_stay,
      add constraint certificate_appeal_stay check (num_nonnulls(stay, stay_reasons, stay_decided_by, stay_decided_at) in (0, 4)
        and (stay is null or against in ('suspended', 'withdrawn', 'reduced')));
    alter table certificate_version
      drop constraint certificate_version_action_check,
      drop constraint certificate_version_appeal,
      drop constraint certificate_version_appeal_id_key,
      add constraint certificate_version_action_check check (action in ('issued', 'reduced', 'extended', 'stayed', 'returned', 'resumed')),
      add constraint certificate_version_appeal check ((appeal_id is not null) = (action in ('stayed', 'returned', 'resumed'))),
      add constraint certificate_version_of_appeal_once unique (appeal_id, action);
  `.execute(db);

/** A certificate of the next cycle, or with another audit body, took the scope over: what an appeal says holds for it, too. */
const line = (db: Kysely<unknown>) =>
  sql`
    create function certificate_line(appealed uuid) returns table (id uuid, status text, depth integer) language sql stable as $$
      with recursive line as (
        select c.id, c.status, 0 as depth from certificate c where c.id = appealed
        union all
        select c.id, c.status, line.depth + 1 from certificate c join line on c.previous_id = line.id where c.kind <> 'initial')
      select line.id, line.status, line.depth from line
    $$;
    create function certificate_bearing(appealed uuid) returns uuid language sql stable as $$
      select l.id from certificate_line(appealed) l where l.status in ('active', 'active_under_watch', 'suspended') limit 1
    $$;
    create function without(was text[], gone text[]) returns text[] language sql immutable as $$
      select array(select one from unnest(was) with ordinality as had (one, place) where one <> all (gone) order by place)
    $$;

    -- What the reduction took out; "back" leaves out what later reductions took themselves: those have appeals of their own.
    create function reduction_took(p certificate_appeal, back boolean, out corridors text[], out sectors text[], out offices text[])
    language sql stable as $$
      with steps as (
        select v.certificate_id, v.version, v.action,
          without(lag(v.corridors) over each_line, v.corridors) as corridors,
          without(lag(v.sectors) over each_line, v.sectors) as sectors,
          without(lag(v.offices) over each_line, v.offices) as offices
        from certificate_version v where v.certificate_id in (select l.id from certificate_line(p.certificate_id) l)
        window each_line as (partition by v.certificate_id order by v.version)),
      later as (select * from steps s where back and s.action = 'reduced'
        and (s.certificate_id <> p.certificate_id or s.version > p.version))
      select
        array(select unnest(s.corridors) except select unnest(l.corridors) from later l),
        array(select unnest(s.sectors) except select unnest(l.sectors) from later l),
        array(select unnest(s.offices) except select unnest(l.offices) from later l)
      from steps s where s.certificate_id = p.certificate_id and s.version = p.version
    $$;
  `.execute(db);

const versions = (db: Kysely<unknown>) =>
  sql`
    create or replace function require_version_of_appeal() returns trigger language plpgsql as $$
    declare p certificate_appeal; was certificate_version; took record;
    begin
      select * into p from certificate_appeal where id = new.appeal_id;
      select * into was from certificate_version where certificate_id = new.certificate_id order by version desc limit 1;
      select * into took from reduction_took(p, new.action <> 'resumed');
      if (p.against = 'reduced' and new.certificate_id = certificate_bearing(p.certificate_id) and new.version = was.version + 1
          and case new.action
            when 'stayed' then p.stay = 'granted' and p.outcome is null and (p.stay_decided_by, p.stay_decided_at) = (new.decided_by, new.from_at)
            when 'returned' then p.outcome = 'upheld' and (p.decided_by, p.decided_at) = (new.decided_by, new.from_at)
            else p.outcome = 'dismissed' and p.stay = 'granted' and (p.decided_by, p.decided_at) = (new.decided_by, new.from_at)
          end
          and case new.action
            when 'resumed' then (new.corridors, new.sectors, new.offices)
              = (without(was.corridors, took.corridors), without(was.sectors, took.sectors), without(was.offices, took.offices))
            else new.corridors @> (was.corridors || took.corridors) and new.corridors <@ (was.corridors || took.corridors)
              and new.sectors @> (was.sectors || took.sectors) and new.sectors <@ (was.sectors || took.sectors)
              and new.offices @> (was.offices || took.offices) and new.offices <@ (was.offices || took.offices)
          end) is not true then
        raise exception 'no appeal brings certificate % to this scope', new.certificate_id using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
  `.execute(db);

const outcomes = (db: Kysely<unknown>) =>
  sql`
    -- Where a certificate bears the scope still: a stay and an appeal that was upheld have put it back, a dismissal has taken it out again.
    create function scope_follows(p certificate_appeal) returns boolean language plpgsql stable as $$
    declare bearer uuid := certificate_bearing(p.certificate_id); latest certificate_version; took record;
    begin
      if p.stay = 'granted' and not exists (select 1 from certificate_version where appeal_id = p.id and action = 'stayed') then
        return false;
      end if;
      if p.outcome is null or bearer is null then return true; end if;
      select * into latest from certificate_version where certificate_id = bearer order by version desc limit 1;
      select * into took from reduction_took(p, p.outcome = 'upheld');
      if p.outcome = 'upheld' then
        return latest.corridors @> took.corridors and latest.sectors @> took.sectors and latest.offices @> took.offices
          and not (latest.appeal_id is not distinct from p.id and latest.action = 'stayed');
      end if;
      return p.stay is distinct from 'granted'
        or not (latest.corridors && took.corridors or latest.sectors && took.sectors or latest.offices && took.offices);
    end $$;

    create or replace function require_appeal_carried_out() returns trigger language plpgsql as $$
    declare p certificate_appeal; latest certificate_status;
    begin
      select * into p from certificate_appeal where id = new.id;
      select * into latest from certificate_status where certificate_id = p.certificate_id order by position desc limit 1;
      if (case p.against
          when 'reduced' then not scope_follows(p)
          else p.stay = 'granted' and not exists (select 1 from certificate_status where appeal_id = p.id and action = 'stayed')
            or p.outcome = 'upheld' and latest.position = p.status_position
            or p.outcome = 'dismissed' and p.stay = 'granted' and latest.appeal_id = p.id and latest.action = 'stayed' end) then
        raise exception 'appeal %: the certificate does not follow it', p.id using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
  `.execute(db);
