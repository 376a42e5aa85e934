import { sql, type Kysely } from 'kysely';

import type { DB } from '../schema.ts';

/** Agencies of a few countries, most of one; applications in every state of a review. Triggers and keys stay out of it. */
export async function fillWithApplications(db: Kysely<DB>, applications: number) {
  const officer = crypto.randomUUID();
  await db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    await sql`insert into organisation (id, kind, name, country, created_at)
      select md5(n::text)::uuid, 'recruiter', 'Agency ' || n,
        case when n % 10 < 7 then 'NP' when n % 500 = 8 then 'LK' else 'PH' end, now()
      from generate_series(1, ${sql.lit(applications)}) n`.execute(trx);
    await sql`insert into account (id, email, name, password_hash, created_at, verified_at)
      values (${officer}::uuid, 'bench@scheme.example', 'An officer', '$argon2id$none', now(), now())`.execute(
      trx,
    );
    await sql`insert into application (organisation_id, country, scheme_version_id, state, started_at, started_by,
        submitted_at, payment_due_on, paid_at, review_due_on, answer_by, rejected_at, assigned_to)
      select md5(n::text)::uuid, case when n % 10 < 7 then 'NP' when n % 500 = 8 then 'LK' else 'PH' end, 'bench',
        state, now(), ${officer}::uuid, now(), current_date + n % 60 - 10, now(), current_date + n % 40 - 10,
        current_date + n % 90 - 10, case state when 'rejected' then now() end, case when n % 50 = 0 then ${officer}::uuid end
      from generate_series(1, ${sql.lit(applications)}) n
      cross join lateral (select (array['under_review', 'deferred', 'rejected', 'rejected', 'rejected'])[1 + n % 5] as state) s`.execute(
      trx,
    );
  });
  await sql`analyze`.execute(db);
  return officer;
}
