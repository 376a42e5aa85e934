import { sql, type Kysely } from 'kysely';

/**
 * The ledger: what was asked for, what arrived, which payment paid which invoice, and what goes back. What was told to
 * somebody about money is never rewritten. Numbers come from the tables themselves, one after the other, with no gap.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table fee_schedule (
      id uuid primary key default gen_random_uuid(),
      scheme_version_id text not null references scheme_version (id),
      valid_from date not null,
      size_by text not null check (size_by in ('staff', 'workers_placed')),
      tiers jsonb not null check (jsonb_typeof(tiers) = 'object'),
      other_tier text not null check (other_tier ~ '^[a-z0-9_]{1,20}$'),
      published_at timestamptz not null,
      published_by uuid references account (id)
    );
    create index fee_schedule_version on fee_schedule (scheme_version_id, valid_from);
    create trigger fee_schedule_append_only before update or delete on fee_schedule for each row execute function refuse_change();
    create trigger fee_schedule_no_truncate before truncate on fee_schedule execute function refuse_change();

    create table fee_schedule_line (
      schedule_id uuid not null references fee_schedule (id),
      purpose text not null check (purpose in ('application_fee', 'extra_fee', 'annual_levy')),
      tier text not null check (tier ~ '^[a-z0-9_]{1,20}$'),
      size_from integer not null check (size_from >= 0),
      amount_minor integer not null check (amount_minor > 0),
      currency text not null check (currency ~ '^[A-Z]{3}$'),
      primary key (schedule_id, purpose, tier, size_from)
    );
    create trigger fee_schedule_line_append_only before update or delete on fee_schedule_line
      for each row execute function refuse_change();
    create trigger fee_schedule_line_no_truncate before truncate on fee_schedule_line execute function refuse_change();
    -- Lines come with their schedule, in one transaction; nobody adds one to a schedule that is out.
    create function refuse_late_fee_line() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from fee_schedule where id = new.schedule_id and xmin::text = (pg_current_xact_id()::xid)::text) then
        raise exception 'a published fee schedule stands as it is' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger fee_schedule_line_with_schedule before insert on fee_schedule_line
      for each row execute function refuse_late_fee_line();

    create table invoice_series (
      series text not null check (series in ('invoice', 'receipt')),
      year integer not null,
      latest integer not null check (latest > 0),
      primary key (series, year)
    );
    -- The row of the year is locked until the number is committed or given back: no gap, and no two alike.
    create function next_in_series(series_name text, told_at timestamptz) returns text language plpgsql as $$
    declare
      told_in integer := extract(year from told_at at time zone 'UTC');
      given integer;
    begin
      insert into invoice_series (series, year, latest) values (series_name, told_in, 1)
        on conflict (series, year) do update set latest = invoice_series.latest + 1 returning latest into given;
      return told_in || '-' || lpad(given::text, 6, '0');
    end $$;
    create function number_invoice() returns trigger language plpgsql as $$
    begin
      new.number := next_in_series('invoice', new.issued_at);
      return new;
    end $$;

    alter table invoice alter column number set default '';
    drop sequence invoice_number;
    create trigger invoice_numbered before insert on invoice for each row execute function number_invoice();

    alter table invoice drop constraint invoice_purpose_check;
    alter table invoice add check (purpose in ('application_fee', 'extra_fee', 'annual_levy'));
    -- Which of several: the deferral that ran out, the year of the certificate.
    alter table invoice add column occasion text not null default '' check ((purpose = 'application_fee') = (occasion = ''));
    alter table invoice drop constraint invoice_application_id_purpose_key;
    alter table invoice add unique (application_id, purpose, occasion);
    -- Who it was issued to, in the words of that day: the paper never changes, whatever they are called later.
    alter table invoice add column payer jsonb check (jsonb_typeof(payer) = 'object');
    alter table invoice add column payment_id uuid;
    alter table invoice add column cancelled_at timestamptz;
    alter table invoice add column cancelled_because text
      check (cancelled_because in ('withdrawn', 'lapsed', 'discarded', 'officer'));
    alter table invoice add column reminded_before_at timestamptz;
    alter table invoice add column reminded_due_at timestamptz;
    alter table invoice add unique (id, amount_minor, currency);
    create index invoice_due on invoice (due_on) where status = 'open';

    create table payment (
      id uuid primary key default gen_random_uuid(),
      method text not null check (method in ('card', 'bank_transfer')),
      external_id text not null check (external_id <> ''),
      amount_minor integer not null check (amount_minor > 0),
      currency text not null check (currency ~ '^[A-Z]{3}$'),
      received_on date not null,
      recorded_at timestamptz not null,
      recorded_by uuid references account (id),
      description text,
      invoice_id uuid references invoice (id),
      credited_at timestamptz,
      receipt_number text unique,
      -- The amount of an invoice is paid by one payment of exactly that amount, or not at all.
      credited_invoice_id uuid generated always as (case when credited_at is not null then invoice_id end) stored unique,
      foreign key (credited_invoice_id, amount_minor, currency) references invoice (id, amount_minor, currency),
      unique (method, external_id),
      unique (id, credited_invoice_id),
      constraint payment_credit_shape check (case when credited_at is null then receipt_number is null
        else num_nonnulls(invoice_id, receipt_number) = 2 end),
      constraint payment_recorded_by_shape check (method = 'card' or recorded_by is not null)
    );
    create index payment_invoice on payment (invoice_id);
    create index payment_unmatched on payment (recorded_at) where invoice_id is null;
    create function number_receipt() returns trigger language plpgsql as $$
    begin
      if new.credited_at is not null and new.receipt_number is null then
        new.receipt_number := next_in_series('receipt', new.credited_at);
      end if;
      return new;
    end $$;
    create trigger payment_numbered before insert or update on payment for each row execute function number_receipt();
    create trigger payment_identity after update on payment for each row execute function refuse_rewriting('id', 'method',
      'external_id', 'amount_minor', 'currency', 'received_on', 'recorded_at', 'recorded_by', 'description');
    create trigger payment_assigned after update on payment for each row when (old.invoice_id is not null)
      execute function refuse_rewriting();
    create trigger payment_kept before delete on payment for each row execute function refuse_change();
    create trigger payment_no_truncate before truncate on payment execute function refuse_change();

    create table refund (
      id uuid primary key default gen_random_uuid(),
      payment_id uuid not null unique references payment (id),
      reason text not null check (reason in ('paid_twice', 'invoice_cancelled', 'no_invoice', 'officer', 'made_elsewhere')),
      requested_at timestamptz not null,
      requested_by uuid references account (id),
      note text,
      made_at timestamptz,
      made_on date,
      made_by uuid references account (id),
      reference text unique,
      failure text,
      constraint refund_made_shape check (case when made_at is null then num_nonnulls(made_on, made_by, reference) = 0
        else num_nonnulls(made_on, reference) = 2 end)
    );
    create index refund_to_make on refund (requested_at) where made_at is null;
    create trigger refund_identity after update on refund for each row execute function refuse_rewriting('id', 'payment_id',
      'reason', 'requested_at', 'requested_by', 'note');
    create trigger refund_final after update on refund for each row when (old.made_at is not null)
      execute function refuse_rewriting();
    create trigger refund_kept before delete on refund for each row execute function refuse_change();
    create trigger refund_no_truncate before truncate on refund execute function refuse_change();

    create table checkout (
      id uuid primary key default gen_random_uuid(),
      invoice_id uuid not null references invoice (id),
      attempt integer not null check (attempt > 0),
      started_at timestamptz not null,
      started_by uuid not null references account (id),
      session_id text unique,
      address text,
      payment_intent_id text,
      ended_at timestamptz,
      outcome text check (outcome in ('paid', 'expired')),
      unique (invoice_id, attempt),
      constraint checkout_session_shape check ((session_id is null) = (address is null)),
      constraint checkout_end_shape check ((ended_at is null) = (outcome is null))
    );
    -- One open way to pay at a time: two tabs lead to the same session.
    create unique index checkout_open on checkout (invoice_id) where ended_at is null;
    create trigger checkout_identity after update on checkout for each row
      execute function refuse_rewriting('id', 'invoice_id', 'attempt', 'started_at', 'started_by');
    create trigger checkout_final after update on checkout for each row when (old.ended_at is not null)
      execute function refuse_rewriting();

    create table stripe_event (
      id uuid primary key default gen_random_uuid(),
      event_id text not null unique,
      kind text not null,
      object_id text not null,
      received_at timestamptz not null
    );
    create trigger stripe_event_append_only before update or delete on stripe_event for each row execute function refuse_change();

    create table bank_statement (
      id uuid primary key default gen_random_uuid(),
      filename text not null,
      sha256 text not null unique,
      read_at timestamptz not null,
      read_by uuid not null references account (id),
      untaken jsonb not null default '[]',
      booked_at timestamptz,
      booked_by uuid references account (id),
      constraint bank_statement_booked_shape check (num_nonnulls(booked_at, booked_by) in (0, 2))
    );
    create table bank_statement_line (
      statement_id uuid not null references bank_statement (id),
      position integer not null,
      line_id text not null,
      received_on date not null,
      amount_minor integer not null check (amount_minor > 0),
      currency text not null check (currency ~ '^[A-Z]{3}$'),
      reference text not null,
      counterparty text not null,
      payment_id uuid references payment (id),
      primary key (statement_id, position)
    );
    create trigger bank_statement_line_identity after update on bank_statement_line for each row execute function
      refuse_rewriting('statement_id', 'position', 'line_id', 'received_on', 'amount_minor', 'currency', 'reference', 'counterparty');
  `.execute(db);
}
