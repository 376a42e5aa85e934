import { sql, type Kysely } from 'kysely';

/**
 * A watch for a special audit is read by everybody: it is placed once the recruiter knows of that audit, and never tells
 * of one that comes untold (domain 2.4, notice; 2.8 d).
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    -- A special audit was ordered for its holder that nobody told, and none is under way of which the holder knows.
    create function special_audit_untold(held uuid) returns boolean language sql stable as $$
      with specials as (
        select (a.started_at is not null or (a.notice_type = 'announced' and a.notified_at is not null
            and a.state not in ('planned', 'postponed') and (a.planned_at is null or a.planned_at <= a.notified_at))) is true
            and a.state not in ('cancelled', 'refused_by_auditee', 'aborted') as told
        from certificate h join certificate c on c.organisation_id = h.organisation_id
          join audit_programme_entry e on e.certificate_id = c.id left join audit a on a.id = e.audit_id
        where h.id = held and e.type = 'special' and e.dropped_at is null and a.reviewed_at is null)
      select exists (select 1 from specials where not told) and not exists (select 1 from specials where told)
    $$;
    create function refuse_untold_watch() returns trigger language plpgsql as $$
    begin
      if special_audit_untold(new.certificate_id) then
        raise exception 'a watch does not tell of a special audit before its recruiter knows of it'
          using errcode = 'integrity_constraint_violation', constraint = 'certificate_status_special_told';
      end if;
      return new;
    end $$;
    create trigger certificate_status_special_told before insert on certificate_status for each row
      when (new.action = 'watched' and new.reason_class = 'special_audit') execute function refuse_untold_watch();
  `.execute(db);
}
