import { sql, type Kysely } from 'kysely';

/** What the former body has open keeps a certificate with it; which it is, no other body learns. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create function former_work_open(held uuid) returns boolean language sql stable as $$
      select exists (select 1 from certificate c join finding f on f.organisation_id = c.organisation_id
          where c.id = held and f.grade in ('critical', 'major') and is_open_point(f.grade, f.state))
        or exists (select 1 from audit a where a.certificate_id = held
          and a.state not in ('closed', 'failed', 'cancelled', 'aborted', 'refused_by_auditee'))
    $$;

    create function require_former_work_done() returns trigger language plpgsql as $$
    begin
      if former_work_open(new.certificate_id) then
        raise exception 'the former body still has work open on this certificate' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    -- Its name comes before that of the parties: their words would tell a grave finding from an audit.
    create trigger certificate_transfer_former_work before update on certificate_transfer for each row
      when (new.state = 'accepted' and old.state <> 'accepted') execute function require_former_work_done();
  `.execute(db);
}
