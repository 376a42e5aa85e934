import { sql, type Kysely, type Transaction } from 'kysely';

import type { DB } from '../schema.ts';

/** Words that names are made of: the earlier in the list, the more names have them. */
export type NameParts = { firsts: string[]; trades: string[]; places: string[]; forms: string[] };

/**
 * Recruiters on the register with the names that `parts` make, a third of them with a trading name, every number and
 * name the same in each run; two in five certified. Triggers and keys stay out of it; what their names are searched by
 * is left to be read.
 */
export async function fillWithRecruiters(db: Kysely<DB>, recruiters: number, parts: NameParts) {
  await db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    await fillWithNames(trx, recruiters, parts);
    await sql`insert into application (id, reference, organisation_id, country, scheme_version_id, state, started_at, started_by,
        submitted_at, paid_at, accepted_at, engaged_at, audit_body_id, audit_started_at, corridors, sectors)
      select md5('a' || n)::uuid, 'APP-' || n, md5('o' || n)::uuid, 'NP', 'bench', 'in_audit', now(), md5('owner')::uuid,
        now(), now(), now(), now(), md5('b')::uuid, now(),
        array['NP-' || (array['AE', 'QA', 'SA', 'MY'])[1 + n % 4]], array[(array['F', 'C', 'T', 'A'])[1 + n % 4]]
      from generate_series(1, ${sql.lit(recruiters)}) n`.execute(trx);
    await sql`insert into registration (organisation_id, number, application_id, accepted_on, trading_names)
      select md5('o' || n)::uuid, 'LRN' || lpad(n::text, 8, '0') || '2603', md5('a' || n)::uuid, current_date - n % 900,
        case when n % 3 = 0 then array[split_part(name, ' ', 1) || ' ' || split_part(name, ' ', 2) || ' House'] else '{}' end
      from generate_series(1, ${sql.lit(recruiters)}) n join organisation o on o.id = md5('o' || n)::uuid`.execute(
      trx,
    );
    await sql`insert into registration_licence (organisation_id, authority, number, valid_until)
      select md5('o' || n)::uuid, 'Ministry of Labour', n % 4000 || '/' || lpad((n / 4000)::text, 3, '0') || '/81', current_date + n % 700
      from generate_series(1, ${sql.lit(recruiters)}) n`.execute(trx);
    await sql`insert into certificate (id, number, organisation_id, application_id, decision_id, scheme_version_id, audit_body_id,
        status, since, valid_from, valid_until, cycle_from, corridors, sectors, offices)
      select md5('c' || n)::uuid, 'ERC-2026-' || lpad(n::text, 9, '0'), md5('o' || n)::uuid, md5('a' || n)::uuid, md5('d' || n)::uuid,
        'bench', md5('b')::uuid, 'active', now(), current_date, current_date + 1000, current_date,
        array['NP-' || (array['AE', 'QA', 'SA', 'MY'])[1 + n % 4]], array[(array['F', 'C', 'T', 'A'])[1 + n % 4]], '{}'
      from generate_series(1, ${sql.lit(recruiters)}) n where n % 5 < 2`.execute(trx);
    await sql`insert into register_name (organisation_id, kind, name, country)
      select o.id, 'name', o.name, o.country from organisation o where o.kind = 'recruiter'
      union all
      select o.id, 'trading', r.trading_names[1], o.country from registration r join organisation o on o.id = r.organisation_id
      where r.trading_names <> '{}'`.execute(trx);
    await sql`insert into register_entry select * from register_drawn`.execute(trx);
  });
}

/** One or two telling words, a trade or two, now and then a place, and a legal form; drawn by a reckoning of the number. */
async function fillWithNames(trx: Transaction<DB>, recruiters: number, parts: NameParts) {
  const { firsts, trades, places, forms } = parts;
  await sql`create function pg_temp.drawn(n integer, throw integer) returns double precision language sql immutable
    return (hashint8extended(n::bigint * 8 + throw, 7) & 1048575)::double precision / 1048576`.execute(trx);
  await sql`insert into organisation (id, kind, name, country, created_at)
    select md5('o' || n)::uuid, 'recruiter', concat_ws(' ',
        f.words[1 + floor(f.count * r.a ^ 2.5)::integer],
        case when r.e < 0.55 then f.words[1 + floor(f.count * r.b ^ 2)::integer] end,
        t.words[1 + floor(t.count * r.c ^ 2)::integer],
        case when r.f < 0.3 then t.words[1 + floor(t.count * r.d ^ 2)::integer] end,
        case when r.f > 0.85 then p.words[1 + floor(p.count * r.d)::integer] end,
        l.words[1 + floor(l.count * r.g)::integer]),
      (array['NP', 'BD', 'PH', 'IN', 'LK', 'ID', 'KE', 'AE'])[1 + n % 8], now()
    from generate_series(1, ${sql.lit(recruiters)}) n
    cross join (select ${firsts}::text[] as words, ${firsts.length}::integer as count) f
    cross join (select ${trades}::text[] as words, ${trades.length}::integer as count) t
    cross join (select ${places}::text[] as words, ${places.length}::integer as count) p
    cross join (select ${forms}::text[] as words, ${forms.length}::integer as count) l
    cross join lateral (select pg_temp.drawn(n, 1) as a, pg_temp.drawn(n, 2) as b, pg_temp.drawn(n, 3) as c, pg_temp.drawn(n, 4) as d, pg_temp.drawn(n, 5) as e,
      pg_temp.drawn(n, 6) as f, pg_temp.drawn(n, 7) as g) r`.execute(trx);
}
