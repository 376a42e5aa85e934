import type { Kysely } from 'kysely';
import type { Pool } from 'pg';

import { stripeCards } from '#app/features/billing/stripe/client.server.ts';
import { settleNotice, takeNotice } from '#app/features/billing/stripe/settle.server.ts';
import type { Mailer } from '#app/platform/mailer.server.ts';
import type { Database } from '#db/client.server.ts';
import { drain } from '#tests/support/queue.ts';
import { secretKey, webhookSecret, type TestStripe } from '#tests/support/stripe.ts';

import { anApplicant, sent } from './applications.ts';
import { now } from './audits.ts';

type Given = { db: Kysely<Database>; copy: { pool: Pool }; mailer: Mailer; stripe: TestStripe };

export const cardsAt = ({ base }: TestStripe) => stripeCards({ secretKey, webhookSecret, apiBase: base });

/** An applicant whose fee is open, and a house that takes cards. */
export async function aFee({ db, copy, mailer, stripe }: Given) {
  const cards = cardsAt(stripe);
  const origin = 'http://127.0.0.1:3000';
  const work = () => drain(copy.pool, { db, mailer, origin, cards });
  const given = await anApplicant(db);
  await sent(given, work);
  const { id: invoiceId } = await db.selectFrom('invoice').select('id').executeTakeFirstOrThrow();
  const house = { db, now, cards };
  return {
    ...given,
    house,
    invoiceId,
    work,
    payer: { ...given.recruiter, cards, origin },
    /** A notice as it comes in from outside: believed when its signature holds. */
    async notify({ body, signature }: { body: string; signature: string }) {
      const said = cards.readNotice(body, signature);
      if (said) await takeNotice(house, said);
      return said !== undefined;
    },
    settleNow: (kind: string, objectId: string) => settleNotice(house, { kind, objectId }),
  };
}
export type Fee = Awaited<ReturnType<typeof aFee>>;

/** The ledger as an accountant reads it: sums, states and what is still owed; not who came first. */
export async function ledgerOf(db: Kysely<Database>) {
  const invoices = await db.selectFrom('invoice').select(['number', 'status']).orderBy('number').execute();
  const payments = await db
    .selectFrom('payment')
    .leftJoin('refund', 'refund.payment_id', 'payment.id')
    .select(['payment.method', 'payment.external_id', 'payment.amount_minor', 'payment.receipt_number'])
    .select(['payment.invoice_id', 'refund.id as refund', 'refund.made_at', 'refund.reference'])
    .orderBy('payment.external_id')
    .execute();
  return {
    invoices: invoices.map(({ number, status }) => `${number} ${status}`),
    payments: payments.map(({ method, amount_minor }) => `${method} ${amount_minor}`).sort(),
    credited: payments.filter(({ receipt_number }) => receipt_number).length,
    surplus: payments.filter(({ receipt_number, invoice_id }) => invoice_id && !receipt_number).length,
    unmatched: payments.filter(({ invoice_id }) => !invoice_id).length,
    returns: payments.filter(({ refund }) => refund).length,
    owedByCard: payments.filter(({ method, refund, made_at }) => method === 'card' && refund && !made_at)
      .length,
    receipts: payments.flatMap(({ receipt_number }) => receipt_number ?? []).sort(),
  };
}
