import { sql, type Kysely } from 'kysely';

/** An audit that was refused or broken off did not take place, also when the scheme has said what follows (domain 2.6, 2.8 b). */
export async function up(db: Kysely<unknown>) {
  await sql`
    create function is_undone(state text, aborted_at timestamptz, refused_at timestamptz) returns boolean
      language sql immutable as $$
      select state in ('cancelled', 'refused_by_auditee', 'aborted') or (state = 'closed' and num_nonnulls(aborted_at, refused_at) > 0)
    $$;

    -- An entry has its own audit, and another only when that one did not take place; and none that tells more than it.
    create or replace function require_audit_of_entry() returns trigger language plpgsql as $$
    begin
      if old.audit_id is not null and not exists (select 1 from audit a where a.id = old.audit_id
        and is_undone(a.state, a.aborted_at, a.refused_at)) then
        raise exception 'the audit of this entry stands' using errcode = 'integrity_constraint_violation';
      end if;
      if new.audit_id is not null and not exists (select 1 from audit a where a.id = new.audit_id
        and a.certificate_id = new.certificate_id and a.type = new.type and a.trigger is not distinct from new.trigger) then
        raise exception 'an entry is done by an audit of its certificate and type' using errcode = 'integrity_constraint_violation';
      end if;
      if exists (select 1 from audit a where a.id = new.audit_id
        and ((new.notice_type = 'unannounced' and a.notice_type <> 'unannounced')
          or (new.notice_type = 'semi_announced' and a.notice_type = 'announced'))) then
        raise exception 'an entry is done by an audit that tells no more than it' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;

    -- What was drawn and ordered is drawn until its audit took place.
    create or replace function is_drawable(held uuid, on_day date) returns boolean language sql stable as $$
      select exists (select 1 from certificate c join audit_programme p on p.certificate_id = c.id
          where c.id = held and c.status in ('active', 'active_under_watch') and c.valid_from <= on_day and c.valid_until >= on_day)
        and not exists (select 1 from audit_proposal where certificate_id = held and trigger = 'random_draw' and outcome is null)
        and not exists (select 1 from audit_programme_entry e left join audit a on a.id = e.audit_id
          where e.certificate_id = held and e.trigger = 'random_draw' and e.dropped_at is null
            and (a.id is null or a.state not in ('closed', 'failed') or is_undone(a.state, a.aborted_at, a.refused_at)))
    $$;
  `.execute(db);
}
