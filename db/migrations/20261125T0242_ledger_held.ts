import { sql, type Kysely } from 'kysely';

/** What holds the ledger together once its rows are in place. */
export async function up(db: Kysely<unknown>) {
  await sql`
    alter table invoice drop column payment_method, drop column payment_reference, drop column recorded_by;
    alter table invoice add constraint invoice_status_shape check ((case status
      when 'open' then num_nonnulls(paid_at, received_on, payment_id, cancelled_at, cancelled_because) = 0
      when 'paid' then num_nonnulls(paid_at, received_on, payment_id) = 3 and num_nonnulls(cancelled_at, cancelled_because) = 0
      when 'cancelled' then num_nonnulls(cancelled_at, cancelled_because) = 2 and num_nonnulls(paid_at, received_on, payment_id) = 0
      else false end) is true);
    alter table invoice add constraint invoice_paid_by_its_payment foreign key (payment_id, id)
      references payment (id, credited_invoice_id) deferrable initially deferred;
    create trigger invoice_step after update on invoice for each row
      execute function refuse_step('status', 'open>paid', 'open>cancelled');
    create trigger invoice_final after update on invoice for each row when (old.status <> 'open')
      execute function refuse_rewriting();
    create trigger invoice_occasion after update on invoice for each row execute function refuse_rewriting('occasion', 'due_on', 'payer');

    -- The other half of invoice_paid_by_its_payment: nothing is credited to an invoice that does not show it.
    create function require_paid_invoice() returns trigger language plpgsql as $$
    begin
      if new.credited_at is not null and not exists (
        select 1 from invoice where id = new.invoice_id and status = 'paid' and payment_id = new.id) then
        raise exception 'payment % is credited to an invoice that is not paid by it', new.id
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create constraint trigger payment_is_shown after insert or update on payment
      deferrable initially deferred for each row execute function require_paid_invoice();
  `.execute(db);
}
