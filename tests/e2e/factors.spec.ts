import type { Browser, Page } from '@playwright/test';
import { sql } from 'kysely';

import { addPerson } from '#app/features/accounts/commands.server.ts';
import { hashPassword } from '#app/platform/sealed/password.server.ts';
import { codeAt, withApp } from '#tests/support/factories/factors.ts';

import { givePassword, layProduction, password, signOut, statusOf } from './production.ts';
import { press } from './steps.ts';
import { expect, expectAccessible, test } from './support.ts';

const secrets = new Map<string, string>();

let ground: Awaited<ReturnType<typeof layProduction>>;

test.describe.configure({ mode: 'serial' });
test.setTimeout(120_000);

test.beforeAll(async () => {
  test.setTimeout(120_000);
  ground = await layProduction();
  const { db, officer, lead } = ground;
  const password_hash = await hashPassword(password);
  for (const [email, { accountId }] of [
    ['first@scheme.example', officer],
    ['auditor@body.example', lead],
  ] as const) {
    await db.updateTable('account').set({ email, password_hash }).where('id', '=', accountId).execute();
  }
  const { organisationId } = officer;
  const kind = 'scheme';
  for (const name of ['second', 'third']) {
    const email = `${name}@scheme.example`;
    const person = {
      organisationId,
      kind,
      role: 'officer',
      name: `Officer ${name}`,
      email,
      password,
    } as const;
    const accountId = await addPerson({ db, now: new Date() }, person);
    if (name === 'third') await giveApp(email, { kind: 'officer', accountId, organisationId });
  }
  await giveApp('auditor@body.example', lead);
});

test.afterAll(() => ground.clear());

async function giveApp(email: string, actor: Parameters<typeof withApp>[0]['actor']) {
  const { secret } = await withApp({ db: ground.db, now: new Date(), actor });
  secrets.set(email, secret);
}

const visitor = async (browser: Browser, { scripts = false } = {}) =>
  (await browser.newContext({ baseURL: ground.origin, javaScriptEnabled: scripts })).newPage();

/** The code an app shows now; what it has shown before is forgotten, so that no test waits for half a minute. */
async function freshCode(email: string) {
  await sql`update authenticator set last_step = null
    where account_id = (select id from account where email = ${email})`.execute(ground.db);
  return codeAt(secrets.get(email) ?? '', new Date());
}

async function signIn(page: Page, email: string) {
  await givePassword(page, email);
  await page.getByLabel('Six-digit code').fill(await freshCode(email));
  await press(page, 'Sign in');
  await expect(page).toHaveURL(/\/now$/);
}

/** As if they had signed in a quarter of an hour ago. */
const grow = () => sql`update session set confirmed_at = now() - interval '11 minutes'`.execute(ground.db);

let codes: string[] = [];

test('an officer without a second factor is led to it from everywhere, adds an app and goes on', async ({
  browser,
}) => {
  const page = await visitor(browser);
  await givePassword(page, 'first@scheme.example');
  for (const path of ['/now', '/scheme/certificates', '/scheme/factor-resets']) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/me\/factors$/);
  }
  await expect(page.getByRole('heading', { name: 'Add a second factor first' })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Add an authenticator app' }).click();
  await expectAccessible(page);
  const key = (await page.getByText('Or type this key').locator('span').textContent()) ?? '';
  secrets.set('first@scheme.example', key.replaceAll(' ', ''));
  expect(await statusOf(page, () => press(page, 'Add the app'))).toBe(400);
  await page.getByLabel('Six-digit code').fill('000 000');
  expect(await statusOf(page, () => press(page, 'Add the app'))).toBe(409);
  await expectAccessible(page);
  await page.getByLabel('Six-digit code').fill(codeAt(secrets.get('first@scheme.example') ?? '', new Date()));
  await press(page, 'Add the app');
  await expect(page.getByRole('heading', { name: 'Keep these recovery codes' })).toBeVisible();
  codes = await page.locator('main li').allTextContents();
  expect(codes).toHaveLength(10);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'I have kept them: go on' }).click();
  await expect(page).toHaveURL(/\/now$/);
  expect((await page.goto('/scheme/certificates'))?.status()).toBe(200);
  await page.goto('/me/factors');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Remove the authenticator app' }).click();
  await expectAccessible(page);
  expect(await statusOf(page, () => press(page, 'Remove the app'))).toBe(409);
  await expect(page.getByRole('alert')).toContainText('your last one');
});

