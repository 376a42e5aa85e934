import { sql, type Kysely } from 'kysely';

/** An owner of the holder has its own certificate suspended, or gives it back; nothing else of its status is theirs (domain 2.8 d). */
export async function up(db: Kysely<unknown>) {
  await sql`
    alter table certificate_status
      add column by_holder boolean not null default false,
      add constraint certificate_status_by_holder check (not by_holder or (action in ('suspended', 'withdrawn')
        and reason_class = 'own_request' and decided_by is not null));

    create function require_holders_exit() returns trigger language plpgsql as $$
    begin
      if not exists (
        select 1 from certificate c
        join lateral (select position from certificate_status s
          where s.certificate_id = c.id order by position desc limit 1) latest on true
        where c.id = new.certificate_id and latest.position = new.position and c.status = new.status and c.since = new.decided_at
          and c.reason_class is not distinct from new.reason_class) then
        raise exception 'certificate % does not show its latest status', new.certificate_id using errcode = 'integrity_constraint_violation';
      end if;
      if not exists (select 1 from membership m join certificate c on c.organisation_id = m.organisation_id
          where c.id = new.certificate_id and m.account_id = new.decided_by and m.role = 'recruiter' and m.owner_since is not null) then
        raise exception 'a certificate is given back by an owner of its holder' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    drop trigger certificate_status_is_shown on certificate_status;
    create constraint trigger certificate_status_is_shown after insert on certificate_status
      deferrable initially deferred for each row when (new.appeal_id is null and not new.by_holder) execute function require_shown_status();
    create constraint trigger certificate_status_exit after insert on certificate_status
      deferrable initially deferred for each row when (new.by_holder) execute function require_holders_exit();
  `.execute(db);
}
