import type { Page } from '@playwright/test';
import { sql } from 'kysely';

import { connect } from '#db/client.server.ts';

import { press } from './steps.ts';
import { eventually, expect, expectAccessible, test } from './support.ts';

const password = 'seven quiet paper boats';
const owner = 'sourcing@northwind-apparel.example';

/** The newest link that was mailed to an address, as a path. */
async function linkFor(email: string) {
  const { db } = connect(process.env['DATABASE_URL'] ?? '', { max: 1 });
  try {
    let path = '';
    await expect(async () => {
      const mail = await db
        .selectFrom('mail')
        .select('plain')
        .where('recipient', '=', email)
        .orderBy('sent_at', 'desc')
        .limit(1)
        .executeTakeFirst();
      path = /https?:\/\/[^/\s]+(\/invitation\/\S+)/.exec(mail?.plain ?? '')?.[1] ?? '';
      expect(path).not.toBe('');
    }).toPass({ timeout: 15_000 });
    return path;
  } finally {
    await db.destroy();
  }
}

async function visit(page: Page, path: string) {
  const answer = await page.goto(path);
  await expectAccessible(page);
  return answer?.status();
}

async function inviteFrom(page: Page, email: string) {
  await page.goto('/organisation');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Invite somebody' }).click();
  await expectAccessible(page);
  await press(page, 'Send the invitation');
  await expect(page.getByRole('alert').first()).toContainText('There are problems with 2 answers');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Role').selectOption('company');
  await press(page, 'Send the invitation');
  await expect(page.getByRole('row', { name: email })).toBeVisible();
}

test('an owner invites, a new person accepts and comes to a first page of their own', async ({ desk }) => {
  const email = 'nina@northwind-apparel.example';
  const page = await desk.as(owner);
  await inviteFrom(page, email);
  const link = await linkFor(email);

  const visitor = await desk.visitor();
  expect(await visit(visitor, link)).toBe(200);
  await expect(visitor.getByRole('heading', { name: 'Join Northwind Apparel' })).toBeVisible();
  await visitor.getByLabel('Your name').fill('Nina New');
  await visitor.getByLabel('Password').fill('short');
  await press(visitor, 'Accept and open my account');
  await expect(visitor.getByRole('alert').first()).toContainText('12 characters');
  await expect(visitor.getByLabel('Your name')).toHaveValue('Nina New');
  await visitor.getByLabel('Password').fill(password);
  await press(visitor, 'Accept and open my account');
  await expect(visitor).toHaveURL(/\/now/);
  await expect(visitor.getByRole('heading', { name: 'Hello, Nina New' })).toBeVisible();

  expect(await visit(visitor, link)).toBe(410);
  expect(await visit(visitor, '/invitation/not-a-link-of-ours')).toBe(410);
  // A colleague sees who works here, and may not change it.
  expect(await visit(visitor, '/organisation')).toBe(200);
  await expect(visitor.getByRole('link', { name: 'Invite somebody' })).toHaveCount(0);
  expect(await visit(visitor, '/organisation/invite')).toBe(403);
  expect(await visit(visitor, '/organisation/trail')).toBe(403);
});

test('ownership is handed over, and the last owner stays', async ({ desk }) => {
  const page = await desk.as(owner);
  await page.goto('/organisation/give-up');
  await expectAccessible(page);
  await press(page, 'Give it up');
  await expect(page.getByRole('alert').first()).toContainText('you are the last');

  await page.goto('/organisation');
  await page.getByRole('link', { name: 'Make Nina New an owner' }).click();
  await expectAccessible(page);
  await press(page, 'Make owner');
  await page.goto('/organisation/give-up');
  await press(page, 'Give it up');
  await page.goto('/organisation');
  await expect(page.getByRole('link', { name: 'Invite somebody' })).toHaveCount(0);

  const nina = await desk.as('nina@northwind-apparel.example', password);
  await nina.goto('/organisation');
  await expect(nina.getByRole('link', { name: 'Invite somebody' })).toBeVisible();
  await nina.goto('/organisation/trail');
  await expectAccessible(nina);
  await expect(nina.getByText('Erik Holm: No longer an owner')).toBeVisible();
  // Handed back, so that the demonstration stays as others rely on it.
  await nina.goto('/organisation');
  await nina.getByRole('link', { name: 'Make Erik Holm an owner' }).click();
  await press(nina, 'Make owner');
});

