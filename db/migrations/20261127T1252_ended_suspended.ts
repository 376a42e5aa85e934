import { sql, type Kysely } from 'kysely';

/** What ended while it was suspended counts like a suspension that was not resolved: its holder waits as after a withdrawal. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create or replace function reentry_from(holder uuid) returns date language sql stable as $$
      select case when c.status = 'suspended'
          then (c.valid_until + 1 + make_interval(months => coalesce((v.terms #>> '{clocks,certificates,reentryMonths}')::integer, 12)))::date
          else ((c.since at time zone 'UTC')::date + make_interval(months => case when c.reason_class = 'fraud'
            then coalesce((v.terms #>> '{clocks,certificates,reentryAfterFraudMonths}')::integer, 36)
            else coalesce((v.terms #>> '{clocks,certificates,reentryMonths}')::integer, 12) end))::date end
        from certificate c join scheme_version v on v.id = c.scheme_version_id
        where c.organisation_id = holder and c.status in ('withdrawn', 'suspended') order by c.since desc limit 1
    $$;
  `.execute(db);
}
