import type { Page } from '@playwright/test';
import { sql } from 'kysely';

import { connect } from '#db/client.server.ts';
import { clientId, clientSecret, signInAt, startProvider } from '#tests/support/oidc.ts';

import { follow, press } from './steps.ts';
import { expect, expectAccessible, test } from './support.ts';

/** Single sign-on against a real provider on loopback, from the first claim to the step-up. */
const domain = 'everest-manpower.example';
const owner = `owner@${domain}`;
const colleague = `ravi@${domain}`;
const foreigner = 'owner@sunrise-overseas.example';

let provider: Awaited<ReturnType<typeof startProvider>>;

test.beforeAll(async () => {
  provider = await startProvider({ callback: `${process.env['BASE_URL']}/sign-in/sso/callback` });
  provider.people.set('sabina', { email: owner, email_verified: true });
  provider.people.set('unverified', { email: owner, email_verified: false });
  provider.people.set('foreign', { email: foreigner, email_verified: true });
  provider.people.set('colleague', { email: colleague, email_verified: true });
  provider.people.set('stranger', { email: `nobody@${domain}`, email_verified: true });
  provider.people.set('successor', { email: owner, email_verified: true });
});
test.afterAll(() => provider.stop());

test.describe.configure({ mode: 'serial' });
test.setTimeout(120_000);

/** Sends the form as the page does, without following to the provider; answers with the address it would go to. */
async function leave(page: Page, email = owner, next = '') {
  const origin = process.env['BASE_URL'] ?? '';
  const form = { email, next };
  const answer = await page.request.post('/sign-in/sso', { form, headers: { Origin: origin } });
  const address = /http-equiv="refresh" content="0;url=([^"]+)"/i.exec(await answer.text())?.[1];
  if (!address) throw new Error(`no way to the provider: ${answer.status()}`);
  return address.replaceAll('&amp;', '&');
}

/** Comes back from the provider as somebody, and is told no. */
async function expectNo(page: Page, back: URL, words: string | RegExp) {
  const answer = await page.goto(back.href);
  expect(answer?.status()).toBe(409);
  await expect(page.getByRole('main')).toContainText(words);
  await expectAccessible(page);
  await page.goto('/now');
  await expect(page).toHaveURL(/\/sign-in\?/);
}

async function signInThere(page: Page, login: string) {
  await page.locator('input[name="login"]').fill(login);
  await page.locator('input[name="password"]').fill('any');
  await page.getByRole('button', { name: 'Sign-in' }).click();
}

test('before anything is set up, everybody gets the same answer', async ({ desk }) => {
  const page = await desk.visitor();
  await page.goto('/sign-in');
  await follow(page, 'Sign in with your organisation');
  for (const email of [owner, 'nobody@nowhere.example']) {
    await page.getByLabel('Work e-mail address').fill(email);
    await press(page, 'Continue');
    await expect(page.getByRole('alert')).toContainText('has not set up single sign-on');
    await expect(page.getByLabel('Work e-mail address')).toHaveValue(email);
    await expectAccessible(page);
  }
  await page.getByLabel('Work e-mail address').fill('no address');
  await press(page, 'Continue');
  await expect(page.getByRole('alert')).toContainText('Enter an address like');
  expect((await page.goto('/sign-in/sso/callback?state=x&code=y'))?.status()).toBe(409);
  await expectAccessible(page);
});

