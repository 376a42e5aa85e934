import { sql, type Kysely } from 'kysely';

/** The holder's own exit is the one change of a certificate that somebody tied to it makes (domain 2.8 d). */
export async function up(db: Kysely<unknown>) {
  await sql`
    drop trigger certificate_status_untied on certificate_status;
    create trigger certificate_status_untied before insert on certificate_status for each row
      when (new.decided_by is not null and not new.by_holder
        and new.action in ('watched', 'cleared', 'suspended', 'reinstated', 'withdrawn'))
      execute function require_untied_officer();
  `.execute(db);
}
