import { sql, type Kysely } from 'kysely';

/** A risk that grew while a certificate ran, and by which facts; the programme keeps what it was at its beginning (domain 2.4, 2.6). */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table audit_programme_reckoning (
      id uuid primary key default gen_random_uuid(),
      certificate_id uuid not null references audit_programme (certificate_id),
      risk text not null check (risk in ('medium', 'high')),
      corridors integer not null check (corridors >= 0),
      grave_findings integer not null check (grave_findings >= 0),
      suspensions integer not null check (suspensions >= 0),
      partners integer not null check (partners >= 0),
      reckoned_at timestamptz not null,
      constraint audit_programme_reckoning_once unique (certificate_id, risk)
    );
    create trigger audit_programme_reckoning_append_only before update or delete on audit_programme_reckoning
      for each row execute function refuse_change();
    create trigger audit_programme_reckoning_no_truncate before truncate on audit_programme_reckoning execute function refuse_change();

    create function require_graver_risk() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from audit_programme p where p.certificate_id = new.certificate_id and p.risk in ('high', new.risk))
        or exists (select 1 from audit_programme_reckoning r where r.certificate_id = new.certificate_id and r.risk = 'high') then
        raise exception 'a risk is reckoned again when it has grown' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger audit_programme_reckoning_graver before insert on audit_programme_reckoning
      for each row execute function require_graver_risk();
  `.execute(db);
}
