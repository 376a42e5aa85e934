import { sql, type Kysely } from 'kysely';

/** A special audit that a fact proposes, and what an officer answers: it is ordered, or not and why (domain 2.8 b). */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table audit_proposal (
      id uuid primary key default gen_random_uuid(),
      certificate_id uuid not null references certificate (id),
      trigger text not null check (trigger in ('licence_sanction')),
      -- What the fact is about; the same fact proposes once.
      licence_id uuid not null references licence (id),
      proposed_at timestamptz not null,
      outcome text check (outcome in ('ordered', 'dismissed')),
      entry_id uuid references audit_programme_entry (id),
      reasons text check (length(btrim(reasons)) >= 10),
      answered_at timestamptz,
      answered_by uuid references account (id),
      unique (certificate_id, licence_id, proposed_at),
      constraint audit_proposal_answer check (case outcome
        when 'ordered' then num_nonnulls(entry_id, answered_at, answered_by) = 3 and reasons is null
        when 'dismissed' then num_nonnulls(reasons, answered_at, answered_by) = 3 and entry_id is null
        else num_nonnulls(entry_id, reasons, answered_at, answered_by) = 0 end)
    );
    create unique index audit_proposal_open on audit_proposal (certificate_id, licence_id) where outcome is null;
    create index audit_proposal_waiting on audit_proposal (proposed_at) where outcome is null;
    create trigger audit_proposal_identity after update on audit_proposal for each row
      execute function refuse_rewriting('id', 'certificate_id', 'trigger', 'licence_id', 'proposed_at');
    create trigger audit_proposal_final after update on audit_proposal for each row when (old.outcome is not null)
      execute function refuse_rewriting();
    create trigger audit_proposal_kept before delete on audit_proposal for each row execute function refuse_change();
    create trigger audit_proposal_no_truncate before truncate on audit_proposal execute function refuse_change();

    create function require_officer_for_proposal() returns trigger language plpgsql as $$
    begin
      if new.answered_by is not null
        and not exists (select 1 from membership where account_id = new.answered_by and role = 'officer') then
        raise exception 'what was proposed is answered by officers of the scheme' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger audit_proposal_by_officer before insert or update on audit_proposal
      for each row execute function require_officer_for_proposal();
  `.execute(db);
}
