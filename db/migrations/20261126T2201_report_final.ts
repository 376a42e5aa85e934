import { sql, type Kysely } from 'kysely';

/** The report as it was approved, for good, and its PDF; what the second person and stage 2 need besides (domain 2.8 b). */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table audit_report (
      audit_id uuid not null references audit (id),
      version integer not null check (version > 0),
      content jsonb not null,
      public_summary text not null check (public_summary <> ''),
      finalised_at timestamptz not null,
      finalised_by uuid not null references account (id),
      primary key (audit_id, version)
    );
    create function require_approval_of_report() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from audit a join audit_report_draft d on d.audit_id = a.id
        where a.id = new.audit_id and a.state = 'report_final' and a.reviewed_by = new.finalised_by
          and d.public_summary = new.public_summary) then
        raise exception 'the report of audit % is kept as its reviewer approved it', new.audit_id
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger audit_report_approved before insert on audit_report
      for each row execute function require_approval_of_report();
    create trigger audit_report_append_only before update or delete on audit_report
      for each row execute function refuse_change();
    create trigger audit_report_no_truncate before truncate on audit_report execute function refuse_change();

    create table audit_report_file (
      audit_id uuid not null,
      version integer not null,
      storage_key text not null unique,
      bytes integer not null check (bytes > 0),
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      made_at timestamptz not null,
      primary key (audit_id, version),
      foreign key (audit_id, version) references audit_report (audit_id, version)
    );
    create trigger audit_report_file_append_only before update or delete on audit_report_file
      for each row execute function refuse_change();
    create trigger audit_report_file_no_truncate before truncate on audit_report_file execute function refuse_change();

    create function require_kept_report() returns trigger language plpgsql as $$
    begin
      if old.state = 'report_final' and not exists (select 1 from audit_report r where r.audit_id = new.id) then
        raise exception 'audit %: its final report is not kept', new.reference using errcode = 'integrity_constraint_violation';
      end if;
      if new.state = 'report_final' and has_tie(new.reviewed_by, new.organisation_id, (new.reviewed_at at time zone 'UTC')::date) then
        raise exception 'audit %: nobody with a tie to the recruiter reviews its report', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      if new.type = 'stage2' and new.state = 'in_progress' and coalesce((select a.state <> 'closed' or a.readiness = 'not_ready'
        from audit a where a.application_id = new.application_id and a.type = 'stage1' and a.state <> 'cancelled'
        order by a.scheduled_at desc limit 1), true) then
        raise exception 'audit %: stage 2 begins when stage 1 is closed and not with “not ready”', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger audit_report_kept after update on audit for each row when (old.state <> new.state)
      execute function require_kept_report();
  `.execute(db);
}
