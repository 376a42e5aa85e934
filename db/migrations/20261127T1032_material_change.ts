import { sql, type Kysely } from 'kysely';

/** A change in the agency that its holder tells of, and the special audit it proposes (domain 2.8 b). */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table material_change (
      id uuid primary key default gen_random_uuid(),
      certificate_id uuid not null references certificate (id),
      kind text not null check (kind in ('ownership', 'management', 'licence', 'offices', 'corridors', 'partners', 'charges')),
      changed_on date not null,
      what text not null check (length(btrim(what)) >= 20),
      reported_at timestamptz not null,
      reported_by uuid not null references account (id),
      constraint material_change_not_far check (changed_on <= ((reported_at at time zone 'UTC')::date + interval '12 months')::date)
    );
    create index material_change_certificate on material_change (certificate_id, reported_at);
    create trigger material_change_append_only before update or delete on material_change
      for each row execute function refuse_change();
    create trigger material_change_no_truncate before truncate on material_change execute function refuse_change();

    create function require_change_by_holder() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from certificate c join membership m on m.organisation_id = c.organisation_id
          where c.id = new.certificate_id and m.account_id = new.reported_by and m.role = 'recruiter') then
        raise exception 'a change is told by the holder' using errcode = 'integrity_constraint_violation';
      end if;
      if not exists (select 1 from certificate where id = new.certificate_id and status in ('active', 'active_under_watch', 'suspended')
          and valid_until >= (new.reported_at at time zone 'UTC')::date) then
        raise exception 'a change is told of a certificate that stands' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger material_change_by_holder before insert on material_change
      for each row execute function require_change_by_holder();

    drop trigger audit_proposal_identity on audit_proposal;
    alter table audit_proposal
      drop constraint audit_proposal_cause,
      add column change_id uuid references material_change (id),
      add constraint audit_proposal_cause check (num_nonnulls(licence_id, misuse_id, draw_id, change_id) = 1 and case trigger
        when 'licence_sanction' then licence_id is not null
        when 'claims_misused' then misuse_id is not null
        when 'random_draw' then draw_id is not null
        when 'material_change' then change_id is not null
        else false end);
    create trigger audit_proposal_identity after update on audit_proposal for each row
      execute function refuse_rewriting('id', 'certificate_id', 'trigger', 'licence_id', 'misuse_id', 'draw_id', 'change_id', 'proposed_at');
    create unique index audit_proposal_of_change on audit_proposal (change_id);

    create function require_change_of_holder() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from material_change m where m.id = new.change_id
          and m.certificate_id in (select certificates_before(new.certificate_id))) then
        raise exception 'a change proposes an audit of its own certificate' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger audit_proposal_of_own_change before insert on audit_proposal for each row
      when (new.change_id is not null) execute function require_change_of_holder();
  `.execute(db);
}
