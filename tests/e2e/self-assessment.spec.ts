import type { Page } from '@playwright/test';

import { press } from './steps.ts';
import { expect, expectAccessible, test } from './support.ts';

/** Answers what is open on the page of a criterion: every select by its step. */
async function answerAll(page: Page, step: string) {
  const selects = page.locator('main select');
  for (let index = 0; index < (await selects.count()); index += 1)
    await selects.nth(index).selectOption(step);
}

test('two colleagues at one criterion see both answers, and one of them chooses', async ({ desk }) => {
  const [mina, ram] = await Promise.all([
    desk.as('owner@everest-manpower.example'),
    desk.as('owner@everest-manpower.example'),
  ]);
  await mina.goto('/self-assessment');
  await expectAccessible(mina);
  await mina.getByLabel('With the answers of the last one').check();
  await press(mina, 'Begin a new self-assessment');
  await expect(mina).toHaveURL(/\/self-assessment\/3$/);
  await expectAccessible(mina);

  for (const page of [mina, ram]) await page.goto('/self-assessment/3/criteria/1.1');
  await expectAccessible(mina);
  await mina.getByLabel('1.1.1 Communication').selectOption('4');
  await press(mina, 'Save and continue');
  await ram.getByLabel('1.1.1 Communication').selectOption('0');
  await ram.getByLabel('1.1.2 Communication').selectOption('1');
  await press(ram, 'Save and continue');
  await expect(ram.getByText('A colleague answered some of these')).toBeVisible();
  await expect(ram.getByText(/^What .* saved$/)).toHaveCount(1);
  await expect(ram.getByLabel('1.1.1 Communication')).toHaveValue('0');
  await expectAccessible(ram);
  await ram.getByLabel('1.1.1 Communication').selectOption('2');
  await press(ram, 'Save and continue');

  await mina.goto('/self-assessment/3/criteria/1.1');
  await expect(mina.getByLabel('1.1.1 Communication')).toHaveValue('2');
  await expect(mina.getByLabel('1.1.2 Communication')).toHaveValue('1');

  await mina.goto('/self-assessment/3/complete');
  await expectAccessible(mina);
  await press(mina, 'Complete it');
  await expect(mina).toHaveURL(/\/self-assessment\/3\/result$/);
  await expect(mina.getByRole('heading', { name: 'By principle' })).toBeVisible();
  await expect(mina.getByRole('heading', { name: 'How it moved' })).toBeVisible();
  await expectAccessible(mina);
  await mina.goto('/self-assessment/3/criteria/1.1');
  await expect(mina.getByText('it stands as it is')).toBeVisible();
  await expectAccessible(mina);
});

test('what does not apply needs its reason, and an unfinished attempt is not completed', async ({ desk }) => {
  const page = await desk.as('owner@golden-delta.example');
  await page.goto('/self-assessment');
  await page.getByLabel('With nothing filled in').check();
  await press(page, 'Begin a new self-assessment');
  await page.getByRole('link', { name: 'Go on with A.1' }).click();
  await answerAll(page, '3');
  await press(page, 'Save and continue');
  await expect(page).toHaveURL(/criteria\/A\.2$/);
  await page.getByText('Comment, or A.2.1 does not apply').click();
  await page.getByLabel('A.2.1 does not apply to our agency').check();
  await press(page, 'Save and continue');
  await expect(page.getByRole('alert')).toContainText('Say in a sentence why it does not apply');
  await expectAccessible(page);
  await page.goto('/self-assessment/2/complete');
  await expect(page.getByRole('button', { name: 'Complete it' })).toHaveCount(0);
  await page.goto('/self-assessment/2/result');
  await expect(page.getByText(/So far: \d+ of 93 indicators answered/)).toBeVisible();
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/self-assessment/2/criteria/A.2');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test('an officer reads what the applicant completed, and the copy of what it sent', async ({ desk }) => {
  const page = await desk.as('officer@scheme.example');
  await page.goto('/scheme/applications?q=Sunrise');
  await page.getByRole('link', { name: 'Sunrise Overseas' }).click();
  // Whoever opens what was sent has declared first; another journey may have done so for this officer.
  const declare = page.getByRole('link', { name: 'Declare', exact: true });
  if ((await declare.count()) > 0) {
    await declare.first().click();
    await page.getByLabel('Nothing ties me to this applicant').check();
    await page.getByLabel('What you looked at').fill('No work, kinship or money ties in three years.');
    await press(page, 'Declare');
  }
  const copy = await page.getByRole('link', { name: 'This copy as a PDF' }).getAttribute('href');
  const file = await page.request.get(copy ?? '');
  expect(file.headers()['content-type']).toBe('application/pdf');
  expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await page.getByRole('link', { name: 'The recruiter’s self-assessment' }).click();
  await expect(page.getByRole('heading', { name: 'By principle' })).toBeVisible();
  await expectAccessible(page);
});
