import { readFileSync } from 'node:fs';

import type { Page } from '@playwright/test';

import { letterFor, linkFor } from './mailbox.ts';
import { follow, press, signUp } from './steps.ts';
import { expect, expectAccessible, test } from './support.ts';

/** People and their own accounts, from the first form to the last. */
const email = 'buyer@kestrel-outdoor.example';
const password = 'violet thunder pencil harbour';
const another = 'copper lantern meadow orbit';

test.describe.configure({ mode: 'serial' });
test.setTimeout(180_000);

const statusOf = async (page: Page, path: string) => (await page.goto(path))?.status();

async function expectSaid(page: Page, button: string, words: string | RegExp) {
  await press(page, button);
  await expect(page.getByRole('alert')).toContainText(words);
  await expectAccessible(page);
}

async function expectBrokenLink(page: Page, path: string) {
  expect(await statusOf(page, path), path).toBe(410);
  await expect(page.getByRole('heading', { name: 'This link does not work any more' })).toBeVisible();
  await expectAccessible(page);
}

test('a company signs up: a weak password, a wrong one, then its first page; the link works once', async ({
  desk,
}) => {
  const page = await desk.visitor();
  await page.goto('/sign-up');
  await follow(page, 'Sign up as a company');
  await page.getByLabel('Name of the company').fill('Kestrel Outdoor');
  await page.getByLabel('Country where it is registered').selectOption('DE');
  await page.getByLabel('Your name').fill('Jonas Weber');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill('Kestrel-Outdoor-1');
  await expectSaid(page, 'Sign up', 'made of your own names');
  await expect(page.getByLabel('Name of the company')).toHaveValue('Kestrel Outdoor');
  expect(await page.content()).not.toContain('Kestrel-Outdoor-1');
  await page.getByLabel('Password').fill(password);
  await press(page, 'Sign up');
  await expect(page.getByRole('heading', { name: 'Look into your mailbox' })).toBeVisible();

  const link = await linkFor(email, '/welcome');
  await page.goto(link);
  await page.getByLabel('Password').fill(another);
  await expectSaid(page, 'Open the account', 'This is not the password');
  await page.getByLabel('Password').fill(password);
  await press(page, 'Open the account');
  await expect(page).toHaveURL(/\/now$/);
  await expect(page.getByRole('heading', { name: 'Hello, Jonas Weber' })).toBeVisible();
  await expectBrokenLink(await desk.visitor(), link);
});

test('a link that is broken, of whatever kind, leads to a new one', async ({ desk }) => {
  const page = await desk.visitor();
  const waiting = 'owner@slow-river.example';
  await page.goto('/sign-up');
  await page.getByLabel('Name of the agency').fill('Slow River Placement');
  await page.getByLabel('Country where it is licensed').selectOption('NP');
  await page.getByLabel('Your name').fill('Anita Gurung');
  await page.getByLabel('E-mail address').fill(waiting);
  await page.getByLabel('Password').fill(password);
  await press(page, 'Sign up');
  const link = await linkFor(waiting, '/welcome');
  for (const path of [`${link}x`, '/reset/altered', '/address/altered', '/welcome/..%2f..'])
    await expectBrokenLink(page, path);
  await page.getByLabel('E-mail address').fill('no address');
  await expectSaid(page, 'Send a new link', 'Enter an address like');
  await page.getByLabel('E-mail address').fill(waiting);
  await press(page, 'Send a new link');
  await expect(page.getByText('If something waits for this address')).toBeVisible();
  await expectAccessible(page);
  await page.goto(await linkFor(waiting, '/welcome', link));
  await page.getByLabel('Password').fill(password);
  await press(page, 'Open the account');
  await expect(page.getByRole('heading', { name: 'Apply for certification' })).toBeVisible();
});

test('a forgotten password: the same answer for everyone, a new one by mail, every session ends', async ({
  desk,
}) => {
  const signedIn = await desk.as(email, password);
  const page = await desk.visitor();
  for (const address of ['nobody@kestrel-outdoor.example', email]) {
    await page.goto('/reset');
    await expectAccessible(page);
    await page.getByLabel('E-mail address').fill(address);
    await press(page, 'Send the link');
    await expect(page.getByText('If there is an account with this address')).toBeVisible();
    await expectAccessible(page);
  }
  const link = await linkFor(email, '/reset');
  await page.goto(link);
  await expectAccessible(page);
  await page.getByLabel('New password').fill('123456789012');
  await expectSaid(page, 'Set the new password', 'guessed');
  await page.getByLabel('New password').fill(another);
  await press(page, 'Set the new password');
  await expect(page).toHaveURL(/\/sign-in$/);
  await expectBrokenLink(page, link);
  await signedIn.goto('/now');
  await expect(signedIn).toHaveURL(/\/sign-in/);
  await desk.as(email, another);
  await letterFor(email, 'Your password was changed');
});

