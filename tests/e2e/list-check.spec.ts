import { readTable } from '#app/platform/tables/read-table.server.ts';

import { press } from './steps.ts';
import { eventually, expect, expectAccessible, test } from './support.ts';

const buyer = 'sourcing@northwind-apparel.example';
// Of a recruiter whose standing no other spec changes. The third begins with a letter of another alphabet; the last one has nothing to ask.
const list = [
  'Supplier;Land;Code',
  'Mabuhay Pathways;Philippines;a',
  'Qqxyz Vvwk;Nepal;=HYPERLINK("x")',
  '\u041cabuhay Pathways;;c',
  ';Nepal;d',
  '',
].join('\r\n');

test('a company sends a list, says what its columns are, confirms who is meant and keeps a portfolio', async ({
  desk,
}) => {
  const page = await desk.as(buyer);
  await page.goto('/lists');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Check a list' }).click();
  await expectAccessible(page);
  await press(page, 'Send the list');
  await expect(page.getByRole('alert')).toContainText('Choose a file first');
  const send = (name: string, buffer: Buffer) =>
    page.getByLabel('Your list').setInputFiles({ name, mimeType: 'text/csv', buffer });
  await send('empty.csv', Buffer.alloc(0));
  await press(page, 'Send the list');
  await expect(page.getByRole('alert')).toBeVisible();
  await expectAccessible(page);
  await send('suppliers.csv', Buffer.from(list));
  await press(page, 'Send the list');

  await expect(page.getByRole('heading', { name: 'Which column is what' })).toBeVisible();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('0');
  await expect(page.getByLabel('It names the columns')).toBeChecked();
  await expectAccessible(page);
  await page.getByLabel('Name', { exact: true }).selectOption('');
  await press(page, 'Check the list');
  await expect(page.getByRole('alert').first()).toContainText('Choose the column of names');
  await expectAccessible(page);
  await page.getByLabel('Name', { exact: true }).selectOption('0');
  await page.getByLabel('Country').selectOption('1');
  await page.getByLabel('Your own number or code').selectOption('2');
  await press(page, 'Check the list');

  await eventually(page, () =>
    expect(page.getByRole('link', { name: 'Match (1)', exact: true })).toBeVisible(),
  );
  await expectAccessible(page);
  await expect(page.getByText('There is no name and no number in this row.')).toBeVisible();
  await page.getByRole('link', { name: 'No match (1)' }).click();
  await expect(page.getByText('That does not mean they are safe')).toBeVisible();
  await page.getByRole('link', { name: 'Confirm one row' }).click();
  await expectAccessible(page);
  await press(page, 'Save what I chose');
  await expect(page.getByRole('alert').first()).toContainText('Nothing was chosen');
  await page.getByRole('radio').first().check();
  await press(page, 'Save what I chose');
  await expect(page.getByRole('link', { name: 'Confirmed by you (1)' })).toBeVisible();

  for (const kind of ['csv', 'xlsx']) {
    const file = await page.request.get(`${new URL(page.url()).pathname}/file?as=${kind}`);
    const read = await readTable(await file.body(), { mostRows: 20, mostColumns: 40 });
    const rows = read.ok ? (read.value.sheets[0]?.rows ?? []) : [];
    expect(rows).toHaveLength(5);
    expect(rows[2]?.cells[1]).toBe('\'=HYPERLINK("x")');
  }
  const home = page.url();
  await page.getByRole('link', { name: 'Receipt', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Receipt of a check' })).toBeVisible();

  await page.goto(home);
  await page.getByRole('link', { name: 'Save as a portfolio' }).click();
  await expectAccessible(page);
  await page.getByLabel('Name of the portfolio').fill('Checked in spring');
  await press(page, 'Save the portfolio');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Checked in spring');
  await expect(page.getByRole('rowheader', { name: 'Mabuhay Pathways' })).toBeVisible();
  await expectAccessible(page);
  await page.goto('/portfolios');
  await expect(page.getByRole('row', { name: 'Checked in spring' })).toContainText(
    '1 certified, under watch',
  );
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Checked in spring' }).click();
  await page.getByRole('link', { name: 'Watch this portfolio' }).click();
  await press(page, 'Watch it');
  await expect(page.getByText('Checked in spring (1 recruiters)')).toBeVisible();
});

test('another role does not come in', async ({ desk }) => {
  const page = await desk.as('officer@scheme.example');
  const answer = await page.goto('/lists');
  expect(answer?.status()).toBe(403);
});
