import type { Kysely, Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { aFew, oneByOne } from '#app/platform/operation/round.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Officer, Scope, System } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { ArrivalForm, GiveBackForm, RefundForm } from '../forms.ts';
import { minorUnits } from '../model.ts';
import { lockInvoice } from '../queries.server.ts';
import { giveBack, reminderDue, settle } from '../rules.ts';
import { lockPayment, lockRefund } from './queries.server.ts';
import { askRefund, place, receive } from './receive.server.ts';

/** Money on the account that names no invoice, or not its amount: it waits for an officer's decision. */
export function recordArrival({ db, actor, now }: Scope<Officer>, form: ArrivalForm) {
  return db.transaction().execute(async (trx) => {
    if (form.receivedOn > dayOf(now)) return refuse('received_in_the_future');
    const amountMinor = minorUnits(form.amount, form.currency);
    if (amountMinor === undefined) return refuse('no_amount');
    const received = await receive(trx, { actor, now }, undefined, {
      method: 'bank_transfer',
      externalId: form.reference,
      amountMinor,
      currency: form.currency,
      receivedOn: form.receivedOn,
      recordedBy: actor.accountId,
      description: form.description ?? null,
    });
    return received.ok ? ok(received.value) : refuse('transfer_already_used');
  });
}

/** An officer says which invoice it was meant for. The amount still has to be the invoice's. */
export function assignPayment({ db, actor, now }: Scope<Officer>, paymentId: string, invoiceId: string) {
  return db.transaction().execute(async (trx) => {
    const invoice = await lockInvoice(trx, invoiceId);
    const payment = await lockPayment(trx, paymentId);
    if (!payment) return refuse('not_found');
    if (!invoice) return refuse('unknown_invoice');
    if (payment.invoiceId) return refuse('already_assigned');
    if (payment.refundId) return refuse('already_refunded');
    const settlement = settle(invoice, payment);
    if (settlement.kind === 'keep') return refuse(settlement.because);
    await place(trx, { actor, now }, invoice, payment);
    return ok({ id: paymentId });
  });
}

/** Gives a payment back: through the card processor by the queue, or by an officer's own transfer. */
export function requestRefund({ db, actor, now }: Scope<Officer>, paymentId: string, form: GiveBackForm) {
  return db.transaction().execute(async (trx) => {
    const payment = await lockPayment(trx, paymentId);
    if (!payment) return refuse('not_found');
    const decision = giveBack(payment);
    if (!decision.ok) return decision;
    const { subject, related } = payment.about;
    const id = await askRefund(
      trx,
      { actor, now },
      { paymentId, reason: decision.value, note: form.note, subject, related },
    );
    return ok({ id });
  });
}

/** The officer sent a transfer back; what went by card is the processor's to give back. */
export function recordRefund({ db, actor, now }: Scope<Officer>, refundId: string, form: RefundForm) {
  return db.transaction().execute(async (trx) => {
    const refund = await lockRefund(trx, refundId);
    if (!refund) return refuse('not_found');
    if (refund.madeAt) return refuse('already_made');
    if (refund.method === 'card') return refuse('made_by_the_processor');
    if (form.madeOn > dayOf(now)) return refuse('made_in_the_future');
    const taken = await trx
      .selectFrom('refund')
      .select('id')
      .where('reference', '=', form.reference)
      .executeTakeFirst();
    if (taken) return refuse('reference_already_used');
    const made = { made_at: now, made_on: form.madeOn, made_by: actor.accountId, reference: form.reference };
    await trx.updateTable('refund').set(made).where('id', '=', refundId).execute();
    await recordEvent(trx, { actor, now, ...refund.about }, 'refund.made', { refundId });
    return ok({ id: refundId });
  });
}

const system: System = { kind: 'system' };

/** Reminds of open invoices a week before their day and on it: once each, whatever was missed. */
export async function remindOfInvoices({ db, now }: { db: Kysely<Database>; now: Date }) {
  const today = dayOf(now);
  const rows = await db
    .selectFrom('invoice')
    .select(['id', 'reminded_before_at as before', 'reminded_due_at as due', 'due_on as dueOn', 'status'])
    .where('status', '=', 'open')
    .where('reminded_due_at', 'is', null)
    .execute();
  const owing = rows.filter((row) =>
    reminderDue(row, { before: row.before !== null, due: row.due !== null }, today),
  );
  await oneByOne(owing, ({ id }) => db.transaction().execute((trx) => remind(trx, now, id)), aFew);
}

async function remind(trx: Transaction<Database>, now: Date, id: string) {
  const current = await lockInvoice(trx, id);
  const told = await trx
    .selectFrom('invoice')
    .select(['reminded_before_at as before', 'reminded_due_at as due', 'due_on as dueOn'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const owed =
    current && reminderDue(current, { before: told.before !== null, due: told.due !== null }, dayOf(now));
  if (!current || !owed) return;
  await trx
    .updateTable('invoice')
    .set(owed === 'due' ? { reminded_due_at: now } : { reminded_before_at: now })
    .where('id', '=', id)
    .execute();
  const about = { subject: id, related: [current.applicationId, current.organisationId] };
  await recordEvent(trx, { actor: system, now, ...about }, 'invoice.reminded', { dueOn: told.dueOn });
}
