import type { Page } from '@playwright/test';
import { sql } from 'kysely';

import { connect } from '#db/client.server.ts';

import { press } from './steps.ts';
import { expect, expectAccessible, test } from './support.ts';

const owner = 'sourcing@northwind-apparel.example';

/** Asks the API with a key. */
async function ask(page: Page, key: string) {
  const response = await page.request.get('/api/v1/recruiters?limit=1', {
    headers: { Authorization: `Bearer ${key}` },
  });
  return response.status();
}

const keyOn = async (page: Page) => (await page.locator('main code').first().textContent()) ?? '';

test.describe.configure({ mode: 'serial' });

test('a company makes a key, uses it, replaces it while both work, and revokes the old one', async ({
  desk,
}) => {
  const page = await desk.as(owner);
  await page.goto('/organisation/keys');
  await expect(page.getByText('No keys yet')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Make a key' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Supplier portal');
  await press(page, 'Make the key');
  await expect(page.getByRole('alert')).toContainText('Choose what the key is for');
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Supplier portal');
  await expectAccessible(page);

  await page.getByLabel('Read the register').check();
  const [answer] = await Promise.all([
    page.waitForResponse((candidate) => candidate.request().method() === 'POST'),
    press(page, 'Make the key'),
  ]);
  expect(answer.headers()['cache-control']).toBe('no-store');
  const first = await keyOn(page);
  expect(first).toMatch(/^fr_live_[\w-]{43}$/);
  await expectAccessible(page);
  expect(await ask(page, first)).toBe(200);

  // Sending the same form once more makes no second key.
  const again = await page.reload();
  expect(again?.status()).toBe(409);
  await expect(page.getByRole('alert')).toContainText('made already');

  await page.goto('/organisation/keys');
  const row = page.getByRole('row', { name: 'Supplier portal' });
  await expect(row).toContainText(`fr_live_…${first.slice(-4)}`);
  await expect(row).toContainText('In use');
  await expect(row).not.toContainText('Never');
  expect(await page.content()).not.toContain(first);
  await expectAccessible(page);

  await row.getByRole('link', { name: 'Replace' }).click();
  await press(page, 'Make the new key');
  await expect(page.getByRole('alert')).toContainText('Choose how long');
  await page.getByLabel('One more day').check();
  await expectAccessible(page);
  await press(page, 'Make the new key');
  const second = await keyOn(page);
  await expectAccessible(page);
  expect([await ask(page, first), await ask(page, second)]).toEqual([200, 200]);

  await page.getByRole('link', { name: 'I have copied it' }).click();
  await expect(page.getByRole('row', { name: 'Being replaced' })).toHaveCount(1);
  await page.getByRole('row', { name: 'Being replaced' }).getByRole('link', { name: 'Revoke' }).click();
  await expectAccessible(page);
  await press(page, 'Revoke the key');
  await expect(page).toHaveURL(/\/organisation\/keys$/);
  await expect(page.getByRole('row', { name: 'Revoked' })).toHaveCount(1);
  expect([await ask(page, first), await ask(page, second)]).toEqual([401, 200]);
});

test('whoever did not say lately who they are is asked, and loses nothing', async ({ desk }) => {
  const page = await desk.as(owner);
  await page.goto('/organisation/keys/new');
  await page.getByLabel('Name', { exact: true }).fill('Night job');
  await page.getByLabel('Read the register').check();
  const { db } = connect(process.env['DATABASE_URL'] ?? '', { max: 1 });
  await sql`update session set confirmed_at = now() - interval '11 minutes'`.execute(db);
  await db.destroy();
  const [answer] = await Promise.all([
    page.waitForResponse((candidate) => candidate.request().method() === 'POST'),
    press(page, 'Make the key'),
  ]);
  expect(answer.status()).toBe(409);
  await expect(page.getByRole('alert')).toContainText('Confirm who you are');
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Night job');
  await expect(page.getByLabel('Read the register')).toBeChecked();
  await expectAccessible(page);
  await page.goto('/organisation/keys/new');
  await expect(page).toHaveURL(/\/confirm-identity\?next=%2Forganisation%2Fkeys%2Fnew/);
});

test('a colleague who is no owner sees the keys and changes none', async ({ desk }) => {
  const { db } = connect(process.env['DATABASE_URL'] ?? '', { max: 1 });
  const colleague = 'colleague@northwind-apparel.example';
  await sql`with colleague as (
      insert into account (email, name, password_hash, created_at, verified_at)
      select ${colleague}, 'Ola Berg', password_hash, now(), now() from account where email = ${owner} returning id)
    insert into membership (account_id, organisation_id, organisation_kind, role, created_at)
    select colleague.id, m.organisation_id, m.organisation_kind, m.role, now()
    from colleague, membership m join account a on a.id = m.account_id where a.email = ${owner}`.execute(db);
  await db.destroy();
  const page = await desk.as(colleague);
  await page.goto('/organisation/keys');
  await expect(page.getByRole('row', { name: 'Revoked' })).toBeVisible();
  await expect(page.getByRole('link', { name: /Make a key|Replace|Revoke/ })).toHaveCount(0);
  await expectAccessible(page);
  const buyer = await desk.as(owner);
  await buyer.goto('/organisation/keys');
  const replace = (await buyer.getByRole('link', { name: 'Replace' }).first().getAttribute('href')) ?? '';
  for (const path of ['/organisation/keys/new', replace, replace.replace('rotate', 'revoke')]) {
    expect((await page.goto(path))?.status(), path).toBe(403);
    const posted = await page.request.post(path, {
      form: {},
      headers: { Origin: new URL(page.url()).origin },
    });
    expect(posted.status(), path).toBe(403);
  }
});

test('keys are for companies, and another’s or nobody’s key is not there', async ({ desk }) => {
  const recruiter = await desk.as('owner@everest-manpower.example');
  expect((await recruiter.goto('/organisation/keys'))?.status()).toBe(403);
  const supplier = await desk.as('site@delta-garments.example');
  const buyer = await desk.as(owner);
  await buyer.goto('/organisation/keys');
  const link = await buyer.getByRole('link', { name: 'Replace' }).first().getAttribute('href');
  for (const path of [link ?? '', '/organisation/keys/anything/revoke'])
    expect((await supplier.goto(path))?.status()).toBe(404);
  const visitor = await desk.visitor();
  await visitor.goto('/organisation/keys/new');
  await expect(visitor).toHaveURL(/\/sign-in\?next=%2Forganisation%2Fkeys%2Fnew/);
});
