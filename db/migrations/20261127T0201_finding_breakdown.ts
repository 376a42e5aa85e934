import { sql, type Kysely } from 'kysely';

/** Many minors equal a breakdown: three on one criterion suggest a major, which the team raises or says why not (domain 2.8 c). */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table finding_breakdown (
      id uuid primary key default gen_random_uuid(),
      audit_id uuid not null references audit (id),
      scheme_version_id text not null,
      criterion_code text not null,
      outcome text not null check (outcome in ('major', 'kept')),
      reason text check (length(btrim(reason)) >= 10),
      major_id uuid unique references finding (id),
      answered_at timestamptz not null,
      answered_by uuid not null references account (id),
      foreign key (scheme_version_id, criterion_code) references criterion (scheme_version_id, code),
      constraint finding_breakdown_shape check ((outcome = 'major') = (major_id is not null) and (outcome = 'kept') = (reason is not null))
    );
    create index finding_breakdown_audit on finding_breakdown (audit_id, criterion_code);
    -- The minors an answer speaks of.
    create table finding_breakdown_minor (
      breakdown_id uuid not null references finding_breakdown (id),
      finding_id uuid not null references finding (id),
      primary key (breakdown_id, finding_id)
    );
    create index finding_breakdown_minor_finding on finding_breakdown_minor (finding_id);

    -- Audits of one certificate, and before the first certificate and under it both stages.
    create function audits_of_cycle(one uuid) returns setof uuid language sql stable as $$
      select other.id from audit this
        join audit other on other.application_id = this.application_id and other.scheme_version_id = this.scheme_version_id
        left join certificate c on c.id = this.certificate_id
      where this.id = one and (other.certificate_id is not distinct from this.certificate_id
        or other.certificate_id is null and c.id is not null and c.previous_id is null)
    $$;

    -- Criteria of an audit with three minors or more that nobody answered yet, or not all of them.
    create function open_breakdowns(one uuid) returns table (criterion_code text, minors uuid[]) language sql stable as $$
      select told.criterion_code, told.minors from (
        select i.criterion_code, array_agg(f.id) as minors, bool_or(f.audit_id = one) as here
        from finding f join indicator i on i.scheme_version_id = f.scheme_version_id and i.code = f.indicator_code
        where f.audit_id in (select audits_of_cycle(one)) and f.grade = 'minor' and f.state <> 'withdrawn'
        group by i.criterion_code having count(*) >= 3
      ) told
      where told.here
        and not exists (select 1 from finding_regrade r join finding g on g.id = r.finding_id
          join indicator i on i.scheme_version_id = g.scheme_version_id and i.code = g.indicator_code
          where g.audit_id = one and i.criterion_code = told.criterion_code and g.state <> 'withdrawn'
            and r.outcome = 'approved' and r.from_grade = 'minor' and g.grade in ('major', 'critical'))
        and not exists (select 1 from finding_breakdown b left join finding m on m.id = b.major_id
          where b.audit_id = one and b.criterion_code = told.criterion_code and m.state is distinct from 'withdrawn'
            and told.minors <@ (select array_agg(n.finding_id) from finding_breakdown_minor n where n.breakdown_id = b.id))
    $$;

    create function require_ground_for_breakdown() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from audit a join audit_team_member m on m.audit_id = a.id and m.account_id = new.answered_by
        where a.id = new.audit_id and a.scheme_version_id = new.scheme_version_id
          and a.state in ('in_progress', 'fieldwork_done', 'report_draft')) then
        raise exception 'what three minors mean is said by the audit team, before the report is sent'
          using errcode = 'integrity_constraint_violation';
      end if;
      if not exists (select 1 from open_breakdowns(new.audit_id) o where o.criterion_code = new.criterion_code) then
        raise exception 'criterion % has no three minors that wait for an answer', new.criterion_code
          using errcode = 'integrity_constraint_violation';
      end if;
      if new.major_id is not null and not exists (select 1 from finding f
        join indicator i on i.scheme_version_id = f.scheme_version_id and i.code = f.indicator_code
        where f.id = new.major_id and f.audit_id = new.audit_id and f.grade in ('major', 'critical')
          and i.criterion_code = new.criterion_code and f.state <> 'withdrawn') then
        raise exception 'the major is one of this audit, on this criterion' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger finding_breakdown_ground before insert on finding_breakdown
      for each row execute function require_ground_for_breakdown();

    create function require_minor_of_breakdown() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from finding_breakdown b join finding f on f.id = new.finding_id
        join indicator i on i.scheme_version_id = f.scheme_version_id and i.code = f.indicator_code
        where b.id = new.breakdown_id and f.grade = 'minor' and f.state <> 'withdrawn'
          and i.criterion_code = b.criterion_code and f.audit_id in (select audits_of_cycle(b.audit_id))) then
        raise exception 'a breakdown is of minors on its criterion, in its cycle' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger finding_breakdown_minor_ground before insert on finding_breakdown_minor
      for each row execute function require_minor_of_breakdown();

    create trigger finding_breakdown_append_only before update or delete on finding_breakdown
      for each row execute function refuse_change();
    create trigger finding_breakdown_no_truncate before truncate on finding_breakdown execute function refuse_change();
    create trigger finding_breakdown_minor_append_only before update or delete on finding_breakdown_minor
      for each row execute function refuse_change();
    create trigger finding_breakdown_minor_no_truncate before truncate on finding_breakdown_minor execute function refuse_change();

    create function refuse_open_breakdowns() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from open_breakdowns(new.id)) then
        raise exception 'audit %: three minors on one criterion suggest a major, and nobody answered', new.id
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger audit_breakdowns_answered before update on audit for each row
      when (old.state = 'report_draft' and new.state = 'fact_check') execute function refuse_open_breakdowns();
  `.execute(db);
}
