import { sql, type Kysely } from 'kysely';

/**
 * A certificate is what the panel granted: to that recruiter, for no more than was before the panel, for the months of its
 * scheme version; it begins active, and gives its place only to one that took it (domain 2.6, 2.8 d). What is transferred
 * is compared with its old certificate elsewhere.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    create trigger certificate_begins after insert on certificate for each row
      execute function require_beginning('status', 'active', 'reason_class');

    create function require_granted() returns trigger language plpgsql as $$
    declare
      decided certification_decision;
      was record;
      months interval;
      begun date := (new.since at time zone 'UTC')::date;
    begin
      select * into decided from certification_decision where id = new.decision_id;
      if (decided.organisation_id, decided.application_id) is distinct from (new.organisation_id, new.application_id) then
        raise exception 'certificate %: the panel granted it to another', new.number using errcode = 'integrity_constraint_violation';
      end if;
      if new.kind = 'initial' then
        select scheme_version_id, audit_body_id, corridors, sectors, offices, null::date as valid_until into was from application where id = new.application_id;
      else
        select scheme_version_id, audit_body_id, corridors, sectors, offices, valid_until into was from certificate where id = new.previous_id;
      end if;
      if (was.scheme_version_id, was.audit_body_id) is distinct from (new.scheme_version_id, new.audit_body_id)
        or (new.corridors <@ was.corridors and new.sectors <@ was.sectors and new.offices <@ was.offices) is not true then
        raise exception 'certificate %: it covers no more than the panel granted', new.number using errcode = 'integrity_constraint_violation';
      end if;
      select make_interval(months => (v.terms ->> 'validityMonths')::integer) into months
        from scheme_version v where v.id = new.scheme_version_id;
      -- From its beginning; a cycle that follows in time, or restores what expired, from the end of the old one.
      if (new.valid_from = begun and (
          new.kind in ('initial', 'recertification') and new.cycle_from = begun and new.valid_until = (begun + months)::date - 1
          or new.kind in ('recertification', 'restoration') and new.cycle_from = was.valid_until + 1
            and new.valid_until = (was.valid_until + months)::date)) is not true then
        raise exception 'certificate %: it stands for the months its scheme version says', new.number
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create constraint trigger certificate_as_granted after insert on certificate deferrable initially deferred
      for each row when (new.kind <> 'transfer') execute function require_granted();

    create function require_successor() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from certificate where previous_id = new.id and kind <> 'transfer') then
        raise exception 'certificate %: none took its place', new.number using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create constraint trigger certificate_gives_its_place after update on certificate deferrable initially deferred
      for each row when (new.status = 'superseded' and old.status <> 'superseded') execute function require_successor();
  `.execute(db);
}