test('a session ended on one browser is over on the other', async ({ desk }) => {
  const [here, there] = [await desk.as(owner), await desk.as(owner)];
  await here.goto('/me/sessions');
  await expectAccessible(here);
  const rows = here.getByRole('row').filter({ hasNotText: 'This one' });
  await rows.nth(1).getByRole('link').click();
  await expectAccessible(here);
  await press(here, 'End it');
  await expect(here).toHaveURL(/\/me\/sessions$/);
  await there.goto('/now');
  await expect(there).toHaveURL(/\/sign-in/);
  await here.goto('/me/trail');
  await expectAccessible(here);
  await expect(here.getByText(/A session was ended/).first()).toBeVisible();

  await here.goto('/me/sessions/end-all');
  await expectAccessible(here);
  await press(here, 'Sign out everywhere');
  await expect(here).toHaveURL(/\/sign-in/);
});

test('somebody removed is out at once', async ({ desk }) => {
  const nina = await desk.as('nina@northwind-apparel.example', password);
  const page = await desk.as(owner);
  await page.goto('/organisation');
  await page.getByRole('link', { name: 'Remove Nina New' }).click();
  await expectAccessible(page);
  await press(page, 'Remove');
  await nina.goto('/now');
  await expect(nina).toHaveURL(/\/sign-in/);
  await nina.goto('/sign-in');
  await nina.getByLabel('E-mail address').fill('nina@northwind-apparel.example');
  await nina.getByLabel('Password').fill(password);
  await press(nina, 'Sign in');
  await expect(nina.getByRole('alert').first()).toContainText('belongs to no organisation');
});

test('one person, two places: accepts with their account and switches', async ({ desk }) => {
  const email = 'site@delta-garments.example';
  const page = await desk.as(owner);
  await inviteFrom(page, email);
  const link = await linkFor(email);
  expect(await visit(page, link)).toBe(200);
  await expect(page.getByText('You are signed in with another address')).toBeVisible();
  const visitor = await desk.visitor();
  await visit(visitor, link);
  await visitor.getByRole('link', { name: 'Sign in', exact: true }).last().click();
  await visitor.getByLabel('E-mail address').fill(email);
  await visitor.getByLabel('Password').fill('demo-fair-route-2026');
  await press(visitor, 'Sign in');
  await expectAccessible(visitor);
  await press(visitor, 'Accept the invitation');
  await expect(visitor).toHaveURL(/\/now/);
  await visitor.goto('/places');
  await expectAccessible(visitor);
  await press(visitor, 'Switch to Delta Garments, as company');
  await visitor.goto('/organisation');
  await expect(visitor.getByRole('heading', { name: 'People of Delta Garments' })).toBeVisible();
  // Back as it was.
  await visitor.goto('/places');
  await press(visitor, 'Switch to Northwind Apparel, as company');
  await visitor.goto('/organisation/leave');
  await expectAccessible(visitor);
  await press(visitor, 'Leave');
  await expect(visitor).toHaveURL(/\/$/);
});

test('whoever belongs to the scheme does not join an audit body, and is told why', async ({ desk }) => {
  const email = 'trainer@scheme.example';
  const page = await desk.as('auditor@meridian-audit.example');
  await page.goto('/organisation/invite');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Role').selectOption('auditor');
  await press(page, 'Send the invitation');
  const trainer = await desk.as(email);
  await trainer.goto(await linkFor(email));
  await press(trainer, 'Accept the invitation');
  await expect(trainer.getByRole('alert').first()).toContainText('excludes this role');
  await page.goto('/organisation');
  await page.getByRole('link', { name: `Take back the invitation of ${email}` }).click();
  await expectAccessible(page);
  await press(page, 'Take it back');
  await expect(page.getByRole('row', { name: email })).toHaveCount(0);
});

