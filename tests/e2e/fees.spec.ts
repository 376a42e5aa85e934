import { submitApplication } from '#app/features/applications/commands.server.ts';
import { interimVersion, publishSchemeVersion } from '#app/features/scheme/commands.server.ts';
import { aFilledDraft } from '#tests/support/factories/applications.ts';
import { cookieOf, openProduction, send, type Production } from '#tests/support/production.ts';
import { secretKey, startStripe, webhookSecret, type TestStripe } from '#tests/support/stripe.ts';

import { press } from './steps.ts';
import { expect, expectAccessible, test } from './support.ts';

/** Fees from both sides: paid by card at a house that takes cards, and by a bank statement at the demonstration. */
test.describe.configure({ mode: 'serial' });
let stripe: TestStripe;
let house: Production;
const email = 'owner@himal.example';

test.beforeAll(async () => {
  stripe = await startStripe();
  house = await openProduction({
    WORKER: 'inline',
    STRIPE_SECRET_KEY: secretKey,
    STRIPE_WEBHOOK_SECRET: webhookSecret,
    STRIPE_API_BASE: stripe.base,
    BANK_ACCOUNT: 'IBAN XX00 0000',
  });
});
test.afterAll(async () => {
  await house.close();
  await stripe.stop();
});

const notify = ({ body, signature }: { body: string; signature: string }) =>
  fetch(`${house.origin}/stripe/webhook`, {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/json', 'Stripe-Signature': signature },
  });

test('a fee is paid by card: to the processor, back, and a notice that proves it', async () => {
  const now = new Date();
  await publishSchemeVersion({ db: house.db, now }, interimVersion);
  const { owner, id } = await aFilledDraft(house.db, 'Himal Workforce', email, now);
  await submitApplication({ db: house.db, now, actor: owner }, id);
  const invoice = () =>
    house.db
      .selectFrom('invoice')
      .select(['id', 'status'])
      .where('application_id', '=', id)
      .executeTakeFirst();
  await expect.poll(async () => (await invoice())?.status, { timeout: 30_000 }).toBe('open');
  const fee = `/fees/${(await invoice())?.id}`;
  const cookie = await cookieOf(house, email);
  const read = async (path: string) =>
    fetch(`${house.origin}${path}`, { headers: { Cookie: cookie }, redirect: 'manual' });

  const page = await (await read(fee)).text();
  expect(page).toContain('Pay by card');
  expect(page).toContain('IBAN XX00 0000');
  stripe.weather.down = true;
  const down = await send(house, `${fee}/pay`, {}, { cookie });
  expect(down.status).toBe(409);
  expect(await down.text()).toContain('cannot be reached just now');
  stripe.weather.down = false;
  const leaving = await (await send(house, `${fee}/pay`, {}, { cookie })).text();
  const session = /content="0;url=https:\/\/checkout\.stripe\.test\/c\/pay\/(\w+)"/i.exec(leaving)?.[1] ?? '';
  expect(session).toMatch(/^cs_/);
  expect(await (await read(`${fee}/paid`)).text()).toContain('We have not seen your payment yet');

  stripe.pay(session);
  const kind = 'checkout.session.completed';
  expect((await notify(stripe.notice(kind, session, { secret: 'whsec_forged' }))).status).toBe(400);
  expect((await notify(stripe.notice('customer.created', 'cus_1'))).status).toBe(200);
  const notice = stripe.notice(kind, session);
  expect([(await notify(notice)).status, (await notify(notice)).status]).toEqual([200, 200]);
  await expect.poll(async () => (await invoice())?.status, { timeout: 30_000 }).toBe('paid');
  expect(await (await read(`${fee}/paid`)).text()).toContain('Thank you');
  const receipt = await read(fee.replace('/fees/', '/files/receipts/'));
  expect(receipt.headers.get('Content-Type')).toBe('application/pdf');
  expect((await receipt.text()).slice(0, 5)).toBe('%PDF-');
});

test('a recruiter sees its fees, and without a card processor how to transfer', async ({ desk }) => {
  const page = await desk.as('owner@sunrise-overseas.example');
  await page.goto('/fees');
  await expectAccessible(page);
  await page
    .getByRole('main')
    .getByRole('link', { name: /^\d{4}-\d{6}$/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Invoice');
  await expect(page.getByRole('link', { name: 'Pay by card' })).toHaveCount(0);
  await expectAccessible(page);
  await page.goto('/scheme');
  await expect(page.getByRole('main')).toContainText('Annual levy');
});

test('an officer reads a bank statement, sees what it would do, and decides on the rest', async ({
  desk,
}) => {
  const page = await desk.as('officer@scheme.example');
  await page.goto('/scheme/payments');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Read a bank statement' }).click();
  await press(page, 'Read it');
  await expect(page.getByRole('alert')).toContainText('Choose the file');
  const today = new Date().toISOString().slice(0, 10);
  await page.getByLabel('Statement of the scheme’s account').setInputFiles({
    name: 'statement.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`date,amount,currency,reference\n${today},77.00,USD,Unknown thing\n`),
  });
  await press(page, 'Read it');
  await expect(page.getByRole('main')).toContainText('No invoice number in its text');
  await expectAccessible(page);
  await press(page, 'Book these lines');
  await expect(page).toHaveURL(/\/scheme\/payments$/);
  await expect(page.getByRole('main')).toContainText('Unknown thing');
  await page
    .getByRole('link', { name: /^Record the refund of/ })
    .first()
    .click();
  await expectAccessible(page);
  await page.getByLabel('Reference of your transfer').fill('Back to sender 1');
  await press(page, 'Record the refund');
  await expect(page.getByRole('main')).toContainText('Sent ');
});
