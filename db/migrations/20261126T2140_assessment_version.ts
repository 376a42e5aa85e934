import { sql, type Kysely } from 'kysely';

/** Every wording of an assessment, what came from devices that were away, and how conflicts ended. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table assessment_version (
      audit_id uuid not null references audit (id),
      indicator_code text not null,
      revision integer not null check (revision > 0),
      conformity text not null check (conformity in ('conforms', 'does_not_conform', 'not_applicable', 'come_back')),
      note text not null,
      evidence text not null,
      assessed_at timestamptz not null,
      assessed_by uuid not null references account (id),
      primary key (audit_id, indicator_code, revision)
    );
    insert into assessment_version
      select audit_id, indicator_code, revision, conformity, note, evidence, assessed_at, assessed_by from indicator_assessment;

    create function keep_assessment_version() returns trigger language plpgsql as $$
    begin
      if new.revision <> (case tg_op when 'INSERT' then 1 else old.revision + 1 end) then
        raise exception 'indicator %: every wording is a revision of its own', new.indicator_code
          using errcode = 'integrity_constraint_violation';
      end if;
      insert into assessment_version (audit_id, indicator_code, revision, conformity, note, evidence, assessed_at, assessed_by)
        values (new.audit_id, new.indicator_code, new.revision, new.conformity, new.note, new.evidence, new.assessed_at, new.assessed_by);
      return null;
    end $$;
    create trigger indicator_assessment_version after insert or update on indicator_assessment
      for each row execute function keep_assessment_version();
    create trigger indicator_assessment_identity after update on indicator_assessment for each row
      execute function refuse_rewriting('audit_id', 'scheme_version_id', 'indicator_code');
    create trigger indicator_assessment_kept before delete on indicator_assessment
      for each row execute function refuse_change();
    create trigger indicator_assessment_no_truncate before truncate on indicator_assessment execute function refuse_change();

    create function require_standing_assessment() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from indicator_assessment a where a.audit_id = new.audit_id and a.indicator_code = new.indicator_code
        and (a.revision, a.conformity, a.note, a.evidence, a.assessed_by)
          = (new.revision, new.conformity, new.note, new.evidence, new.assessed_by)) then
        raise exception 'a version is what the assessment of indicator % says', new.indicator_code
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger assessment_version_said before insert on assessment_version
      for each row execute function require_standing_assessment();
    create trigger assessment_version_append_only before update or delete on assessment_version
      for each row execute function refuse_change();
    create trigger assessment_version_no_truncate before truncate on assessment_version execute function refuse_change();

    -- One edit made on a device, each taken once; seq is the device's own count, its clock is only told.
    create table fieldwork_operation (
      id uuid primary key,
      audit_id uuid not null references audit (id),
      device uuid not null,
      seq integer not null check (seq > 0),
      account_id uuid not null references account (id),
      indicator_code text not null,
      conformity text not null check (conformity in ('conforms', 'does_not_conform', 'not_applicable', 'come_back')),
      note text not null,
      evidence text not null,
      base integer not null check (base >= 0),
      made_at timestamptz not null,
      applied_at timestamptz not null,
      outcome text not null check (outcome in ('applied', 'conflict', 'refused')),
      -- What it became, or what it met.
      revision integer,
      refusal text,
      unique (audit_id, device, seq),
      foreign key (audit_id, indicator_code, revision) references assessment_version (audit_id, indicator_code, revision),
      constraint fieldwork_operation_outcome check ((outcome = 'refused') = (refusal is not null)
        and (outcome = 'refused') = (revision is null))
    );
    create index fieldwork_operation_indicator on fieldwork_operation (audit_id, indicator_code) where outcome = 'conflict';

    create function require_order_of_operations() returns trigger language plpgsql as $$
    begin
      if new.seq <> coalesce((select max(seq) from fieldwork_operation
        where audit_id = new.audit_id and device = new.device), 0) + 1 then
        raise exception 'device %: operation % is out of order', new.device, new.seq using errcode = 'integrity_constraint_violation';
      end if;
      if not exists (select 1 from audit_team_member m where m.audit_id = new.audit_id and m.account_id = new.account_id) then
        raise exception 'only the audit team works on an audit' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger fieldwork_operation_in_order before insert on fieldwork_operation
      for each row execute function require_order_of_operations();
    create trigger fieldwork_operation_append_only before update or delete on fieldwork_operation
      for each row execute function refuse_change();
    create trigger fieldwork_operation_no_truncate before truncate on fieldwork_operation execute function refuse_change();

    -- A person compared both and said what holds: the revision that follows.
    create table fieldwork_resolution (
      operation_id uuid primary key references fieldwork_operation (id),
      audit_id uuid not null references audit (id),
      indicator_code text not null,
      revision integer not null,
      choice text not null check (choice in ('taken', 'not_taken', 'merged')),
      resolved_at timestamptz not null,
      resolved_by uuid not null references account (id),
      foreign key (audit_id, indicator_code, revision) references assessment_version (audit_id, indicator_code, revision)
    );
    create function require_conflict() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from fieldwork_operation o where o.id = new.operation_id and o.outcome = 'conflict'
        and o.audit_id = new.audit_id and o.indicator_code = new.indicator_code and o.revision < new.revision) then
        raise exception 'operation % is no conflict of this indicator', new.operation_id
          using errcode = 'integrity_constraint_violation';
      end if;
      if not exists (select 1 from audit_team_member m where m.audit_id = new.audit_id and m.account_id = new.resolved_by) then
        raise exception 'only the audit team works on an audit' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger fieldwork_resolution_of_conflict before insert on fieldwork_resolution
      for each row execute function require_conflict();
    create trigger fieldwork_resolution_in_fieldwork before insert on fieldwork_resolution
      for each row execute function refuse_outside_fieldwork();
    create trigger fieldwork_resolution_append_only before update or delete on fieldwork_resolution
      for each row execute function refuse_change();
    create trigger fieldwork_resolution_no_truncate before truncate on fieldwork_resolution execute function refuse_change();

    create function refuse_open_conflicts() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from fieldwork_operation o left join fieldwork_resolution r on r.operation_id = o.id
        where o.audit_id = new.id and o.outcome = 'conflict' and r.operation_id is null) then
        raise exception 'audit %: fieldwork does not close over a conflict', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger audit_conflicts_resolved after update on audit for each row
      when (old.state = 'in_progress' and new.state = 'fieldwork_done') execute function refuse_open_conflicts();
  `.execute(db);
}