test('an owner claims the domain, an officer confirms it, the owner names the provider', async ({ desk }) => {
  const page = await desk.as(owner);
  await page.goto('/organisation/sign-on');
  await expectAccessible(page);
  await follow(page, 'Claim a domain');
  await page.getByLabel('Domain').fill('gmail.com');
  await press(page, 'Claim the domain');
  await expect(page.getByRole('alert')).toContainText('Anybody can have an address');
  await page.getByLabel('Domain').fill(domain);
  await press(page, 'Claim the domain');
  await expect(page.getByText(`_fairroute-challenge.${domain}`)).toBeVisible();
  await expectAccessible(page);
  await press(page, 'Check now');
  await expect(page.getByRole('alert')).toContainText(/not there yet|No name server/);

  await page.goto('/organisation/sign-on/provider');
  await page.getByLabel('Issuer').fill(provider.issuer);
  await page.getByLabel('Client id').fill(clientId);
  await page.getByLabel('Client secret').fill(clientSecret);
  await press(page, 'Ask the provider and save');
  await expect(page.getByRole('alert')).toContainText('First prove a mail domain');
  expect(await page.content()).not.toContain(clientSecret);

  const officer = await desk.as('officer@scheme.example');
  await officer.goto('/scheme/domains');
  await expectAccessible(officer);
  await follow(officer, `Confirm ${domain}`);
  await press(officer, 'Confirm the domain');
  await expect(officer.getByRole('alert')).toContainText('Say what you checked');
  await officer
    .getByLabel('What you checked')
    .fill('The licence names this domain; the owner called from its number.');
  await press(officer, 'Confirm the domain');
  await expect(officer.getByRole('row', { name: domain })).toContainText('Confirmed by the scheme');
  await expectAccessible(officer);

  await page.goto('/organisation/sign-on');
  await expect(page.getByRole('row', { name: domain })).toContainText('Confirmed by the scheme');
  await follow(page, 'Set up the provider');
  await page.getByLabel('Client id').fill(clientId);
  await page.getByLabel('Client secret').fill(clientSecret);
  for (const [issuer, words] of [
    ['not an address', 'Enter an address like'],
    ['https://169.254.169.254', 'cannot be used'],
    ['http://127.0.0.1:1', 'did not answer'],
  ] as const) {
    await page.getByLabel('Issuer').fill(issuer);
    await page.getByLabel('Client secret').fill(clientSecret);
    await press(page, 'Ask the provider and save');
    await expect(page.getByRole('alert')).toContainText(words);
    expect(await page.content()).not.toContain(clientSecret);
    await expectAccessible(page);
  }
  await page.getByLabel('Issuer').fill(provider.issuer);
  await page.getByLabel('Client secret').fill(clientSecret);
  await press(page, 'Ask the provider and save');
  await expect(page.getByText('Stored, sealed')).toBeVisible();
  expect(await page.content()).not.toContain(clientSecret);
  await expectAccessible(page);
});

test('other people see nothing of it', async ({ desk }) => {
  const other = await desk.as(foreigner);
  await other.goto('/organisation/sign-on');
  await expect(other.getByText(domain)).toHaveCount(0);
  expect((await other.goto(`/organisation/sign-on/domain/${domain}/remove`))?.status()).toBe(404);
  expect((await other.goto('/scheme/domains'))?.status()).toBe(403);
});

test('who comes back with something amiss is told so on one plain page', async ({ desk }) => {
  const page = await desk.visitor();
  for (const [login, words] of [
    ['unverified', 'not verified'],
    ['foreign', 'not at a domain of this organisation'],
    ['stranger', 'invite you'],
  ] as const) {
    await expectNo(page, await signInAt(await leave(page), login), words);
  }
  const astray = await signInAt(await leave(page), 'sabina');
  const altered = new URL(astray);
  altered.searchParams.set('state', 'another');
  await expectNo(page, altered, 'works once');
  // Somebody else's browser with a true answer in its address: it began nothing.
  await expectNo(await desk.visitor(), astray, 'works once');

  const wrong = await signInAt(await leave(page), 'sabina');
  wrong.searchParams.set('code', 'altered');
  await expectNo(page, wrong, 'did not confirm who you are');
  const declined = new URL(`${process.env['BASE_URL']}/sign-in/sso/callback?error=access_denied`);
  declined.searchParams.set('state', new URL(await leave(page)).searchParams.get('state') ?? '');
  await expectNo(page, declined, 'did not confirm who you are');
});

test('a person signs in through the provider, once for each answer', async ({ desk }) => {
  const page = await desk.visitor();
  const back = await signInAt(await leave(page, owner, '/certificate'), 'sabina');
  await page.goto(back.href);
  await expect(page).toHaveURL(/\/certificate$/);
  const [cookie] = (await page.context().cookies()).filter(({ name }) => name.endsWith('session'));
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });

  await page.context().clearCookies({ name: cookie?.name ?? '' });
  await expectNo(page, back, 'works once');
  // The same address in other hands: the account is linked to the first.
  await expectNo(page, await signInAt(await leave(page), 'successor'), 'linked to another person');
  // The same person under another address of the domain.
  provider.people.set('sabina', { email: `sabina@${domain}`, email_verified: true });
  await page.goto((await signInAt(await leave(page), 'sabina')).href);
  await expect(page).toHaveURL(/\/now$/);
});

