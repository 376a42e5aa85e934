import { sql, type Kysely, type Transaction } from 'kysely';

import type { DB } from '../schema.ts';

/**
 * Certificates that begin on every day of three years, one in fifty suspended, each year's levy paid but for
 * one in a hundred whose last is open; a scheme version with `terms`. Triggers and keys stay out of it; every row has the history the promises ask for.
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
    await fillWithLevies(trx);
  });
  await sql`analyze`.execute(db);
}

/** One invoice for each year that began or begins tomorrow: the clock looks through them all and finds nothing left to ask for. */
async function fillWithLevies(trx: Transaction<DB>) {
  await sql`insert into fee_schedule (id, scheme_version_id, valid_from, size_by, tiers, other_tier, published_at)
    values (md5('fees')::uuid, 'bench', current_date - 2000, 'staff', '{}', 'other', now())`.execute(trx);
  await sql`insert into fee_schedule_line (schedule_id, purpose, tier, size_from, amount_minor, currency)
    values (md5('fees')::uuid, 'annual_levy', 'other', 0, 50000, 'USD')`.execute(trx);
  await sql`insert into invoice (organisation_id, application_id, scheme_version_id, purpose, occasion, payer, amount_minor, currency,
      status, issued_at, due_on, number, paid_at, received_on, payment_id)
    select organisation_id, application_id, 'bench', 'annual_levy', first::text, '{}', 50000, 'USD', case when open then 'open' else 'paid' end,
      now(), case when open then current_date + n % 40 - 5 else first + 30 end, '2026-' || lpad(row_number() over ()::text, 9, '0'),
      case when not open then now() end, case when not open then first + 20 end, case when not open then md5('p' || n || first)::uuid end
    from (select *, right(number, 9)::integer as n from certificate) c
    cross join lateral (select (cycle_from + make_interval(years => year))::date as first,
        status = 'active' and n % 100 = 1 and (cycle_from + make_interval(years => year + 1))::date > current_date as open
      from generate_series(0, 2) as year) years
    where first <= current_date + 1 and first < valid_until`.execute(trx);
}
