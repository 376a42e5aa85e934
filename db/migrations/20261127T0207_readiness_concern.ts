import { sql, type Kysely } from 'kysely';

/** Concerns stage 1 names when it lets stage 2 begin: each looked at there, and closed with a note. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table readiness_concern (
      id uuid primary key default gen_random_uuid(),
      audit_id uuid not null references audit (id),
      application_id uuid not null references application (id),
      scheme_version_id text not null,
      indicator_code text not null,
      concern text not null check (length(btrim(concern)) >= 10),
      raised_at timestamptz not null,
      raised_by uuid not null references account (id),
      closed_in uuid references audit (id),
      note text check (length(btrim(note)) >= 10),
      closed_at timestamptz,
      closed_by uuid references account (id),
      foreign key (scheme_version_id, indicator_code) references indicator (scheme_version_id, code),
      constraint readiness_concern_closed check (num_nonnulls(closed_in, note, closed_at, closed_by) in (0, 4))
    );
    create index readiness_concern_audit on readiness_concern (audit_id);
    create index readiness_concern_application on readiness_concern (application_id);

    create function require_ground_for_concern() returns trigger language plpgsql as $$
    begin
      if tg_op = 'INSERT' and not exists (select 1 from audit a join audit_team_member m on m.audit_id = a.id and m.account_id = new.raised_by
        where a.id = new.audit_id and a.application_id = new.application_id and a.type = 'stage1' and a.state = 'fieldwork_done') then
        raise exception 'concerns are named by the team of stage 1, before its outcome' using errcode = 'integrity_constraint_violation';
      end if;
      if new.closed_in is not null and not exists (select 1 from audit a join audit_team_member m on m.audit_id = a.id and m.account_id = new.closed_by
        where a.id = new.closed_in and a.application_id = new.application_id and a.type = 'stage2' and a.state = 'in_progress') then
        raise exception 'concerns are closed by the team of stage 2, in its fieldwork' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger readiness_concern_ground before insert or update on readiness_concern
      for each row execute function require_ground_for_concern();
    create trigger readiness_concern_identity after update on readiness_concern for each row execute function
      refuse_rewriting('id', 'audit_id', 'application_id', 'scheme_version_id', 'indicator_code', 'concern', 'raised_at', 'raised_by');
    create trigger readiness_concern_stays_closed after update on readiness_concern for each row
      when (old.closed_at is not null) execute function refuse_rewriting();
    create trigger readiness_concern_kept before delete on readiness_concern for each row execute function refuse_change();
    create trigger readiness_concern_no_truncate before truncate on readiness_concern execute function refuse_change();

    create function require_concerns() returns trigger language plpgsql as $$
    declare named boolean := exists (select 1 from readiness_concern where audit_id = new.id);
    begin
      if new.readiness = 'ready_with_concerns' and not named or new.readiness = 'ready' and named then
        raise exception 'audit %: who is ready with concerns has some, who is ready has none', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger audit_names_concerns after update on audit for each row
      when (old.readiness is null and new.readiness is not null) execute function require_concerns();

    create function refuse_open_concerns() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from readiness_concern c join audit a on a.id = c.audit_id and a.readiness = 'ready_with_concerns'
        where c.application_id = new.application_id and c.closed_at is null) then
        raise exception 'audit %: a concern of stage 1 was not looked at', new.reference using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger audit_concerns_closed after update on audit for each row
      when (old.state = 'in_progress' and new.state = 'fieldwork_done' and new.type = 'stage2') execute function refuse_open_concerns();
  `.execute(db);
}
