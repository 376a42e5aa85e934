import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>) {
  await sql`
    create sequence invoice_number;

    create table invoice (
      id uuid primary key default gen_random_uuid(),
      number text not null unique default 'INV-' || lpad(nextval('invoice_number')::text, 5, '0'),
      organisation_id uuid not null references organisation (id),
      application_id uuid not null references application (id),
      scheme_version_id text not null references scheme_version (id),
      purpose text not null check (purpose in ('application_fee')),
      amount_minor integer not null check (amount_minor > 0),
      currency text not null check (currency ~ '^[A-Z]{3}$'),
      status text not null,
      issued_at timestamptz not null,
      due_on date not null,
      paid_at timestamptz,
      received_on date,
      payment_method text check (payment_method in ('bank_transfer')),
      payment_reference text,
      recorded_by uuid references account (id),
      unique (application_id, purpose),
      constraint invoice_status_shape check ((case status
        when 'open' then num_nonnulls(paid_at, received_on, payment_method, payment_reference, recorded_by) = 0
        when 'paid' then num_nonnulls(paid_at, received_on, payment_method, payment_reference, recorded_by) = 5
        else false end) is true)
    );
    create unique index invoice_payment_once on invoice (payment_method, payment_reference);
    create index invoice_status on invoice (status, due_on);
    create index invoice_organisation on invoice (organisation_id);
  `.execute(db);
}