test('a browser goes all the way by itself, and again to confirm who it is', async ({ desk }) => {
  const page = await desk.visitor();
  await page.goto(`/sign-in/sso?email=${owner}&next=/organisation/sign-on`);
  await expect(page.getByLabel('Work e-mail address')).toHaveValue(owner);
  await press(page, 'Continue');
  await signInThere(page, 'sabina');
  await expect(page).toHaveURL(/\/organisation\/sign-on$/);

  const { db } = connect(process.env['DATABASE_URL'] ?? '', { max: 1 });
  await sql`with person as (
      insert into account (email, name, created_at, verified_at) values (${colleague}, 'Ravi Lama', now(), now()) returning id)
    insert into membership (account_id, organisation_id, organisation_kind, role, created_at)
    select person.id, m.organisation_id, m.organisation_kind, m.role, now() from person, membership m
    join account a on a.id = m.account_id where a.email = ${owner}`.execute(db);
  const long = sql`update session set confirmed_at = now() - interval '1 hour'`;
  await long.execute(db);
  await page.goto('/organisation/sign-on/domain');
  await expect(page).toHaveURL(/\/confirm-identity\?next=/);

  const confirm = async (login: string) => {
    await page.goto('/confirm-identity/sso?next=/organisation/sign-on/domain');
    await expectAccessible(page);
    await press(page, 'Continue to your organisation');
    // Signed in there already, and asked all the same.
    await signInThere(page, login);
  };
  const before = (await page.context().cookies()).find(({ name }) => name.endsWith('session'))?.value;
  await confirm('sabina');
  await expect(page).toHaveURL(/\/organisation\/sign-on\/domain$/);
  await expect(page.getByLabel('Domain')).toBeVisible();
  const after = (await page.context().cookies()).find(({ name }) => name.endsWith('session'))?.value;
  expect(after).not.toBe(before);

  // Somebody else, who has since signed in at the provider, does not confirm for the first.
  await long.execute(db);
  await page.context().clearCookies({ name: /^_/ });
  await confirm('colleague');
  await expect(page.getByRole('main')).toContainText('Somebody else signed in');
  await page.goto('/organisation/sign-on/domain');
  await expect(page).toHaveURL(/\/confirm-identity\?next=/);
  const { rows } = await sql<{
    type: string;
  }>`select type from event where type = 'account.identity_confirmed'
    and payload->>'method' = 'single_sign_on'`.execute(db);
  expect(rows).toHaveLength(1);
  await db.destroy();
});

test('whoever works elsewhere too, with a second factor, is asked for it after the provider', async ({
  desk,
}) => {
  const { db } = connect(process.env['DATABASE_URL'] ?? '', { max: 1 });
  await sql`insert into membership (account_id, organisation_id, organisation_kind, role, created_at)
    select a.id, m.organisation_id, m.organisation_kind, m.role, now() from account a, membership m
    join account b on b.id = m.account_id where a.email = ${colleague} and b.email = ${foreigner}`.execute(
    db,
  );
  await sql`insert into passkey (account_id, credential_id, public_key, counter, name, added_at)
    select id, 'of the colleague', '\\x00', 0, 'Phone', now() from account where email = ${colleague}`.execute(
    db,
  );
  await db.destroy();
  const page = await desk.visitor();
  await page.goto((await signInAt(await leave(page), 'colleague')).href);
  await expect(page).toHaveURL(/\/sign-in\/second-factor\?next=%2Fnow$/);
  await page.goto('/now');
  await expect(page).toHaveURL(/\/sign-in\?/);
});

test('an owner takes it all back', async ({ desk }) => {
  const page = await desk.as(owner);
  await page.goto('/organisation/sign-on');
  await follow(page, 'Remove the provider');
  await press(page, 'Remove the provider');
  await expect(page.getByText('No provider yet')).toBeVisible();
  await follow(page, `Remove ${domain}`);
  await press(page, 'Remove the domain');
  await expect(page.getByText('No domain yet')).toBeVisible();
  const visitor = await desk.visitor();
  await visitor.goto('/sign-in/sso');
  await visitor.getByLabel('Work e-mail address').fill(owner);
  await press(visitor, 'Continue');
  await expect(visitor.getByRole('alert')).toContainText('has not set up single sign-on');
});
