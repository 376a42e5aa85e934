import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import type { Actor } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { Invoice, Method, Money, RefundReason } from '../model.ts';
import { settle } from '../rules.ts';

export type Arrived = Money & {
  method: Method;
  /** The card processor's or the bank's own name for it: the same money is never taken twice. */
  externalId: string;
  receivedOn: string;
  recordedBy: string | null;
  description: string | null;
};
type By = { actor: Actor; now: Date };
type Kept = { id: string; invoiceId: string | null };

/**
 * Money that arrived, and what becomes of it. The invoice was locked before, so that two payments of one invoice wait
 * for each other; `ok: false` names the payment that stood here already.
 */
export async function receive(
  trx: Transaction<Database>,
  by: By,
  invoice: Invoice | undefined,
  money: Arrived,
): Promise<{ ok: boolean; value: Kept }> {
  const fresh = await trx
    .insertInto('payment')
    .values({
      method: money.method,
      external_id: money.externalId,
      amount_minor: money.amountMinor,
      currency: money.currency,
      received_on: money.receivedOn,
      recorded_at: by.now,
      recorded_by: money.recordedBy,
      description: money.description,
    })
    .onConflict((conflict) => conflict.columns(['method', 'external_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!fresh) return { ok: false, value: await paymentOf(trx, money) };
  const payment = { ...money, id: fresh.id };
  const settled = await place(trx, by, invoice, payment);
  return { ok: true, value: { id: fresh.id, invoiceId: settled ? (invoice?.id ?? null) : null } };
}

async function paymentOf(trx: Transaction<Database>, { method, externalId }: Arrived): Promise<Kept> {
  return trx
    .selectFrom('payment')
    .select(['id', 'invoice_id as invoiceId'])
    .where('method', '=', method)
    .where('external_id', '=', externalId)
    .executeTakeFirstOrThrow();
}

type Placed = Money & { id: string; method: Method; receivedOn: string };

/** Credits it, sends it back or keeps it for an officer; false when it still belongs to no invoice. */
export async function place(
  trx: Transaction<Database>,
  by: By,
  invoice: Invoice | undefined,
  payment: Placed,
): Promise<boolean> {
  const settlement = settle(invoice, payment);
  if (!invoice || settlement.kind === 'keep') {
    const related = invoice ? [invoice.id, invoice.applicationId, invoice.organisationId] : [];
    await recordEvent(trx, { ...by, subject: payment.id, related }, 'payment.unmatched', {
      paymentId: payment.id,
    });
    return false;
  }
  const about = { subject: invoice.id, related: [invoice.applicationId, invoice.organisationId] };
  await recordEvent(trx, { ...by, ...about }, 'payment.received', {
    paymentId: payment.id,
    method: payment.method,
  });
  if (settlement.kind === 'credit') await credit(trx, by, invoice, payment);
  else await sendBack(trx, by, invoice, { paymentId: payment.id, reason: settlement.reason });
  return true;
}

async function credit(trx: Transaction<Database>, by: By, invoice: Invoice, payment: Placed) {
  await trx
    .updateTable('payment')
    .set({ invoice_id: invoice.id, credited_at: by.now })
    .where('id', '=', payment.id)
    .execute();
  await trx
    .updateTable('invoice')
    .set({ status: 'paid', paid_at: by.now, received_on: payment.receivedOn, payment_id: payment.id })
    .where('id', '=', invoice.id)
    .execute();
  const about = { subject: invoice.id, related: [invoice.applicationId, invoice.organisationId] };
  await recordEvent(trx, { ...by, ...about }, 'invoice.paid', {
    invoiceId: invoice.id,
    method: payment.method,
    purpose: invoice.purpose,
  });
}

async function sendBack(
  trx: Transaction<Database>,
  by: By,
  invoice: Invoice,
  { paymentId, reason }: { paymentId: string; reason: RefundReason },
) {
  await trx.updateTable('payment').set({ invoice_id: invoice.id }).where('id', '=', paymentId).execute();
  const related = [invoice.applicationId, invoice.organisationId];
  await askRefund(trx, by, { paymentId, reason, note: null, subject: invoice.id, related });
}

type RefundAsk = {
  paymentId: string;
  reason: RefundReason;
  note: string | null;
  subject: string;
  related: string[];
};

/** The money is owed back from here on; the card processor or an officer makes the refund. */
export async function askRefund(
  trx: Transaction<Database>,
  { actor, now }: By,
  { paymentId, reason, note, subject, related }: RefundAsk,
) {
  const { id } = await trx
    .insertInto('refund')
    .values({
      payment_id: paymentId,
      reason,
      note,
      requested_at: now,
      requested_by: actor.kind === 'officer' ? actor.accountId : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await recordEvent(trx, { actor, now, subject, related }, 'refund.requested', { refundId: id, reason });
  return id;
}
