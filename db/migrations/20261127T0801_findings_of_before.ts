import { sql, type Kysely } from 'kysely';

/**
 * Findings of before their verification and their containment had to be whole: completed from what else was kept of them,
 * and half a verification where none was needed is none. What nobody kept is not made up: those rows stay as they are.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    alter table finding disable trigger user;

    -- Who took the evidence, and when, stands with the evidence too.
    update finding set verified_at = coalesce(verified_at, taken.answered_at), verified_by = coalesce(verified_by, taken.answered_by)
      from (select distinct on (finding_id) finding_id, answered_at, answered_by from finding_evidence
        where answer = 'verified' order by finding_id, round desc) taken
      where taken.finding_id = finding.id and state = 'closed' and verification_method is not null and num_nulls(verified_at, verified_by) > 0;
    -- A minor finding keeps who closed it and when; all others without an end were not verified yet.
    update finding set verified_at = null, verified_by = null, verification_method = null
      where num_nonnulls(verified_at, verified_by, verification_method) between 1 and 2
        and state <> 'verified' and (state <> 'closed' or grade not in ('critical', 'major'));

    -- That harm was stopped was told on its day.
    update finding set contained_at = told.at
      from (select subject, min(occurred_at) as at from event where type = 'finding.contained' group by subject) told
      where told.subject = finding.id and contained_at is null and containment is not null;
    update finding set containment = 'The words of the time were not kept.'
      where contained_at is not null and containment is null;

    alter table finding enable trigger user;
  `.execute(db);
}