test('one’s own account: name, password, address at both ends, everything to take, and the end', async ({
  desk,
}) => {
  const page = await desk.as(email, another);
  const elsewhere = await desk.as(email, another);
  await page.goto('/me');
  await expectAccessible(page);
  await follow(page, 'Change your name');
  await page.getByLabel('Your name').fill('');
  await expectSaid(page, 'Save', 'Enter your name');
  await page.getByLabel('Your name').fill('Jonas M. Weber');
  await press(page, 'Save');
  await expect(page.getByText('Jonas M. Weber').first()).toBeVisible();

  await follow(page, 'Change your password');
  await page.getByLabel('Password until now').fill('not the password');
  await page.getByLabel('New password').fill(password);
  await expectSaid(page, 'Change the password', 'This is not the password');
  expect(await page.content()).not.toContain('not the password"');
  await page.getByLabel('Password until now').fill(another);
  await page.getByLabel('New password').fill(password);
  await press(page, 'Change the password');
  await expect(page).toHaveURL(/\/me$/);
  await elsewhere.goto('/me');
  await expect(elsewhere).toHaveURL(/\/sign-in/);

  const fresh = 'jonas@kestrel-outdoor.example';
  await follow(page, 'Change your address');
  await page.getByLabel('New e-mail address').fill(email);
  await expectSaid(page, 'Send both links', 'This is your address already');
  await page.getByLabel('New e-mail address').fill(fresh);
  await press(page, 'Send both links');
  await expect(page.getByText(`To become ${fresh}`)).toBeVisible();
  await expectAccessible(page);
  const reader = await desk.visitor();
  for (const [box, told] of [
    [fresh, 'This mailbox confirmed'],
    [email, 'The address is changed'],
  ] as const) {
    await reader.goto(await linkFor(box, '/address'));
    await expectAccessible(reader);
    await press(reader, 'Confirm the change');
    await expect(reader.getByRole('heading', { name: told })).toBeVisible();
    await expectAccessible(reader);
  }
  for (const box of [fresh, email]) await letterFor(box, 'Your address was changed');

  await page.goto('/me');
  await follow(page, 'Download everything about you');
  const [file] = await Promise.all([page.waitForEvent('download'), press(page, 'Download')]);
  expect(file.suggestedFilename()).toBe('fairroute-my-account.json');
  expect(JSON.parse(readFileSync(await file.path(), 'utf8'))).toMatchObject({ account: { email: fresh } });

  await page.goto('/me');
  await follow(page, 'Close your account');
  await expectSaid(page, 'Close my account for good', 'Tick that you want to close');
  await page.getByLabel('I want to close my account for good').check();
  await press(page, 'Close my account for good');
  await expect(page.getByRole('heading', { name: 'Your account is closed' })).toBeVisible();
  await expectAccessible(page);
  await page.goto('/me');
  await expect(page).toHaveURL(/\/sign-in/);
  await page.getByLabel('E-mail address').fill(fresh);
  await page.getByLabel('Password').fill(password);
  await expectSaid(page, 'Sign in', 'The address or the password is not right');
});

test('whoever has an account and signs up again is told by mail alone', async ({ desk }) => {
  const [first, second] = [await desk.visitor(), await desk.visitor()];
  const known = { agency: 'Twice Placement', email: 'owner@twice.example', password };
  await signUp(first, known);
  await second.goto('/sign-up');
  await second.getByLabel('Name of the agency').fill('Another Name');
  await second.getByLabel('Country where it is licensed').selectOption('NP');
  await second.getByLabel('Your name').fill('Somebody Else');
  await second.getByLabel('E-mail address').fill(known.email);
  await second.getByLabel('Password').fill(another);
  await press(second, 'Sign up');
  await expect(second.getByRole('heading', { name: 'Look into your mailbox' })).toBeVisible();
  await letterFor(known.email, 'You have an account already');
});