test('signing in takes the code as well, each once; a recovery code stands in, once', async ({ browser }) => {
  const page = await visitor(browser);
  const email = 'first@scheme.example';
  await page.goto('/sign-in/second-factor');
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await givePassword(page, email);
  await expect(page).toHaveURL(/second-factor/);
  await expectAccessible(page);
  await page.goto('/now');
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto('/sign-in/second-factor?next=%2Fscheme%2Finvoices');
  const code = await freshCode(email);
  await page.getByLabel('Six-digit code').fill('123456');
  expect(await statusOf(page, () => press(page, 'Sign in'))).toBe(409);
  await expect(page.getByLabel('Six-digit code')).toHaveValue('');
  await page.getByLabel('Six-digit code').fill(code);
  await press(page, 'Sign in');
  await expect(page).toHaveURL(/\/scheme\/invoices$/);

  await signOut(page);
  await givePassword(page, email);
  await page.getByLabel('Six-digit code').fill(code);
  expect(await statusOf(page, () => press(page, 'Sign in'))).toBe(409);
  await page.getByRole('link', { name: 'Use a recovery code' }).click();
  await expectAccessible(page);
  await page.getByLabel('Recovery code').fill(codes[0]?.toLowerCase() ?? '');
  await press(page, 'Sign in');
  await expect(page).toHaveURL(/\/now$/);
  await page.goto('/me/factors');
  await expect(page.getByText('You have 9 left')).toBeVisible();

  await signOut(page);
  await givePassword(page, email);
  await page.goto('/sign-in/recovery');
  await page.getByLabel('Recovery code').fill(codes[0] ?? '');
  expect(await statusOf(page, () => press(page, 'Sign in'))).toBe(409);
  await expect(page.getByRole('alert')).toContainText('used already');
  await ground.settled();
  const subjects = ground.mail.letters
    .filter(({ to }) => to.includes(email))
    .map(({ source }) => /^Subject: (.*)$/m.exec(source)?.[1]);
  expect(subjects).toContain('Authenticator app added');
  expect(subjects).toContain('One of your recovery codes was used');
});

test('five wrong codes are enough for a while', async ({ browser }) => {
  const page = await visitor(browser);
  await givePassword(page, 'third@scheme.example');
  for (const status of [409, 409, 409, 409, 409, 429]) {
    await page.getByLabel('Six-digit code').fill('000000');
    expect(await statusOf(page, () => press(page, 'Sign in'))).toBe(status);
  }
  await expect(page.getByRole('alert')).toContainText('too often');
  await sql`delete from rate_limit`.execute(ground.db);
});

test('suspending asks who it is once ten minutes have passed, and loses nothing of what was written', async ({
  browser,
}) => {
  const page = await visitor(browser);
  const email = 'first@scheme.example';
  await signIn(page, email);
  await grow();
  const suspend = `/scheme/certificates/${ground.certificateId}/suspend`;
  await page.goto(suspend);
  await expect(page).toHaveURL(/\/confirm-identity\?next=/);
  await expectAccessible(page);
  await page.getByLabel('Password').fill('not the password');
  await page.getByLabel('Six-digit code').fill(await freshCode(email));
  expect(await statusOf(page, () => press(page, 'Go on'))).toBe(409);
  expect(await page.content()).not.toContain('not the password');
  await page.getByLabel('Password').fill(password);
  await page.getByLabel('Six-digit code').fill(await freshCode(email));
  await press(page, 'Go on');
  await expect(page).toHaveURL(new RegExp(`${suspend}$`));

  await grow();
  await page.getByLabel('Reason').selectOption('documents_withheld');
  await page.getByLabel('Note').fill('Four passports were found in the agency’s safe.');
  expect(await statusOf(page, () => press(page, 'Suspend and publish'))).toBe(409);
  await expect(page.getByRole('alert')).toContainText('more than ten minutes ago');
  await expect(page.getByLabel('Note')).toHaveValue('Four passports were found in the agency’s safe.');
  await expectAccessible(page);
  const tab = await page.context().newPage();
  await tab.goto((await page.getByRole('link', { name: /say who you are/ }).getAttribute('href')) ?? '');
  await tab.getByLabel('Password').fill(password);
  await tab.getByLabel('Six-digit code').fill(await freshCode(email));
  await press(tab, 'Go on');
  await expect(tab.getByRole('heading', { name: 'Thank you: it is you' })).toBeVisible();
  await expectAccessible(tab);
  await press(page, 'Suspend and publish');
  await expect(page).toHaveURL(new RegExp(`${ground.certificateId}$`));
});

