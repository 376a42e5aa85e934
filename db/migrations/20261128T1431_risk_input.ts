import { sql, type Kysely } from 'kysely';

/** What others published of the risk in a country or a sector. A later row takes the place of an earlier one; none is rewritten. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table risk_input (
      position bigint generated always as identity primary key,
      import_id uuid not null,
      kind text not null check (kind in ('origin', 'destination', 'sector')),
      -- A country by ISO 3166, or a sector by its ISIC section.
      key text not null,
      value numeric not null check (value between 0 and 100),
      source text not null check (length(btrim(source)) between 3 and 300),
      year integer not null check (year between 1990 and 2100),
      licence text not null check (length(btrim(licence)) between 2 and 300),
      imported_by uuid not null references account (id),
      imported_at timestamptz not null,
      unique (import_id, kind, key),
      constraint risk_input_key check (key ~ case kind when 'sector' then '^[A-U]$' else '^[A-Z]{2}$' end)
    );
    create index risk_input_latest on risk_input (kind, key, position desc);
    create trigger risk_input_stands before update or delete on risk_input for each row execute function refuse_change();
    create trigger risk_input_no_truncate before truncate on risk_input execute function refuse_change();

    create view standing_risk_input as
      select distinct on (kind, key) * from risk_input order by kind, key, position desc;
  `.execute(db);
}
