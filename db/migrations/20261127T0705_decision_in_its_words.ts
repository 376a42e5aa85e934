import { sql, type Kysely } from 'kysely';

/** What a decision keeps in words is what its votes say, and whom it is about: nobody records names or reasons of their own. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create function require_words_of_votes() returns trigger language plpgsql as $$
    declare carried text; latest timestamptz;
    begin
      if new.organisation_name is distinct from (select name from organisation where id = new.organisation_id)
        or new.application_reference is distinct from (select reference from application where id = new.application_id) then
        raise exception 'a decision names its recruiter and its application' using errcode = 'integrity_constraint_violation';
      end if;
      select string_agg(v.reasons, E'\\n\\n' order by v.cast_at, v.id) filter (where (v.vote = 'refuse') = (new.outcome = 'refused')),
          max(v.cast_at) into carried, latest
        from decision_vote v where v.matter_id = new.matter_id and v.package_sha256 = new.package_sha256
          and still_counts(new.matter_id, v.account_id, new.decided_at);
      if new.reasons is distinct from carried then
        raise exception 'a decision gives the reasons of the votes that carried it' using errcode = 'integrity_constraint_violation';
      end if;
      if not exists (select 1 from decision_vote v where v.matter_id = new.matter_id and v.package_sha256 = new.package_sha256
          and v.account_id = new.decided_by and v.cast_at = latest and new.decided_at = latest) then
        raise exception 'a decision is made by the vote that settled it, as it is cast' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create constraint trigger certification_decision_worded after insert on certification_decision
      deferrable initially deferred for each row execute function require_words_of_votes();
  `.execute(db);
}
