import { afterAll, beforeAll, describe, expect } from 'vitest';

import { issueExtraFee, recordBankTransfer } from '#app/features/billing/commands.server.ts';
import { requestRefund } from '#app/features/billing/ledger/commands.server.ts';
import {
  closeCheckouts,
  payByCard,
  reconcileCheckouts,
  returnFromCheckout,
} from '#app/features/billing/stripe/commands.server.ts';
import {
  giveCardPaymentBack,
  settlePayment,
  settleSession,
} from '#app/features/billing/stripe/settle.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aFee, ledgerOf } from '#tests/support/factories/billing.ts';
import { startStripe, type TestStripe } from '#tests/support/stripe.ts';
import { test } from '#tests/support/test.ts';

let stripe: TestStripe;
beforeAll(async () => {
  stripe = await startStripe();
});
afterAll(() => stripe.stop());

const sessionOf = (address: string) => address.split('/').at(-1) ?? '';
const transfer = { receivedOn: '2026-03-01', amount: 100_000, reference: 'Transfer 1' };

describe('paying by card', () => {
  test('leads to one page, however often it is asked', async ({ db, copy, mailer }) => {
    const { payer, invoiceId } = await aFee({ db, copy, mailer, stripe });
    const both = await Promise.all([payByCard(payer, invoiceId), payByCard(payer, invoiceId)]);
    const [first, second] = both.map(done);
    expect(first).toEqual(second);
    expect(first?.address).toMatch(/^https:\/\/checkout\.stripe\.test\//);
    expect(done(await payByCard(payer, invoiceId))).toEqual(first);
    const session = stripe.sessions.get(sessionOf(first?.address ?? ''));
    expect(session).toMatchObject({ amount: 100_000, currency: 'usd', metadata: { invoice: invoiceId } });
  });

  test('pays the invoice, begins the review and mails a receipt', async ({ db, copy, mailer }) => {
    const { payer, invoiceId, notify, work, house } = await aFee({ db, copy, mailer, stripe });
    const { address } = done(await payByCard(payer, invoiceId));
    stripe.pay(sessionOf(address));
    expect(await notify(stripe.notice('checkout.session.completed', sessionOf(address)))).toBe(true);
    await work();
    await settleSession(house, sessionOf(address));
    expect(await ledgerOf(db)).toMatchObject({ invoices: ['2026-000001 paid'], credited: 1, returns: 0 });
    const { state } = await db.selectFrom('application').select('state').executeTakeFirstOrThrow();
    expect(state).toBe('under_review');
    expect(mailer.sent.map(({ subject }) => subject)).toContain(
      'Receipt 2026-000001 for invoice 2026-000001',
    );
    expect(await payByCard(payer, invoiceId)).toEqual({ ok: false, refusal: 'already_paid' });
  });

  test('is settled on the way back, or by the clock, when no notice ever comes', async ({
    db,
    copy,
    mailer,
  }) => {
    const { payer, invoiceId, house } = await aFee({ db, copy, mailer, stripe });
    const { address } = done(await payByCard(payer, invoiceId));
    await reconcileCheckouts(house);
    expect(await ledgerOf(db)).toMatchObject({ credited: 0 });
    stripe.pay(sessionOf(address));
    stripe.weather.down = true;
    await returnFromCheckout(house, invoiceId);
    stripe.weather.down = false;
    expect(await ledgerOf(db)).toMatchObject({ credited: 0 });
    await returnFromCheckout(house, invoiceId);
    await reconcileCheckouts(house);
    expect(await ledgerOf(db)).toMatchObject({ credited: 1, returns: 0 });
    const checkout = await db.selectFrom('checkout').select('outcome').executeTakeFirst();
    expect(checkout?.outcome).toBe('paid');
  });

  test('begins anew after a page that ran out', async ({ db, copy, mailer }) => {
    const { payer, invoiceId } = await aFee({ db, copy, mailer, stripe });
    const first = done(await payByCard(payer, invoiceId));
    stripe.expire(sessionOf(first.address));
    const second = done(await payByCard(payer, invoiceId));
    expect(second.address).not.toBe(first.address);
    const rows = await db.selectFrom('checkout').select(['attempt', 'outcome']).orderBy('attempt').execute();
    expect(rows).toEqual([
      { attempt: 1, outcome: 'expired' },
      { attempt: 2, outcome: null },
    ]);
  });

  test('waits for a payment that takes days, and offers another page when it fails', async ({
    db,
    copy,
    mailer,
  }) => {
    const { payer, invoiceId, house, settleNow } = await aFee({ db, copy, mailer, stripe });
    const { address } = done(await payByCard(payer, invoiceId));
    const intent = stripe.pay(sessionOf(address), undefined, 'processing') ?? '';
    await settleNow('checkout.session.completed', sessionOf(address));
    await settlePayment(house, intent);
    expect(await ledgerOf(db)).toMatchObject({ credited: 0 });
    expect(await payByCard(payer, invoiceId)).toEqual({ ok: false, refusal: 'payment_on_its_way' });
    stripe.conclude(intent, 'requires_payment_method');
    await settleNow('checkout.session.async_payment_failed', sessionOf(address));
    expect(done(await payByCard(payer, invoiceId)).address).not.toBe(address);
  });

  test('says so when the processor does not answer, and does not storm it', async ({ db, copy, mailer }) => {
    const { payer, invoiceId } = await aFee({ db, copy, mailer, stripe });
    stripe.weather.down = true;
    const before = stripe.weather.calls;
    expect(await payByCard(payer, invoiceId)).toEqual({ ok: false, refusal: 'cards_unreachable' });
    // A line that broke under a kept-alive connection is tried once more, at once.
    expect(stripe.weather.calls - before).toBeLessThanOrEqual(2);
    stripe.weather.down = false;
    done(await payByCard(payer, invoiceId));
    expect(await db.selectFrom('checkout').select('attempt').execute()).toEqual([{ attempt: 1 }]);
  });

  test('says so when the processor knows the key by other words', async ({ db, copy, mailer }) => {
    const { payer, invoiceId } = await aFee({ db, copy, mailer, stripe });
    stripe.weather.keysTaken = true;
    const outcome = await payByCard(payer, invoiceId).finally(() => (stripe.weather.keysTaken = false));
    expect(outcome).toEqual({ ok: false, refusal: 'cards_unreachable' });
  });

  test('that breaks stands in no other’s way', async ({ db, copy, mailer }) => {
    const { payer, invoiceId, house, id } = await aFee({ db, copy, mailer, stripe });
    const first = sessionOf(done(await payByCard(payer, invoiceId)).address);
    const extra = done(await issueExtraFee(house, id, 'a deferral'));
    stripe.pay(
      sessionOf(done(await payByCard({ ...payer, now: new Date('2026-03-01T10:00:00Z') }, extra.id)).address),
    );
    const cards = {
      ...house.cards,
      findCheckout: (session: string) =>
        session === first ? Promise.reject(new Error('broken')) : house.cards.findCheckout(session),
    };
    await expect(reconcileCheckouts({ ...house, cards })).rejects.toThrow('broken');
    expect(await ledgerOf(db)).toMatchObject({ credited: 1 });
  });

  test('is for the recruiter’s own invoices, and only where there is a processor', async ({
    db,
    copy,
    mailer,
  }) => {
    const { payer, stranger, invoiceId } = await aFee({ db, copy, mailer, stripe });
    const other = { ...payer, actor: stranger.actor };
    expect(await payByCard(other, invoiceId)).toEqual({ ok: false, refusal: 'not_found' });
    const none = await payByCard({ ...payer, cards: undefined }, invoiceId);
    expect(none).toEqual({ ok: false, refusal: 'no_cards' });
  });

  test('is closed when the fee came by transfer', async ({ db, copy, mailer }) => {
    const { payer, officer, invoiceId, work, house } = await aFee({ db, copy, mailer, stripe });
    const { address } = done(await payByCard(payer, invoiceId));
    done(await recordBankTransfer(officer, invoiceId, transfer));
    await work();
    expect(stripe.sessions.get(sessionOf(address))?.status).toBe('expired');
    await closeCheckouts(house, invoiceId);
    const checkout = await db.selectFrom('checkout').select('outcome').executeTakeFirst();
    expect(checkout?.outcome).toBe('expired');
  });
});

describe('a notice', () => {
  test('is believed by its signature on the raw body alone', async ({ db, copy, mailer }) => {
    const { payer, invoiceId, notify } = await aFee({ db, copy, mailer, stripe });
    const { address } = done(await payByCard(payer, invoiceId));
    const kind = 'checkout.session.completed';
    const forged = stripe.notice(kind, sessionOf(address), { secret: 'whsec_of_somebody_else' });
    const { body, signature } = stripe.notice(kind, sessionOf(address));
    const old = stripe.notice(kind, sessionOf(address), { at: Math.floor(Date.now() / 1000) - 3600 });
    expect(await notify(forged)).toBe(false);
    expect(await notify({ body: body.replace('whatever', 'Whatever'), signature })).toBe(false);
    expect(await notify({ body, signature: '' })).toBe(false);
    expect(await notify(old)).toBe(false);
    expect(await db.selectFrom('stripe_event').selectAll().execute()).toEqual([]);
  });

  test('is kept once; one of an unknown kind is taken and forgotten', async ({ db, copy, mailer }) => {
    const { payer, invoiceId, notify } = await aFee({ db, copy, mailer, stripe });
    const { address } = done(await payByCard(payer, invoiceId));
    const notice = stripe.notice('checkout.session.completed', sessionOf(address));
    await Promise.all([notify(notice), notify(notice), notify(notice)]);
    expect(await notify(stripe.notice('customer.created', 'cus_1'))).toBe(true);
    expect(await db.selectFrom('stripe_event').select('object_id').execute()).toEqual([
      { object_id: sessionOf(address) },
    ]);
  });

  test('that lies about its object changes nothing: the object is fetched', async ({ db, copy, mailer }) => {
    const { payer, invoiceId, notify, work } = await aFee({ db, copy, mailer, stripe });
    const { address } = done(await payByCard(payer, invoiceId));
    await notify(stripe.notice('checkout.session.completed', sessionOf(address)));
    await notify(stripe.notice('payment_intent.succeeded', 'pi_nobody_knows'));
    await notify(stripe.notice('charge.refunded', 'ch_nobody_knows'));
    await work();
    expect(await ledgerOf(db)).toMatchObject({ invoices: ['2026-000001 open'], payments: [] });
  });
});

describe('a refund by card', () => {
  test('is asked of the processor once, and mailed', async ({ db, copy, mailer }) => {
    const { payer, officer, invoiceId, work, house } = await aFee({ db, copy, mailer, stripe });
    const { address } = done(await payByCard(payer, invoiceId));
    stripe.pay(sessionOf(address));
    await settleSession(house, sessionOf(address));
    const { id } = await db.selectFrom('payment').select('id').executeTakeFirstOrThrow();
    const refund = done(await requestRefund(officer, id, { note: 'Paid for somebody else.' }));
    await work();
    await giveCardPaymentBack(house, refund.id);
    const rows = await db.selectFrom('refund').select(['reason', 'made_on', 'reference']).execute();
    expect(rows).toEqual([
      { reason: 'officer', made_on: expect.any(String), reference: expect.stringMatching(/^re_/) },
    ]);
    expect(mailer.sent.filter(({ subject }) => subject.includes('on its way back'))).toHaveLength(1);
    const again = await requestRefund(officer, id, { note: 'And once more.' });
    expect(again).toEqual({ ok: false, refusal: 'already_refunded' });
  });

  test('made at the processor’s own desk comes into the ledger', async ({ db, copy, mailer }) => {
    const { payer, invoiceId, notify, work, house } = await aFee({ db, copy, mailer, stripe });
    const { address } = done(await payByCard(payer, invoiceId));
    const intent = stripe.pay(sessionOf(address)) ?? '';
    const refund = stripe.giveBack(intent);
    await notify(stripe.notice('charge.refunded', stripe.intents.get(intent)?.latest_charge ?? ''));
    await notify(stripe.notice('refund.created', refund?.id ?? ''));
    await work();
    await settlePayment(house, intent);
    const rows = await db.selectFrom('refund').select(['reason', 'reference']).execute();
    expect(rows).toEqual([{ reason: 'made_elsewhere', reference: refund?.id }]);
    expect(await ledgerOf(db)).toMatchObject({ credited: 1, returns: 1 });
  });
});

test('given back by an officer and at the processor’s desk at once: one refund, answered in words', async ({
  db,
  copy,
  mailer,
}) => {
  const { payer, officer, invoiceId, house } = await aFee({ db, copy, mailer, stripe });
  const session = sessionOf(done(await payByCard(payer, invoiceId)).address);
  const intent = stripe.pay(session) ?? '';
  await settleSession(house, session);
  const { id } = await db.selectFrom('payment').select('id').executeTakeFirstOrThrow();
  stripe.giveBack(intent);
  const ask = () => requestRefund(officer, id, { note: 'Paid for somebody else.' });
  const [, ...asked] = await Promise.all([settlePayment(house, intent), ask(), ask(), ask()]);
  const refusals = asked.flatMap((outcome) => (outcome.ok ? [] : [outcome.refusal]));
  expect(new Set(refusals)).toEqual(new Set(['already_refunded']));
  expect(await db.selectFrom('refund').select('id').execute()).toHaveLength(1);
});

test('paid by card and by transfer: one is credited, the other goes back', async ({ db, copy, mailer }) => {
  const { payer, officer, invoiceId, work, house } = await aFee({ db, copy, mailer, stripe });
  const { address } = done(await payByCard(payer, invoiceId));
  stripe.pay(sessionOf(address));
  done(await recordBankTransfer(officer, invoiceId, transfer));
  await settleSession(house, sessionOf(address));
  await work();
  expect(await ledgerOf(db)).toMatchObject({
    credited: 1,
    surplus: 1,
    returns: 1,
    receipts: ['2026-000001'],
  });
  const given = await db.selectFrom('refund').select(['reason', 'reference']).executeTakeFirst();
  expect(given).toEqual({ reason: 'paid_twice', reference: expect.stringMatching(/^re_/) });
});
