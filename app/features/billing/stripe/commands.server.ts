import type { Kysely, Transaction } from 'kysely';

import { ok, refuse, type Result } from '#app/platform/result.ts';
import { CardsUnreachable, type Cards } from '#app/platform/payments/cards.ts';
import type { Recruiter, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { purposeNames, type Invoice } from '../model.ts';
import { lockInvoice } from '../queries.server.ts';
import { settleSession, type House } from './settle.server.ts';
import {
  attemptsOf,
  findOpenCheckout,
  latestCheckout,
  listOpenCheckouts,
  type CheckoutRow,
} from './queries.server.ts';

type Payer = Scope<Recruiter> & { cards: Cards | undefined; origin: string };
type Leaving = Result<{ address: string }>;

/** The address where the invoice can be paid by card; the same one while that is open, however often it is asked. */
export async function payByCard(scope: Payer, invoiceId: string): Promise<Leaving> {
  const { cards } = scope;
  if (!cards) return refuse('no_cards');
  try {
    return await leave({ ...scope, cards }, invoiceId, 2);
  } catch (error) {
    if (error instanceof CardsUnreachable) return refuse('cards_unreachable');
    throw error;
  }
}

type Ready = Payer & { cards: Cards };

async function leave(scope: Ready, invoiceId: string, tries: number): Promise<Leaving> {
  const begun = await begin(scope, invoiceId);
  if (!begun.ok) return begun;
  const { checkout, invoice } = begun.value;
  if (!checkout.sessionId) return ok({ address: await open(scope, invoice, checkout) });
  const session = await scope.cards.findCheckout(checkout.sessionId);
  if (session?.state === 'open' && checkout.address) return ok({ address: checkout.address });
  if (session?.state === 'processing') return refuse('payment_on_its_way');
  await settleSession(scope, checkout.sessionId);
  // Paid meanwhile: the invoice says so. Ended: one more begins.
  return tries > 0 ? leave(scope, invoiceId, tries - 1) : refuse('cards_unreachable');
}

/** The row comes before the question: whoever asks again, also after a crash, asks with the same key. */
const begin = ({ db, actor, now }: Ready, invoiceId: string) =>
  db.transaction().execute(async (trx) => {
    const invoice = await lockInvoice(trx, invoiceId);
    if (!invoice || invoice.organisationId !== actor.organisationId) return refuse('not_found');
    if (invoice.status === 'paid') return refuse('already_paid');
    if (invoice.status === 'cancelled') return refuse('already_cancelled');
    const standing = await findOpenCheckout(trx, invoiceId);
    const checkout = standing ?? (await start(trx, { invoiceId, accountId: actor.accountId, now }));
    return ok({ checkout, invoice });
  });

type Start = { invoiceId: string; accountId: string; now: Date };

async function start(trx: Transaction<Database>, { invoiceId, accountId, now }: Start): Promise<CheckoutRow> {
  const attempt = (await attemptsOf(trx, invoiceId)) + 1;
  const { id } = await trx
    .insertInto('checkout')
    .values({ invoice_id: invoiceId, attempt, started_at: now, started_by: accountId })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, invoiceId, attempt, sessionId: null, address: null, endedAt: null, startedAt: now };
}

async function open({ db, cards, origin }: Ready, invoice: Invoice, checkout: CheckoutRow) {
  const session = await cards.openCheckout({
    key: `checkout-${invoice.id}-${checkout.attempt}`,
    checkoutId: checkout.id,
    invoiceId: invoice.id,
    amountMinor: invoice.amountMinor,
    currency: invoice.currency,
    title: `${purposeNames[invoice.purpose]}, invoice ${invoice.number}`,
    email: undefined,
    paidAddress: `${origin}/fees/${invoice.id}/paid`,
    backAddress: `${origin}/fees/${invoice.id}`,
  });
  if (!session.address) throw new CardsUnreachable('no address to pay at');
  await db
    .updateTable('checkout')
    .set({ session_id: session.id, address: session.address })
    .where('id', '=', checkout.id)
    .where('session_id', 'is', null)
    .execute();
  return session.address;
}

type Clock = { db: Kysely<Database>; now: Date; cards?: Cards | undefined };
type Open = Pick<CheckoutRow, 'id' | 'sessionId' | 'startedAt'>;
const forgottenAfter = 86_400_000;

/** Asks for every open session, so that the ledger is right also where no notice ever came. */
export async function reconcileCheckouts({ db, now, cards }: Clock) {
  if (!cards) return;
  const failures: unknown[] = [];
  for (const row of await listOpenCheckouts({ db }, 200)) {
    // One that breaks stands in nobody's way behind it; the queue hears of it when all were asked for.
    await reconcile({ db, now, cards }, row).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw failures[0];
}

async function reconcile(house: House, { id, sessionId, startedAt }: Open) {
  const { db, now } = house;
  if (sessionId) await settleSession(house, sessionId);
  // Never opened, and its key is forgotten by now: the next attempt begins anew.
  else if (now.getTime() - startedAt.getTime() > forgottenAfter)
    await db
      .updateTable('checkout')
      .set({ ended_at: now, outcome: 'expired' })
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .execute();
}

/** Paid by other means, or cancelled: what stands open at the processor is closed, so that nobody pays twice. */
export async function closeCheckouts({ db, now, cards }: Clock, invoiceId: string) {
  if (!cards) return;
  const row = await db
    .selectFrom('checkout')
    .select('session_id')
    .where('invoice_id', '=', invoiceId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (!row?.session_id) return;
  await cards.endCheckout(row.session_id);
  await settleSession({ db, now, cards }, row.session_id);
}

/** Whoever comes back from the card page: asked for at once, so that they see it paid; else the clock asks. */
export async function returnFromCheckout({ db, now, cards }: Clock, invoiceId: string) {
  const checkout = await latestCheckout({ db }, invoiceId);
  if (!cards || !checkout?.sessionId || checkout.endedAt) return;
  try {
    await settleSession({ db, now, cards }, checkout.sessionId);
  } catch (error) {
    if (!(error instanceof CardsUnreachable)) throw error;
  }
}
