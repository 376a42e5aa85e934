import { sql, type Kysely } from 'kysely';

/** Payments that stood on their invoices become payments; from here on an invoice is paid by a row of that table. */
export async function up(db: Kysely<unknown>) {
  await sql`
    drop trigger invoice_final on invoice;
    alter table invoice drop constraint invoice_status_shape;

    insert into payment (method, external_id, amount_minor, currency, received_on, recorded_at, recorded_by, invoice_id, credited_at)
      select payment_method, payment_reference, amount_minor, currency, received_on, paid_at, recorded_by, id, paid_at
      from invoice where status = 'paid' order by paid_at, number;
    update invoice i set payment_id = p.id from payment p where p.credited_invoice_id = i.id;
  `.execute(db);
}
