import { sql, type Kysely } from 'kysely';

/**
 * Harm to workers does not get lost: an observation on what nobody finds without a worker having paid is marked as a fee
 * once it is graded higher, and a correction that did not last is raised again with the harm it was raised for.
 */
export async function up(db: Kysely<unknown>) {
  await fees(db);
  await repeated(db);
}

const fees = (db: Kysely<unknown>) =>
  sql`
    -- The critical indicators of the principle that nobody pays.
    create function is_fee_indicator(version text, indicator_code text) returns boolean language sql stable as $$
      select exists (select 1 from indicator i
        join criterion c on c.scheme_version_id = i.scheme_version_id and c.code = i.criterion_code
        where i.scheme_version_id = version and i.code = indicator_code
          and c.principle_code = '1' and i.default_grade = 'critical')
    $$;
    create or replace function require_harm_of_finding() returns trigger language plpgsql as $$
    begin
      if new.harm is distinct from 'fee_charged' and new.grade <> 'observation'
          and is_fee_indicator(new.scheme_version_id, new.indicator_code) then
        raise exception 'a finding on indicator % is harm to workers: a fee was charged', new.indicator_code
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger finding_harm_follows_grade after update on finding for each row
      when (old.grade is distinct from new.grade) execute function require_harm_of_finding();

    drop trigger finding_harm_stands on finding;
    -- As before, but for the payment, which a check ties to the harm.
    drop trigger finding_measured on finding;
    create trigger finding_measured after update on finding for each row execute function refuse_rewriting(
      'requirement_kind', 'law_instrument', 'law_place', 'declaration_version', 'declaration_question', 'declaration_answer',
      'repeats_id');
    create function refuse_other_harm() returns trigger language plpgsql as $$
    begin
      if not (old.harm is null and new.harm = 'fee_charged' and old.grade = 'observation' and new.grade <> 'observation'
          and is_fee_indicator(new.scheme_version_id, new.indicator_code)) then
        raise exception 'finding: harm stands as it is' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger finding_harm_stands after update on finding for each row
      when (old.harm is distinct from new.harm) execute function refuse_other_harm();
  `.execute(db);

const repeated = (db: Kysely<unknown>) =>
  sql`
    create function require_harm_again() returns trigger language plpgsql as $$
    begin
      if (select f.harm from finding f where f.id = new.finding_id)
          is distinct from (select r.harm from finding r where r.id = new.reopened_id)
          and (select f.harm from finding f where f.id = new.finding_id) is not null then
        raise exception 'what did not last is raised again with the harm it was raised for'
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger finding_effectiveness_keeps_harm before insert on finding_effectiveness for each row
      when (new.reopened_id is not null) execute function require_harm_again();
  `.execute(db);
