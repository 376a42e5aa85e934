import { sql, type Kysely } from 'kysely';

/**
 * What was postponed and is not planned again by its day counts as refused (domain 2.8 b): after its last day alone, and as
 * it was announced. Until then a fair postponement is nobody's refusal.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table audit_postponement_notice (
      audit_id uuid not null references audit (id),
      step integer not null check (step in (7, 30)),
      told_at timestamptz not null,
      primary key (audit_id, step)
    );
    create trigger audit_postponement_notice_append_only before update or delete on audit_postponement_notice
      for each row execute function refuse_change();
    create trigger audit_postponement_notice_no_truncate before truncate on audit_postponement_notice execute function refuse_change();
    create function require_ending_postponement() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from audit a where a.id = new.audit_id and a.state = 'postponed'
          and a.postponed_until <= (new.told_at at time zone 'UTC')::date + new.step) then
        raise exception 'the end of a postponement is announced when it comes'
          using errcode = 'integrity_constraint_violation', constraint = 'audit_postponement_notice_in_time';
      end if;
      return new;
    end $$;
    create trigger audit_postponement_notice_in_time before insert on audit_postponement_notice
      for each row execute function require_ending_postponement();
    create index audit_postponed on audit (id, postponed_until) where state = 'postponed';

    create function require_ended_postponement() returns trigger language plpgsql as $$
    declare refused date := (new.refused_at at time zone 'UTC')::date;
    begin
      if (old.postponed_until < refused and exists (select 1 from audit_postponement_notice n
          where n.audit_id = new.id and n.step = 7 and (n.told_at at time zone 'UTC')::date + 7 <= refused)) is not true then
        raise exception 'audit %: what is postponed is refused after its last day alone, as announced', new.reference
          using errcode = 'integrity_constraint_violation', constraint = 'audit_postponement_ended';
      end if;
      return null;
    end $$;
    create trigger audit_postponement_ended after update on audit for each row
      when (old.state = 'postponed' and new.state = 'refused_by_auditee') execute function require_ended_postponement();
  `.execute(db);
}