test('a passkey is made, signs in alone, and says who it is; without scripts the page says what it needs', async ({
  browser,
}) => {
  const page = await visitor(browser, { scripts: true });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await givePassword(page, 'second@scheme.example');
  await page.getByRole('link', { name: 'Add a passkey' }).click();
  await expectAccessible(page);
  await expect(page.getByText('Passkeys need a script')).toHaveCount(0);
  await page.getByLabel('Name').fill('My phone');
  await press(page, 'Make the passkey');
  await expect(page.getByRole('heading', { name: 'Keep these recovery codes' })).toBeVisible();
  await page.getByRole('link', { name: 'I have kept them: go on' }).click();
  await expect(page).toHaveURL(/\/now$/);

  await page.goto('/me/factors/passkey');
  await page.getByLabel('Name').fill('The same again');
  await press(page, 'Make the passkey');
  await expect(page.getByText('has a passkey for your account already')).toBeVisible();

  await signOut(page);
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Sign in with a passkey' }).click();
  await expectAccessible(page);
  await press(page, 'Use my passkey');
  await expect(page).toHaveURL(/\/now$/);
  await grow();
  await page.goto('/me/factors/codes');
  await expect(page).toHaveURL(/\/confirm-identity/);
  await expect(page.getByLabel('Password')).toHaveCount(0);
  await page.getByRole('link', { name: 'Use a passkey' }).click();
  await press(page, 'Use my passkey');
  await expect(page).toHaveURL(/\/me\/factors\/codes$/);

  const still = await visitor(browser);
  await still.goto('/sign-in/passkey');
  await expect(still.getByText('Passkeys need a script')).toBeVisible();
  expect(await statusOf(still, () => press(still, 'Use my passkey'))).toBe(400);
  await expectAccessible(still);
});

test('a lost phone: two officers ask and approve, the person sees it and stops it', async ({ browser }) => {
  const first = await visitor(browser);
  await signIn(first, 'first@scheme.example');
  await first.goto('/scheme/factor-resets');
  await expectAccessible(first);
  await first.getByRole('link', { name: 'Ask for a reset' }).first().click();
  await expectAccessible(first);
  expect(await statusOf(first, () => press(first, 'Ask for the reset'))).toBe(400);
  await first.getByLabel('Address the person signs in with').fill('nobody@body.example');
  await first.getByLabel('What happened').fill('Phone stolen; I rang the number on file and knew her voice.');
  expect(await statusOf(first, () => press(first, 'Ask for the reset'))).toBe(409);
  await first.getByLabel('Address the person signs in with').fill('auditor@body.example');
  await press(first, 'Ask for the reset');
  await expect(first).toHaveURL(/factor-resets$/);
  await expect(first.getByText('Needs a second officer')).toBeVisible();
  await expect(first.getByRole('link', { name: /^Approve/ })).toHaveCount(0);

  const third = await visitor(browser);
  await signIn(third, 'third@scheme.example');
  await third.goto('/scheme/factor-resets');
  await third.getByRole('link', { name: /^Approve/ }).click();
  await expectAccessible(third);
  await press(third, 'Approve the reset');
  await expect(third.getByText(/Approved, on/)).toBeVisible();
  await expectAccessible(third);

  const auditor = await visitor(browser);
  await signIn(auditor, 'auditor@body.example');
  expect((await auditor.goto('/scheme/factor-resets'))?.status()).toBe(403);
  await auditor.goto('/me/factors');
  await auditor.getByRole('link', { name: 'stop the reset' }).click();
  await expectAccessible(auditor);
  await press(auditor, 'Stop the reset');
  await expect(auditor).toHaveURL(/\/me\/factors$/);
  await third.reload();
  await expect(third.getByText(/^Stopped/)).toBeVisible();
});
