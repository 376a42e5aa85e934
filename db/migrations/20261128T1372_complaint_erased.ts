import { sql, type Kysely } from 'kysely';

/** The reasons of a decision say what a case was about: they go with what was written, and with nothing else of the decision. */
export async function up(db: Kysely<unknown>) {
  await sql`
    alter table complaint_decision
      drop constraint complaint_decision_reasons,
      add constraint complaint_decision_reasons check (decided_by is not null or reasons is null);
    drop trigger complaint_decision_stands on complaint_decision;
    create trigger complaint_decision_stands before delete on complaint_decision for each row execute function refuse_change();
    create trigger complaint_decision_identity after update on complaint_decision for each row
      execute function refuse_rewriting('id', 'complaint_id', 'position', 'from_state', 'to_state', 'decided_at', 'decided_by',
        'routed_to', 'by_necessity', 'outcome');

    create function require_reasons_until_erased() returns trigger language plpgsql as $$
    begin
      if tg_op = 'INSERT' and new.decided_by is not null and new.reasons is null then
        raise exception 'whoever decides says why' using errcode = 'integrity_constraint_violation', constraint = 'complaint_decision_reasons';
      end if;
      if tg_op = 'UPDATE' and (new.reasons is not null or not exists (select 1 from complaint where id = new.complaint_id
          and erase_on <= (now() at time zone 'UTC')::date)) then
        raise exception 'reasons stand until their case is erased' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger complaint_decision_why before insert or update of reasons on complaint_decision
      for each row execute function require_reasons_until_erased();

    -- Erased is erased: nothing is left of it, and nothing is added.
    create function require_nothing_left() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from complaint_entry where complaint_id = new.id)
        or exists (select 1 from complaint_file where complaint_id = new.id)
        or exists (select 1 from complaint_decision where complaint_id = new.id and reasons is not null) then
        raise exception 'complaint %: erased, and something is left of it', new.number using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger complaint_is_erased before update on complaint for each row
      when (old.erased_at is null and new.erased_at is not null) execute function require_nothing_left();
    create trigger complaint_erased_once after update on complaint for each row
      when (old.erased_at is not null) execute function refuse_rewriting('erased_at', 'erase_on', 'state');
  `.execute(db);
}
