import fc from 'fast-check';
import { afterAll, beforeAll, expect, inject } from 'vitest';

import { recordBankTransfer } from '#app/features/billing/commands.server.ts';
import { payByCard, reconcileCheckouts } from '#app/features/billing/stripe/commands.server.ts';
import { settleSession } from '#app/features/billing/stripe/settle.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aFee, ledgerOf, type Fee } from '#tests/support/factories/billing.ts';
import { copyOfTemplate } from '#tests/support/postgres.ts';
import { startStripe, type TestStripe } from '#tests/support/stripe.ts';
import { test } from '#tests/support/test.ts';

/**
 * What happened in the world is one thing: somebody paid by card, the same fee came by transfer, or both. In what order,
 * how often and how late we hear of it, and who lies to us meanwhile, is another, and must make no difference.
 */
const news = [
  'session notice',
  'intent notice',
  'charge notice',
  'refund notice',
  'old notice again',
  'forged notice',
  'notice of nothing',
  'way back',
  'clock',
  'transfer recorded',
  'queue',
  'processor down',
  'processor up',
] as const;
type News = (typeof news)[number];
type World = { card: boolean; transfer: boolean; givenBack: boolean };

let stripe: TestStripe;
beforeAll(async () => {
  stripe = await startStripe();
});
afterAll(() => stripe.stop());

const worlds: World[] = [
  { card: true, transfer: false, givenBack: false },
  { card: true, transfer: true, givenBack: false },
  { card: true, transfer: false, givenBack: true },
  { card: false, transfer: true, givenBack: false },
];

type Told = Fee & {
  world: World;
  session: string;
  intent: string;
  again: { body: string; signature: string };
};

/** One piece of news. A processor that does not answer loses nothing: it is asked again later. */
async function tell(told: Told, piece: News) {
  const { session, intent, house, world } = told;
  const charge = stripe.intents.get(intent)?.latest_charge ?? 'ch_none';
  const refund = [...stripe.refunds.values()].find(({ payment_intent }) => payment_intent === intent);
  const notify = (kind: string, id: string) => told.notify(stripe.notice(kind, id));
  switch (piece) {
    case 'session notice':
      return notify('checkout.session.completed', session);
    case 'intent notice':
      return notify('payment_intent.succeeded', intent);
    case 'charge notice':
      return notify('charge.refunded', charge);
    case 'refund notice':
      return notify('refund.updated', refund?.id ?? 're_none');
    case 'old notice again':
      return told.notify(told.again);
    case 'forged notice':
      return told.notify(stripe.notice('checkout.session.completed', session, { secret: 'whsec_forged' }));
    case 'notice of nothing':
      return notify('payment_intent.succeeded', 'pi_test_nothing');
    case 'way back':
      return settleSession(house, session);
    case 'clock':
      return reconcileCheckouts(house);
    case 'transfer recorded':
      return world.transfer ? recordBankTransfer(told.officer, told.invoiceId, bank) : undefined;
    case 'queue':
      return told.work();
    case 'processor down':
      stripe.weather.down = true;
      return undefined;
    case 'processor up':
      stripe.weather.down = false;
      return undefined;
  }
}

const bank = { receivedOn: '2026-03-01', amount: 100_000, reference: 'The one transfer' };

/** Tells a history in its order, then lets everything come to rest, as it does within the hour. */
async function ledgerAfter(world: World, history: readonly News[]) {
  const copy = await copyOfTemplate(inject('serverUrl'));
  try {
    stripe.weather.down = false;
    const mailer = { send: () => Promise.resolve() };
    const fee = await aFee({ db: copy.db, copy, mailer, stripe });
    const { address } = done(await payByCard(fee.payer, fee.invoiceId));
    const session = address.split('/').at(-1) ?? '';
    const intent = world.card ? (stripe.pay(session) ?? '') : 'pi_test_never_paid';
    if (world.givenBack) stripe.giveBack(intent);
    const again = stripe.notice('checkout.session.completed', session);
    const told: Told = { ...fee, world, session, intent, again };
    for (const piece of history) await tell(told, piece).catch(() => undefined);
    stripe.weather.down = false;
    // Whatever failed above is due again at once, and not in its half hour.
    await copy.pool.query('update graphile_worker._private_jobs set run_at = now(), attempts = 0');
    if (world.transfer) await recordBankTransfer(fee.officer, fee.invoiceId, bank);
    await fee.work();
    await reconcileCheckouts(fee.house);
    if (world.card) await tell(told, 'charge notice');
    await fee.work();
    return await ledgerOf(copy.db);
  } finally {
    await copy.drop();
  }
}

test.for(worlds)(
  'any order, repetition, delay and forgery of what we hear leads to one ledger: %o',
  { timeout: 240_000 },
  async (world) => {
    const calm = await ledgerAfter(world, []);
    const payments = Number(world.card) + Number(world.transfer);
    expect(calm).toMatchObject({
      invoices: ['2026-000001 paid'],
      credited: 1,
      surplus: payments - 1,
      owedByCard: 0,
      unmatched: 0,
    });
    expect(calm.returns).toBe(payments - 1 + Number(world.givenBack));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...news), { minLength: 3, maxLength: 14 }),
        async (history) => {
          expect(await ledgerAfter(world, history)).toEqual(calm);
        },
      ),
      { numRuns: 8, endOnFailure: true },
    );
  },
);

test('two payments by card, told at once: one is credited, the other goes back', async ({
  db,
  copy,
  mailer,
}) => {
  const fee = await aFee({ db, copy, mailer, stripe });
  const first =
    done(await payByCard(fee.payer, fee.invoiceId))
      .address.split('/')
      .at(-1) ?? '';
  stripe.pay(first);
  // The first page was paid, and before we heard of it a second one had been opened elsewhere.
  const { id } = await db
    .updateTable('checkout')
    .set({ ended_at: new Date(), outcome: 'expired' })
    .returning('id')
    .executeTakeFirstOrThrow();
  expect(id).toBeTruthy();
  const second =
    done(await payByCard(fee.payer, fee.invoiceId))
      .address.split('/')
      .at(-1) ?? '';
  stripe.pay(second);
  await Promise.all([first, second, first, second].map((session) => settleSession(fee.house, session)));
  await fee.work();
  expect(await ledgerOf(db)).toMatchObject({
    credited: 1,
    surplus: 1,
    returns: 1,
    receipts: ['2026-000001'],
  });
  const refund = await db.selectFrom('refund').select('reference').executeTakeFirst();
  expect(refund?.reference).toMatch(/^re_/);
});
