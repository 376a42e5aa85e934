import { sql, type Kysely, type Transaction } from 'kysely';
import { z } from 'zod';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import type { Cards, Notice } from '#app/platform/payments/cards.ts';
import type { System } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { lockPayment, lockRefund } from '../ledger/queries.server.ts';
import { receive } from '../ledger/receive.server.ts';
import { lockInvoice } from '../queries.server.ts';

export type House = { db: Kysely<Database>; now: Date; cards: Cards };
const actor: System = { kind: 'system' };

/** What each kind of notice is about. Other kinds are taken and forgotten. */
const subjects: Record<string, 'session' | 'intent' | 'charge' | 'refund'> = {
  'checkout.session.completed': 'session',
  'checkout.session.async_payment_succeeded': 'session',
  'checkout.session.async_payment_failed': 'session',
  'checkout.session.expired': 'session',
  'payment_intent.succeeded': 'intent',
  'payment_intent.payment_failed': 'intent',
  'charge.succeeded': 'charge',
  'charge.refunded': 'charge',
  'refund.created': 'refund',
  'refund.updated': 'refund',
};

/** Keeps a notice once, by its id, and queues what follows in the same transaction. Only its object's id is believed. */
export function takeNotice({ db, now }: Pick<House, 'db' | 'now'>, { id, kind, objectId }: Notice) {
  return db.transaction().execute(async (trx) => {
    if (!(kind in subjects) || !objectId) return false;
    const fresh = await trx
      .insertInto('stripe_event')
      .values({ event_id: id, kind, object_id: objectId, received_at: now })
      .onConflict((conflict) => conflict.column('event_id').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!fresh) return false;
    const payload = JSON.stringify({ kind, objectId });
    // The queue's own function, in our transaction: kept and queued, or neither.
    await sql`select graphile_worker.add_job('settle-notice', ${payload}::json)`.execute(trx);
    return true;
  });
}

const noticeShape = z.object({ kind: z.string(), objectId: z.string() });

/** The queue's half of a notice: fetches what it is about and brings the ledger in line. */
export async function settleNotice(
  { db, now, cards }: Omit<House, 'cards'> & { cards?: Cards | undefined },
  payload: unknown,
) {
  const { kind, objectId } = noticeShape.parse(payload);
  const subject = subjects[kind];
  if (!cards || !subject) return;
  const house = { db, now, cards };
  if (subject === 'session') return settleSession(house, objectId);
  const intentId = subject === 'intent' ? objectId : await cards.findIntentOf(subject, objectId);
  if (intentId) await settlePayment(house, intentId);
}

/** Brings the ledger in line with a checkout, however often and in whatever order it is asked. */
export async function settleSession(house: House, sessionId: string) {
  const session = await house.cards.findCheckout(sessionId);
  if (session?.state === 'paid' && session.intentId) await settlePayment(house, session.intentId);
  if (session && session.state !== 'ended') return;
  await house.db
    .updateTable('checkout')
    .set({ ended_at: house.now, outcome: 'expired' })
    .where('session_id', '=', sessionId)
    .where('ended_at', 'is', null)
    .execute();
}

/** The same for one payment by card. What was not made through a checkout of ours is none of ours. */
export async function settlePayment(house: House, intentId: string) {
  const card = await house.cards.findPayment(intentId);
  const ours = z.object({ invoiceId: z.uuid(), checkoutId: z.uuid() }).safeParse(card);
  if (!card?.paid || !ours.success) return;
  const { invoiceId, checkoutId } = ours.data;
  await house.db.transaction().execute(async (trx) => {
    const invoice = await lockInvoice(trx, invoiceId);
    if (!invoice) return;
    const { now } = house;
    const { value: payment } = await receive(trx, { actor, now }, invoice, {
      method: 'card',
      externalId: card.id,
      amountMinor: card.amountMinor,
      currency: card.currency,
      receivedOn: dayOf(card.paidAt),
      recordedBy: null,
      description: null,
    });
    await trx
      .updateTable('checkout')
      .set({ ended_at: now, outcome: 'paid', payment_intent_id: card.id })
      .where('id', '=', checkoutId)
      .where('ended_at', 'is', null)
      .execute();
    if (card.givenBackBy) await noteRefund(trx, now, payment.id, card.givenBackBy);
  });
}

/** The processor gave the whole payment back: by our word, or by a hand at its own desk. */
async function noteRefund(trx: Transaction<Database>, now: Date, paymentId: string, reference: string) {
  // An officer who asks to give it back at this moment waits here, or was waited for.
  await lockPayment(trx, paymentId);
  await trx
    .insertInto('refund')
    .values({ payment_id: paymentId, reason: 'made_elsewhere', requested_at: now })
    .onConflict((conflict) => conflict.column('payment_id').doNothing())
    .execute();
  const { id } = await trx
    .selectFrom('refund')
    .select('id')
    .where('payment_id', '=', paymentId)
    .executeTakeFirstOrThrow();
  await markMade(trx, now, id, reference);
}

async function markMade(trx: Transaction<Database>, now: Date, refundId: string, reference: string) {
  const refund = await lockRefund(trx, refundId);
  if (!refund || refund.madeAt) return;
  await trx
    .updateTable('refund')
    .set({ made_at: now, made_on: dayOf(now), reference })
    .where('id', '=', refundId)
    .execute();
  await recordEvent(trx, { actor, now, ...refund.about }, 'refund.made', { refundId });
}

/** Asks the processor to give a payment back, with a key of its own: asked twice, it is given once. */
export async function giveCardPaymentBack(
  { db, now, cards }: Omit<House, 'cards'> & { cards?: Cards | undefined },
  refundId: string,
) {
  const owed = await db.transaction().execute((trx) => lockRefund(trx, refundId));
  if (!owed || owed.madeAt || owed.method !== 'card') return;
  if (!cards) throw new Error('A payment by card cannot be given back: no card processor is set up');
  const reference = await cards.giveBack(owed.externalId, `refund-${refundId}`);
  await db.transaction().execute((trx) => markMade(trx, now, refundId, reference));
}
