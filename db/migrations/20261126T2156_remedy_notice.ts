import { sql, type Kysely } from 'kysely';

/** That a remedy is due in 30 and in 7 days, and that it is late, is told once each (domain 2.5). */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table remedy_notice (
      remedy_id uuid not null references remedy (id),
      -- Days before the day it is due; 0: the day has passed.
      step integer not null check (step in (30, 7, 0)),
      told_at timestamptz not null,
      primary key (remedy_id, step)
    );
    create trigger remedy_notice_append_only before update or delete on remedy_notice
      for each row execute function refuse_change();
    create trigger remedy_notice_no_truncate before truncate on remedy_notice execute function refuse_change();

    create function require_ground_for_remedy_notice() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from remedy where id = new.remedy_id and completed_at is null
        and (new.told_at at time zone 'UTC')::date >= due_on - new.step + case new.step when 0 then 1 else 0 end) then
        raise exception 'this remedy is complete, or not due yet' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger remedy_notice_ground before insert on remedy_notice
      for each row execute function require_ground_for_remedy_notice();
  `.execute(db);
}
