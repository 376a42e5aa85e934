import { sql, type Kysely } from 'kysely';

/** After an appeal the last finding counts: what was not found to be so in the end brings no audit. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create function last_outcome(complaint uuid, before timestamptz) returns text language sql stable as $$
      select outcome from complaint_decision d where d.complaint_id = complaint and d.outcome is not null and d.decided_at <= before
      order by position desc limit 1
    $$;
    create or replace function is_severe_harm(complaint uuid) returns boolean language sql stable as $$
      select exists (select 1 from complaint c
        where c.id = complaint and c.severe and last_outcome(c.id, 'infinity') in ('substantiated', 'partly_substantiated'))
    $$;
    create or replace function complaints_unanswered(before timestamptz) returns setof uuid language sql stable as $$
      select c.id from complaint c
      where c.severe and c.organisation_id is not null
        and last_outcome(c.id, before) in ('substantiated', 'partly_substantiated')
        and not exists (select 1 from complaint_audit a where a.complaint_id = c.id)
        and exists (select 1 from certificate h join audit_programme p on p.certificate_id = h.id
          where h.organisation_id = c.organisation_id and h.status in ('active', 'active_under_watch', 'suspended')
            and h.valid_until >= (before at time zone 'UTC')::date)
    $$;
  `.execute(db);
}
