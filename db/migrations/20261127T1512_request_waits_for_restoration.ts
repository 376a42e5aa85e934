import { sql, type Kysely } from 'kysely';

/** A wider scope that was asked for waits while its certificate, which expired, may be restored (domain 2.8, side machines). */
export async function up(db: Kysely<unknown>) {
  await sql`
    create or replace function require_holder_and_officer() returns trigger language plpgsql as $$
    declare
      holder uuid;
      person uuid := coalesce(new.answered_by, new.reviewed_by);
      on_day date := (coalesce(new.answered_at, new.reviewed_at) at time zone 'UTC')::date;
    begin
      -- What is carried was asked and reviewed before: its own trigger compares it with that.
      if tg_op = 'INSERT' and new.carried_from is not null then return new; end if;
      select organisation_id into holder from certificate where id = new.certificate_id;
      if tg_op = 'INSERT' and (new.state <> 'requested' or new.appeal_id is not null or not exists (select 1 from membership
          where account_id = new.asked_by and organisation_id = holder and role = 'recruiter')) then
        raise exception 'a wider scope is asked for by the holder' using errcode = 'integrity_constraint_violation';
      end if;
      -- Nobody answers it here: that its appeal was upheld is asked by its own trigger.
      if tg_op = 'UPDATE' and old.state = 'refused' and new.state = 'audit_needed' then
        return new;
      end if;
      if tg_op = 'UPDATE' and new.state in ('carried', 'ended') then
        if exists (select 1 from certificate c join scheme_version v on v.id = c.scheme_version_id where c.id = new.certificate_id
            and c.status in ('active', 'active_under_watch', 'suspended')
            and c.valid_until + make_interval(months => case when c.status = 'suspended' then 0
              else coalesce((v.terms -> 'clocks' -> 'certificates' ->> 'restorationMonths')::integer, 6) end) >= on_day) then
          raise exception 'a request ends with its certificate alone' using errcode = 'integrity_constraint_violation';
        end if;
        return new;
      end if;
      if tg_op = 'UPDATE' and old.state = 'audit_needed' and exists (select 1 from certification_decision d
          join decision_matter m on m.id = d.matter_id where m.request_id = new.id and d.decided_by = new.answered_by
            and d.decided_at = new.answered_at and (d.outcome = 'granted') = (new.state = 'extended')) then
        return new;
      end if;
      if tg_op = 'UPDATE' and old.state = 'audit_needed' and new.state = 'extended' then
        raise exception 'a scope that was audited is extended by the panel' using errcode = 'integrity_constraint_violation';
      end if;
      if person is not null and (has_tie(person, holder, on_day)
          or not exists (select 1 from membership where account_id = person and role = 'officer')) then
        raise exception 'a wider scope is answered by an officer without a tie to the holder'
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
  `.execute(db);
}
