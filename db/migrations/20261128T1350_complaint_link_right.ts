import { sql, type Kysely } from 'kysely';

/** Two cases are linked by whoever may open both: else a link would tell that another case is there, and about whom. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create function require_right_to_link_complaints() returns trigger language plpgsql as $$
    begin
      if not may_open_complaint(new.linked_by, new.complaint_id, new.linked_at)
        or not may_open_complaint(new.linked_by, new.other_id, new.linked_at) then
        raise exception 'linked by whoever may open both' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger complaint_link_by_right before insert on complaint_link
      for each row execute function require_right_to_link_complaints();
  `.execute(db);
}
