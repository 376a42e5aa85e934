import { sql, type Kysely } from 'kysely';

import type { DB } from '../schema.ts';

/**
 * Certificates that begin on every day of three years, one in fifty suspended, one in a hundred with its levy open; a
 * scheme version with `terms`. Triggers and keys stay out of it; every row has the history the promises ask for.
 */
export async function fillWithCertificates(db: Kysely<DB>, certificates: number, terms: unknown) {
  const count = sql.lit(certificates);
  await db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    await sql`insert into scheme_version (id, standard_id, standard_version, title, source, terms, published_at)
      values ('bench', 'bench', '1', 'A standard to measure by', 'interim', ${JSON.stringify(terms)}::jsonb, now())`.execute(
      trx,
    );
    await sql`insert into certificate (id, number, organisation_id, application_id, decision_id, scheme_version_id, audit_body_id,
        status, since, valid_from, valid_until, cycle_from, corridors, sectors, offices, reason_class)
      select md5('c' || n)::uuid, 'ERC-2026-' || lpad(n::text, 9, '0'), md5('o' || n)::uuid, md5('a' || n)::uuid, md5('d' || n)::uuid,
        'bench', md5('b' || n % 20)::uuid, case when n % 50 = 0 then 'suspended' else 'active' end,
        current_timestamp - make_interval(days => case when n % 50 = 0 then (n / 50) % 190 else n % 1090 end),
        current_date - n % 1095, current_date - n % 1095 + 1095, current_date - n % 1095, '{NP-AE}', '{}', '{}',
        case when n % 50 = 0 then 'fees_charged' end
      from generate_series(1, ${count}) n`.execute(trx);
    await sql`insert into certificate_status (certificate_id, action, status, reason_class, note, decided_by, decided_at)
      select id, case status when 'active' then 'issued' else 'suspended' end, status, reason_class, 'Written for the measure',
        md5('officer')::uuid, since from certificate`.execute(trx);
    await sql`insert into invoice (organisation_id, application_id, scheme_version_id, purpose, occasion, payer, amount_minor, currency,
        status, issued_at, due_on, number)
      select organisation_id, application_id, 'bench', 'annual_levy', current_date::text, '{}', 50000, 'USD', 'open', now(),
        current_date + n % 40 - 5, '2026-' || lpad((900000 + n)::text, 7, '0')
      from (select *, row_number() over (order by id)::integer as n from certificate where status = 'active'
        limit ${sql.lit(Math.floor(certificates / 100))}) levied`.execute(trx);
  });
  await sql`analyze`.execute(db);
}
