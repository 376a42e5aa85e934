import type { Kysely, Transaction } from 'kysely';

import type { Database } from '#db/client.server.ts';

const checkouts = (db: Kysely<Database>) =>
  db
    .selectFrom('checkout')
    .select(['id', 'invoice_id as invoiceId', 'attempt', 'session_id as sessionId', 'address'])
    .select(['ended_at as endedAt', 'started_at as startedAt']);

export type CheckoutRow = {
  id: string;
  invoiceId: string;
  attempt: number;
  sessionId: string | null;
  address: string | null;
  endedAt: Date | null;
  startedAt: Date;
};

/** The one open way to pay an invoice by card; its invoice is locked. */
export const findOpenCheckout = (
  trx: Transaction<Database>,
  invoiceId: string,
): Promise<CheckoutRow | undefined> =>
  checkouts(trx).where('invoice_id', '=', invoiceId).where('ended_at', 'is', null).executeTakeFirst();

export const latestCheckout = (
  { db }: { db: Kysely<Database> },
  invoiceId: string,
): Promise<CheckoutRow | undefined> =>
  checkouts(db).where('invoice_id', '=', invoiceId).orderBy('attempt', 'desc').executeTakeFirst();

export const listOpenCheckouts = ({ db }: { db: Kysely<Database> }, most: number): Promise<CheckoutRow[]> =>
  checkouts(db).where('ended_at', 'is', null).orderBy('started_at').limit(most).execute();

export async function attemptsOf(trx: Transaction<Database>, invoiceId: string) {
  const { count } = await trx
    .selectFrom('checkout')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('invoice_id', '=', invoiceId)
    .executeTakeFirstOrThrow();
  return count;
}
