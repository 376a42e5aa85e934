import type { Page } from '@playwright/test';

import { eventually, expect, expectAccessible, test } from './support.ts';

const pdf = (words: string) => ({
  name: 'fee-policy.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(`%PDF-1.7\n% ${words}\n`),
});
const owner = 'owner@everest-manpower.example';

async function press(page: Page, button: string) {
  const answer = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.getByRole('button', { name: button }).click();
  return (await answer).status();
}

test('a recruiter keeps a document: refused, added, renewed, read by the scheme, withdrawn', async ({
  desk,
}) => {
  const page = await desk.as(owner);
  await page.goto('/documents');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Add a document' }).click();
  await expectAccessible(page);

  expect(await press(page, 'Add the document')).toBe(400);
  await expect(page.getByRole('alert')).toContainText('There are problems with 4 answers');
  await expectAccessible(page);
  await page.getByLabel('Policy or procedure').check();
  await page.getByLabel('Name').fill('Fee policy 2026');
  await page.getByLabel('Stands for').fill('2026-02-01');
  await page.getByLabel('File').setInputFiles({ ...pdf(''), buffer: Buffer.from('MZ a program') });
  expect(await press(page, 'Add the document')).toBe(400);
  await expect(page.getByRole('alert')).toContainText('not a PDF, a photo or a plain office document');
  await expect(page.getByLabel('Name')).toHaveValue('Fee policy 2026');
  await expect(page.getByLabel('Policy or procedure')).toBeChecked();
  await page.getByLabel('Stands for').fill('2099-01-01');
  await page.getByLabel('File').setInputFiles(pdf('first'));
  expect(await press(page, 'Add the document')).toBe(409);
  await expect(page.getByRole('alert')).toContainText('lies ahead');
  await page.getByLabel('Stands for').fill('2026-02-01');
  await page.getByLabel('File').setInputFiles(pdf('first'));
  expect(await press(page, 'Add the document')).toBe(302);

  await page.getByLabel('Kind').selectOption('policy');
  await page.getByRole('button', { name: 'Show' }).click();
  await page.getByRole('link', { name: 'Fee policy 2026' }).click();
  await expect(page.getByText('Not checked for viruses')).toBeVisible();
  await expect(page.getByText('Nobody to show yet.')).toBeVisible();
  await expectAccessible(page);
  const address = new URL(page.url()).pathname;

  await page.getByRole('link', { name: 'Add a version' }).click();
  await page.getByLabel('Stands for').fill('2026-03-01');
  await page.getByLabel('File').setInputFiles(pdf('first'));
  expect(await press(page, 'Add the version')).toBe(409);
  await expect(page.getByRole('alert')).toContainText('is a version of this document already');
  await expectAccessible(page);
  await page.getByLabel('File').setInputFiles(pdf('second'));
  expect(await press(page, 'Add the version')).toBe(302);

  const officer = await desk.as('officer@scheme.example');
  await officer.goto(address);
  await expect(officer.getByRole('link', { name: 'Withdraw' })).toHaveCount(0);
  const [file] = await Promise.all([
    officer.waitForEvent('download'),
    officer.getByRole('link', { name: '2. fee-policy.pdf' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('fee-policy.pdf');

  await eventually(page, () => expect(page.getByText('Opened version 2')).toBeVisible());
  await page.getByRole('link', { name: 'Withdraw' }).click();
  await expectAccessible(page);
  expect(await press(page, 'Withdraw the document')).toBe(302);
  await expect(page.getByText('Withdrawn', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.goto(`${address}/version`);
  await page.getByLabel('Stands for').fill('2026-03-01');
  await page.getByLabel('File').setInputFiles(pdf('third'));
  expect(await press(page, 'Add the version')).toBe(409);
});
