import { sql, type Kysely } from 'kysely';

/** A surveillance looks at something of each principle, or it is said why it did not (domain 2.4, 2.6). */
export async function up(db: Kysely<unknown>) {
  await sql`
    alter table audit add column coverage_reasons text,
      add constraint audit_coverage_reasons check (coverage_reasons is null
        or fieldwork_done_at is not null and length(btrim(coverage_reasons)) between 20 and 10000);
    create trigger audit_coverage_reasons_stand after update of coverage_reasons on audit for each row
      when (old.state <> 'in_progress' or new.state <> 'fieldwork_done') execute function refuse_rewriting('coverage_reasons');

    -- Principles of an audit's standard of which no indicator has an answer.
    create function unseen_principles(one uuid) returns setof text language sql stable as $$
      select p.title from audit a join principle p on p.scheme_version_id = a.scheme_version_id
      where a.id = one and not exists (select 1 from criterion c
        join indicator i on i.scheme_version_id = c.scheme_version_id and i.criterion_code = c.code
        join indicator_assessment s on s.audit_id = a.id and s.indicator_code = i.code and s.conformity <> 'come_back'
        where c.scheme_version_id = p.scheme_version_id and c.principle_code = p.code)
      order by p.position
    $$;
    create function require_principles_seen() returns trigger language plpgsql as $$
    begin
      if (new.type = 'surveillance' and exists (select 1 from unseen_principles(new.id))) <> (new.coverage_reasons is not null) then
        raise exception 'audit %: a surveillance that leaves a principle out has reasons, and nothing else has', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger audit_principles_seen after update on audit for each row
      when (old.state = 'in_progress' and new.state = 'fieldwork_done') execute function require_principles_seen();
  `.execute(db);
}
