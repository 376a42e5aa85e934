import { sql, type Kysely } from 'kysely';

/**
 * Who was told of a complaint: people of the recruiter it was passed to, or auditors of the body that serves it and have no tie
 * to it; while consent stands, and until it is taken back. They read what a caseworker wrote for them and answer that alone.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    create function told_of_complaint(person uuid, entry uuid) returns boolean language sql stable as $$
      select exists (select 1 from complaint_entry e
        join complaint c on c.id = e.complaint_id
        join complaint_decision d on d.complaint_id = e.complaint_id and d.decided_at = e.written_at and d.to_state = 'routed'
        join membership m on m.account_id = person
        where e.id = entry and e.kind = 'disclosure' and c.state <> 'withdrawn' and consents_to(c.id, d.routed_to)
          and ((d.routed_to = 'recruiter' and m.role = 'recruiter' and m.organisation_id = c.organisation_id)
            or (d.routed_to = 'audit_body' and m.role = 'auditor' and not has_tie(person, c.organisation_id)
              and exists (select 1 from serving_body s where s.organisation_id = c.organisation_id
                and s.audit_body_id = m.organisation_id))))
    $$;

    create function require_fitting_complaint_entry() returns trigger language plpgsql as $$
    begin
      if new.kind = 'translation' and not exists (select 1 from complaint_entry where id = new.of_entry
          and kind in ('account', 'section', 'message')) then
        raise exception 'a translation is of what the reporter wrote' using errcode = 'integrity_constraint_violation';
      end if;
      if new.kind = 'response' and not told_of_complaint(new.written_by, new.of_entry) then
        raise exception 'answered by whoever was told of it' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger complaint_entry_fits before insert on complaint_entry for each row
      when (new.kind in ('translation', 'response')) execute function require_fitting_complaint_entry();
  `.execute(db);
}
