import { sql, type Kysely } from 'kysely';

/** From a suspension back leads only what ends it: a watch is set on what is in force, and only a watch is cleared. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create function require_status_before() returns trigger language plpgsql as $$
    declare before text;
    begin
      select status into before from certificate_status where certificate_id = new.certificate_id order by position desc limit 1;
      if before is distinct from
          (case new.action when 'watched' then 'active' when 'cleared' then 'active_under_watch' else 'suspended' end) then
        raise exception 'a certificate that is % is not %', before, new.action using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger certificate_status_from before insert on certificate_status for each row
      when (new.action in ('watched', 'cleared', 'reinstated')) execute function require_status_before();
  `.execute(db);
}
