import { sql, type Kysely } from 'kysely';

/**
 * Where each certificate stands in the published status lists (W3C Bitstring Status List 1.0). A place is drawn at random,
 * so that the order of issue does not show, and belongs to its certificate for ever: no place has a second one, no
 * certificate another place. A list has 131,072 places; where twenty draws in a row meet one that is taken, it is nearly
 * full, and the next begins.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table status_entry (
      certificate_id uuid primary key references certificate (id),
      list int not null check (list > 0),
      place int not null check (place between 0 and 131071),
      unique (list, place)
    );
    create trigger status_entry_final before update or delete on status_entry for each row execute function refuse_change();
    create trigger status_entry_no_truncate before truncate on status_entry execute function refuse_change();

    create function draw_status_entry(certificate uuid) returns void language plpgsql as $$
    declare current int := coalesce((select max(list) from status_entry), 1);
    begin
      for draw in 1..100 loop
        -- Random bits of the kind nobody can foretell: random() is not.
        insert into status_entry (certificate_id, list, place)
          values (certificate, current, ('x' || substr(md5(gen_random_uuid()::text), 1, 8))::bit(32)::bigint & 131071)
          on conflict (list, place) do nothing;
        if found then return; end if;
        if draw % 20 = 0 then current := current + 1; end if;
      end loop;
      raise exception 'no place in the status lists for certificate %', certificate;
    end $$;

    -- Whoever writes a certificate, it has its place from its first moment.
    create function give_status_entry() returns trigger language plpgsql as $$
    begin
      perform draw_status_entry(new.id);
      return null;
    end $$;
    create trigger certificate_status_entry after insert on certificate for each row execute function give_status_entry();

    select count(draw_status_entry(id)) from certificate;
  `.execute(db);
}
