import { sql, type Kysely } from 'kysely';

/**
 * Stage 2 and a recertification answer every indicator of their standard; and whatever an audit says does not conform is a
 * finding of it that stands (domain 2.4, 2.5). Stage 1 raises what cannot wait alone.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    create function refuse_open_indicators() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from indicator i where i.scheme_version_id = new.scheme_version_id
        and not exists (select 1 from indicator_assessment a
          where a.audit_id = new.id and a.indicator_code = i.code and a.conformity <> 'come_back')) then
        raise exception 'audit %: an indicator has no answer', new.reference using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger audit_unanswered_indicators after update on audit for each row
      when (old.state = 'in_progress' and new.state = 'fieldwork_done' and new.type in ('stage2', 'recertification'))
      execute function refuse_open_indicators();

    create function refuse_unfound() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from indicator_assessment a where a.audit_id = new.id and a.conformity = 'does_not_conform'
        and not exists (select 1 from finding f
          where f.audit_id = new.id and f.indicator_code = a.indicator_code and f.state <> 'withdrawn')) then
        raise exception 'audit %: what does not conform is not a finding yet', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger audit_unfound after update on audit for each row
      when (old.state = 'in_progress' and new.state = 'fieldwork_done' and new.type <> 'stage1') execute function refuse_unfound();
  `.execute(db);
}
