import { sql, type Kysely } from 'kysely';

/** The public log of complaints holds what it says: no day left out, no complaint of a day left out, none added afterwards. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create function require_whole_log_day() returns trigger language plpgsql as $$
    declare
      before record;
    begin
      select day, head into before from complaint_log_day order by day desc limit 1;
      if found and new.day <> before.day + 1 then
        raise exception 'the log goes on with %', before.day + 1 using errcode = 'integrity_constraint_violation';
      end if;
      if new.previous <> coalesce(before.head, decode(repeat('00', 32), 'hex')) then
        raise exception 'the log goes on from its last head' using errcode = 'integrity_constraint_violation';
      end if;
      if cardinality(new.leaves) = 0 or cardinality(new.leaves) % 8 <> 0
        or exists (select 1 from unnest(new.leaves) leaf where leaf is null or length(leaf) <> 32)
        or new.leaves <> array(select distinct leaf from unnest(new.leaves) leaf order by leaf) then
        raise exception 'the leaves of a day stand in eights, each once and by their value' using errcode = 'integrity_constraint_violation';
      end if;
      if exists (select 1 from complaint where received_at >= new.day::timestamp at time zone 'UTC'
          and received_at < (new.day + 1)::timestamp at time zone 'UTC' and leaf <> all (new.leaves)) then
        raise exception 'no complaint of a day is left out of the log' using errcode = 'integrity_constraint_violation';
      end if;
      if new.head <> sha256(new.previous || convert_to(to_char(new.day, 'YYYY-MM-DD'), 'UTF8')
          || (select string_agg(leaf, ''::bytea order by place) from unnest(new.leaves) with ordinality as l (leaf, place))) then
        raise exception 'the head of a day is the hash of what is before it and in it' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger complaint_log_day_whole before insert on complaint_log_day
      for each row execute function require_whole_log_day();

    -- Whoever is told that it was received finds it in the log: a day that is published takes no more.
    create function require_open_log_day() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from complaint_log_day where day >= (new.received_at at time zone 'UTC')::date) then
        raise exception 'this day is published: no complaint is added to it' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger complaint_of_open_day before insert on complaint for each row execute function require_open_log_day();
  `.execute(db);
}
