import { sql, type Kysely } from 'kysely';

/**
 * From risk to action (domain 3): what a company does about what it found in its chain, who does it until when, what shows
 * it, and whether it worked. Each step is a line that stands.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    -- A company's own files that show something; nobody else's to read.
    create table mapping_paper (
      id uuid primary key default gen_random_uuid(),
      company_id uuid not null,
      company_kind text not null default 'company' check (company_kind = 'company'),
      title text not null check (length(btrim(title)) between 1 and 200),
      filename text not null check (filename <> ''),
      media_type text not null,
      bytes integer not null check (bytes between 1 and 26214400),
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      storage_key text not null unique,
      kept_at timestamptz not null,
      kept_by uuid not null references account (id),
      scan text not null check (scan in ('quarantined', 'clean', 'infected', 'unscanned')),
      scanned_at timestamptz,
      unique (company_id, id),
      foreign key (company_id, company_kind) references organisation (id, kind),
      constraint mapping_paper_scanned check ((scan in ('clean', 'infected')) = (scanned_at is not null))
    );
    create trigger mapping_paper_stands after update on mapping_paper for each row execute function refuse_rewriting('id',
      'company_id', 'title', 'filename', 'media_type', 'bytes', 'sha256', 'storage_key', 'kept_at', 'kept_by');
    create trigger mapping_paper_scanned_once after update on mapping_paper for each row when (old.scan <> 'quarantined')
      execute function refuse_rewriting('scan', 'scanned_at');
    create trigger mapping_paper_kept before delete on mapping_paper for each row execute function refuse_change();
    create trigger mapping_paper_no_truncate before truncate on mapping_paper execute function refuse_change();

    create table mitigation_action (
      id uuid primary key default gen_random_uuid(),
      company_id uuid not null,
      company_kind text not null default 'company' check (company_kind = 'company'),
      -- Null: about the company's whole chain.
      party_id uuid,
      indicator text check (indicator in ('abuse_of_vulnerability', 'deception', 'restriction_of_movement', 'isolation',
        'physical_and_sexual_violence', 'intimidation_and_threats', 'retention_of_identity_documents',
        'withholding_of_wages', 'debt_bondage', 'abusive_working_and_living_conditions', 'excessive_overtime',
        'recruitment_fees', 'child_recruitment')),
      what text not null check (length(btrim(what)) between 10 and 2000),
      module text check (module ~ '^T(0[1-9]|1[0-7])$'),
      -- A colleague, or somebody who has no account here.
      owner_id uuid references account (id),
      owner_name text check (length(btrim(owner_name)) between 1 and 100),
      due_on date not null,
      state text not null default 'planned' check (state in ('planned', 'under_way', 'done', 'effective', 'not_effective')),
      planned_at timestamptz not null,
      planned_by uuid not null references account (id),
      unique (id, company_id),
      foreign key (company_id, company_kind) references organisation (id, kind),
      foreign key (company_id, party_id) references supply_party (company_id, id),
      constraint mitigation_action_owner check (num_nonnulls(owner_id, owner_name) = 1)
    );
    create index mitigation_action_company on mitigation_action (company_id, due_on);
    create index mitigation_action_party on mitigation_action (party_id) where party_id is not null;
    create trigger mitigation_action_step after update on mitigation_action for each row
      execute function refuse_step('state', 'planned>under_way', 'under_way>done', 'done>effective', 'done>not_effective',
        'not_effective>under_way');
    create trigger mitigation_action_identity after update on mitigation_action for each row
      execute function refuse_rewriting('id', 'company_id', 'party_id', 'indicator', 'what', 'module', 'planned_at', 'planned_by');
    create trigger mitigation_action_final after update on mitigation_action for each row when (old.state = 'effective')
      execute function refuse_rewriting();
    create trigger mitigation_action_kept before delete on mitigation_action for each row execute function refuse_change();
    create trigger mitigation_action_no_truncate before truncate on mitigation_action execute function refuse_change();
    create function require_colleague_as_owner() returns trigger language plpgsql as $$
    begin
      if new.owner_id is not null and not exists (select 1 from membership where account_id = new.owner_id
          and organisation_id = new.company_id) then
        raise exception 'an action is owned by somebody of its company' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger mitigation_action_colleague before insert on mitigation_action for each row
      execute function require_colleague_as_owner();
    create trigger mitigation_action_colleague_now before update of owner_id on mitigation_action for each row
      when (new.owner_id is distinct from old.owner_id) execute function require_colleague_as_owner();

    create sequence mitigation_position;
    create table mitigation_step (
      id uuid primary key default gen_random_uuid(),
      position bigint not null unique default nextval('mitigation_position'),
      action_id uuid not null,
      company_id uuid not null,
      kind text not null check (kind in ('planned', 'under_way', 'done', 'effective', 'not_effective', 'evidence', 'changed')),
      note text not null check (length(btrim(note)) between 10 and 2000),
      paper_id uuid,
      -- How high the residual risk is at this step, of 100: by the last score, or as somebody judged it and why.
      risk numeric(5, 2) check (risk between 0 and 100),
      risk_from text check (risk_from in ('score', 'entered')),
      risk_why text check (length(btrim(risk_why)) between 10 and 2000),
      recorded_at timestamptz not null,
      recorded_by uuid not null references account (id),
      foreign key (action_id, company_id) references mitigation_action (id, company_id),
      foreign key (company_id, paper_id) references mapping_paper (company_id, id),
      constraint mitigation_step_risk check ((risk is null) = (risk_from is null)
        and (risk_why is not null) = (risk_from is not distinct from 'entered')),
      constraint mitigation_step_judged check (kind not in ('effective', 'not_effective') or risk is not null),
      constraint mitigation_step_risk_where check (risk is null or kind in ('planned', 'effective', 'not_effective'))
    );
    create index mitigation_step_action on mitigation_step (action_id, position);
    create trigger mitigation_step_append_only before update or delete on mitigation_step
      for each row execute function refuse_change();
    create trigger mitigation_step_no_truncate before truncate on mitigation_step execute function refuse_change();
  `.execute(db);
}