test('an officer brings in an organisation and records advice', async ({ desk }) => {
  const page = await desk.as('officer@scheme.example');
  expect(await visit(page, '/scheme/organisations?kind=authority')).toBe(200);
  await page.getByRole('link', { name: 'Bring in an organisation' }).click();
  await expectAccessible(page);
  await page.getByLabel('Audit body', { exact: true }).check();
  await page.getByLabel('Name', { exact: true }).fill('Northern Lights Audit');
  await page.getByLabel('Country').selectOption('NO');
  await page.getByLabel('E-mail address of its first owner').fill('owner@northern-lights.example');
  await page.getByLabel('Role').selectOption('auditor');
  await press(page, 'Bring it in and invite the owner');
  await expect(page.getByRole('heading', { name: 'Northern Lights Audit' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Invite an owner' }).click();
  await expectAccessible(page);

  await page.goto('/advice');
  await expectAccessible(page);
  await page.getByLabel('Recruiter').fill('Everest Manpower Services');
  await page.getByLabel('Training', { exact: true }).check();
  await page.getByLabel('Day').fill('2026-01-15');
  await page.getByLabel('Given by').fill('auditor@meridian-audit.example');
  await press(page, 'Record');
  await expect(page.getByRole('alert').first()).toContainText('Whoever audits does not train or advise');
  await page.getByLabel('Given by').fill('');
  await press(page, 'Record');
  await expect(page.getByRole('row', { name: 'Everest Manpower Services' })).toBeVisible();
});

test('ten minutes later, people are managed only by whoever says again who they are', async ({ desk }) => {
  const page = await desk.as('people@harbour-lights.example');
  await page.goto('/organisation/invite');
  await page.getByLabel('E-mail address').fill('late@harbour-lights.example');
  await page.getByLabel('Role').selectOption('company');
  const { db } = connect(process.env['DATABASE_URL'] ?? '', { max: 1 });
  await sql`update session set confirmed_at = now() - interval '11 minutes' where account_id =
    (select id from account where email = 'people@harbour-lights.example')`.execute(db);
  await db.destroy();
  await press(page, 'Send the invitation');
  await expect(page.getByRole('alert').first()).toContainText('who you are');
  await expect(page.getByLabel('E-mail address')).toHaveValue('late@harbour-lights.example');
  for (const path of ['/organisation/invite', '/organisation/give-up']) {
    const answer = await page.request.get(path, { maxRedirects: 0 });
    expect(answer.status()).toBe(302);
    expect(answer.headers()['location']).toContain('/confirm-identity?next=');
  }
});

test('an authority reads its own country and no other', async ({ desk }) => {
  const page = await desk.as('observer@labour-ministry.example');
  expect(await visit(page, '/authority/recruiters')).toBe(200);
  await expect(page.getByRole('heading', { name: 'Recruiters of Nepal' })).toBeVisible();
  await expect(page.getByRole('row', { name: 'Everest Manpower Services' })).toBeVisible();
  await expect(page.getByRole('row', { name: 'Blue Lotus' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Everest Manpower Services' }).click();
  await expectAccessible(page);
  await expect(page.getByRole('heading', { name: 'Open findings' })).toBeVisible();

  const visitor = await desk.visitor();
  await visitor.goto('/register?q=Blue+Lotus');
  const foreign = await visitor.locator('main a[href^="/register/LRN"]').first().getAttribute('href');
  expect(await visit(page, (foreign ?? '').replace('/register/', '/authority/recruiters/'))).toBe(404);
  expect(await visit(await desk.as(owner), '/authority/recruiters')).toBe(403);
  await eventually(page, () => expect(page.getByRole('heading', { level: 1 })).toBeVisible());
});
