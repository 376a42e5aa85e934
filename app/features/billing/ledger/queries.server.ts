import type { Kysely, Transaction } from 'kysely';
import { z } from 'zod';

import type { Officer, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { refundReasons } from '../model.ts';

const method = z.enum(['card', 'bank_transfer']);

const paymentShape = z.object({
  id: z.string(),
  method,
  externalId: z.string(),
  amountMinor: z.number(),
  currency: z.string(),
  receivedOn: z.string(),
  invoiceId: z.string().nullable(),
  creditedAt: z.date().nullable(),
  receiptNumber: z.string().nullable(),
  description: z.string().nullable(),
});
export type Payment = z.infer<typeof paymentShape>;

const payments = (db: Kysely<Database>) =>
  db
    .selectFrom('payment')
    .select([
      'payment.id',
      'payment.method',
      'payment.external_id as externalId',
      'payment.amount_minor as amountMinor',
      'payment.currency',
      'payment.received_on as receivedOn',
    ])
    .select([
      'payment.invoice_id as invoiceId',
      'payment.credited_at as creditedAt',
      'payment.receipt_number as receiptNumber',
      'payment.description',
    ]);

/** What a payment stands on: its invoice's timeline where it has one, else its own. */
async function aboutOf(db: Kysely<Database>, payment: Payment) {
  const invoice =
    payment.invoiceId &&
    (await db
      .selectFrom('invoice')
      .select(['application_id', 'organisation_id'])
      .where('id', '=', payment.invoiceId)
      .executeTakeFirst());
  return invoice
    ? { subject: payment.invoiceId ?? payment.id, related: [invoice.application_id, invoice.organisation_id] }
    : { subject: payment.id, related: [] };
}

/** Lock its invoice before, where it may have one. */
export async function lockPayment(trx: Transaction<Database>, id: string) {
  const row = await payments(trx).where('payment.id', '=', id).forUpdate().executeTakeFirst();
  if (!row) return undefined;
  const payment = paymentShape.parse(row);
  const refund = await trx.selectFrom('refund').select('id').where('payment_id', '=', id).executeTakeFirst();
  return { ...payment, refundId: refund?.id ?? null, about: await aboutOf(trx, payment) };
}

export async function lockRefund(trx: Transaction<Database>, id: string) {
  const refund = await trx
    .selectFrom('refund')
    .select(['id', 'payment_id', 'made_at as madeAt'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!refund) return undefined;
  const row = await payments(trx).where('payment.id', '=', refund.payment_id).executeTakeFirstOrThrow();
  const payment = paymentShape.parse(row);
  const { externalId } = payment;
  return { ...refund, method: payment.method, externalId, about: await aboutOf(trx, payment) };
}

const most = 200;

/** Money nobody could place yet, the oldest first. */
export async function listUnmatched({ db }: Scope<Officer>) {
  const rows = await payments(db)
    .leftJoin('refund', 'refund.payment_id', 'payment.id')
    .where('payment.invoice_id', 'is', null)
    .where('refund.id', 'is', null)
    .orderBy('payment.recorded_at')
    .limit(most)
    .execute();
  return z.array(paymentShape).parse(rows);
}

export async function findPayment({ db }: Scope<Officer>, id: string) {
  if (!z.uuid().safeParse(id).success) return undefined;
  const row = await payments(db).where('payment.id', '=', id).executeTakeFirst();
  return row && paymentShape.parse(row);
}

/** Every payment of one invoice, the first to arrive first, with what went back. */
export async function listPaymentsOf({ db }: { db: Kysely<Database> }, invoiceId: string) {
  const rows = await payments(db)
    .leftJoin('refund', 'refund.payment_id', 'payment.id')
    .select(['refund.id as refundId', 'refund.made_on as refundedOn', 'refund.reason as refundReason'])
    .where('payment.invoice_id', '=', invoiceId)
    .orderBy('payment.recorded_at')
    .execute();
  const shape = paymentShape.extend({
    refundId: z.string().nullable(),
    refundedOn: z.string().nullable(),
    refundReason: z.enum(refundReasons).nullable(),
  });
  return z.array(shape).parse(rows);
}

const refundShape = z.object({
  id: z.string(),
  reason: z.enum(refundReasons),
  note: z.string().nullable(),
  failure: z.string().nullable(),
  requestedAt: z.date(),
  madeOn: z.string().nullable(),
  reference: z.string().nullable(),
  method,
  amountMinor: z.number(),
  currency: z.string(),
  externalId: z.string(),
  description: z.string().nullable(),
  invoiceNumber: z.string().nullable(),
  recruiter: z.string().nullable(),
});

const refunds = (db: Kysely<Database>) =>
  db
    .selectFrom('refund')
    .innerJoin('payment', 'payment.id', 'refund.payment_id')
    .leftJoin('invoice', 'invoice.id', 'payment.invoice_id')
    .leftJoin('organisation', 'organisation.id', 'invoice.organisation_id')
    .select([
      'refund.id',
      'refund.reason',
      'refund.note',
      'refund.failure',
      'refund.requested_at as requestedAt',
      'refund.made_on as madeOn',
      'refund.reference',
    ])
    .select([
      'payment.method',
      'payment.amount_minor as amountMinor',
      'payment.currency',
      'payment.external_id as externalId',
      'payment.description',
    ])
    .select(['invoice.number as invoiceNumber', 'organisation.name as recruiter']);

/** Refunds that are still owed first, then those made. */
export async function listRefunds({ db }: Scope<Officer>) {
  const rows = await refunds(db)
    .orderBy('refund.made_at', (order) => order.desc().nullsFirst())
    .orderBy('refund.requested_at')
    .limit(most)
    .execute();
  return z.array(refundShape).parse(rows);
}

export async function findRefund({ db }: Scope<Officer>, id: string) {
  if (!z.uuid().safeParse(id).success) return undefined;
  const row = await refunds(db).where('refund.id', '=', id).executeTakeFirst();
  return row && refundShape.parse(row);
}

/** What the receipt of a credited payment says. */
export async function findReceiptOf({ db }: { db: Kysely<Database> }, paymentId: string) {
  const row = await payments(db).where('payment.id', '=', paymentId).executeTakeFirstOrThrow();
  const receipt = paymentShape.extend({ receiptNumber: z.string(), creditedAt: z.date() }).parse(row);
  return { ...receipt, number: receipt.receiptNumber };
}
