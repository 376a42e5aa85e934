import type { Kysely } from 'kysely';

import { peopleWith } from '#app/events/mail-people.server.ts';
import type { Fact } from '#app/events/catalogue.ts';
import { dayInWords } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';

import { moneyInWords, purposeNames, purposes, refundReasonNames, refundReasons } from './model.ts';

const inWords = <T extends string>(known: readonly T[], names: Record<T, string>, word: string) => {
  const one = known.find((each) => each === word);
  return one ? names[one] : word;
};

/** Everyone of the recruiter an invoice was sent to; nobody where the money belongs to no invoice. */
export async function payers(db: Kysely<Database>, { subject }: Fact) {
  const invoice = await db
    .selectFrom('invoice')
    .select('organisation_id')
    .where('id', '=', subject)
    .executeTakeFirst();
  return invoice ? peopleWith(db, ['recruiter'], invoice.organisation_id) : [];
}

/** What mails about an invoice say, as it stands when they are sent. */
export async function invoiceForMail(db: Kysely<Database>, id: string) {
  const row = await db
    .selectFrom('invoice')
    .leftJoin('payment', 'payment.id', 'invoice.payment_id')
    .select([
      'invoice.number',
      'invoice.purpose',
      'invoice.status',
      'invoice.due_on as dueOn',
      'invoice.amount_minor as amountMinor',
      'invoice.currency',
    ])
    .select(['payment.receipt_number as receipt', 'payment.received_on as receivedOn'])
    .where('invoice.id', '=', id)
    .executeTakeFirst();
  return (
    row && {
      number: row.number,
      status: row.status,
      purpose: inWords(purposes, purposeNames, row.purpose),
      amount: moneyInWords(row),
      dueDay: dayInWords(row.dueOn),
      receipt: row.receipt,
      day: row.receivedOn ? dayInWords(row.receivedOn) : '',
    }
  );
}

export async function refundForMail(db: Kysely<Database>, refundId: string) {
  const row = await db
    .selectFrom('refund')
    .innerJoin('payment', 'payment.id', 'refund.payment_id')
    .innerJoin('invoice', 'invoice.id', 'payment.invoice_id')
    .select(['invoice.id as invoiceId', 'invoice.number', 'refund.reason', 'payment.method'])
    .select(['payment.amount_minor as amountMinor', 'payment.currency'])
    .where('refund.id', '=', refundId)
    .executeTakeFirst();
  return (
    row && {
      invoiceId: row.invoiceId,
      number: row.number,
      amount: moneyInWords(row),
      reason: inWords(refundReasons, refundReasonNames, row.reason).toLowerCase(),
      byCard: row.method === 'card',
    }
  );
}
