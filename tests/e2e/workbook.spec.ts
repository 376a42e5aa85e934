import { assessSelf } from './fill.ts';
import { readFileSync } from 'node:fs';

import exceljs, { type CellValue, type Worksheet } from 'exceljs';

import type { Answer } from '#app/questionnaire/definition.ts';
import { answers } from '#tests/support/factories/applications.ts';

import { dayAhead, follow, licenceScan, press, sendApplication, signUp } from './steps.ts';
import { expect, expectAccessible, test } from './support.ts';

const agency = 'Janakpur Workbook Works';
const email = 'owner@janakpur-workbook.example';
const password = 'a long enough password';

/** What the agency types: everything an application asks, with a licence that is valid today. */
const typed = {
  ...answers,
  legal_name: agency,
  licences: [
    {
      licence_authority: 'Foreign Employment',
      licence_country: 'nepal',
      licence_number: '0012',
      licence_valid_until: dayAhead(300),
    },
  ],
};

/** Fills a workbook as somebody at a desk does: the cell beside each question, the rows of each table. */
async function fill(path: string, correct: Record<string, CellValue>) {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(new Uint8Array(readFileSync(path)).buffer);
  for (const [name, answer] of Object.entries(typed))
    for (const sheet of workbook.worksheets) fillIn(sheet, name, answer);
  for (const [place, value] of Object.entries(correct)) {
    const [sheet = '', cell = ''] = place.split('!');
    const own = workbook.getWorksheet(sheet);
    if (!own) throw new Error(place);
    own.getCell(cell).value = value;
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

const inCell = (answer: Answer | undefined): CellValue => {
  if (typeof answer === 'boolean') return answer ? 'Yes' : 'No';
  return typeof answer === 'string' || typeof answer === 'number' ? answer : null;
};

function fillIn(sheet: Worksheet, name: string, answer: Answer) {
  const rows: number[] = [];
  let columns = 0;
  sheet.eachRow((row, number) => {
    const key = row.getCell(1).text;
    if (key === `question ${name}`) rows.push(number);
    if (key === 'columns' && sheet.getCell('A1').text === `rows ${name}`) columns = number;
  });
  for (const [place, number] of rows.entries()) {
    const each = Array.isArray(answer) ? (answer[place] ?? null) : answer;
    if (place === 0 && Array.isArray(answer) && rows.length === 1)
      sheet.getCell(number, 3).value = answer.filter((line) => typeof line === 'string').join('\n');
    else if (typeof each !== 'object') sheet.getCell(number, 3).value = inCell(each);
  }
  if (columns === 0 || !Array.isArray(answer)) return;
  for (const [place, row] of answer.entries())
    sheet.getRow(columns).eachCell((cell, column) => {
      const value = typeof row === 'object' ? inCell(row[cell.text]) : null;
      if (column > 1 && value !== null) sheet.getCell(columns + 3 + place, column).value = value;
    });
}

const upload = async (page: Parameters<typeof press>[0], buffer: Buffer, name = 'application.xlsx') => {
  await page.getByLabel('The workbook you filled in').setInputFiles({ name, mimeType: 'text/plain', buffer });
  await press(page, 'Upload the workbook');
  await expectAccessible(page);
};

test.setTimeout(180_000);

test('from workbook to submission: downloaded, filled, corrected where a cell could not be taken, and sent', async ({
  desk,
}) => {
  const page = await desk.visitor();
  await signUp(page, { agency, email, password });
  await press(page, 'Begin an application');
  await page.goto('/apply');
  await follow(page, 'Fill it in as an Excel workbook');

  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download the workbook' }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(/^APP-\d+ application[.]xlsx$/);
  const path = await download.path();

  await upload(page, Buffer.from('%PDF-1.7\n'), 'application.xlsx');
  await expect(page.getByText('The file is not a spreadsheet.')).toBeVisible();
  await press(page, 'Upload the workbook');
  await expect(page.getByText('Choose the workbook you filled in')).toBeVisible();

  await upload(
    page,
    await fill(path, {
      'Your licences!G6': 'next year',
      'Staff by office!C6': { formula: 'A1+12', result: 12, date1904: false },
    }),
  );
  await expect(page.getByRole('heading', { name: 'Cells that could not be taken' })).toBeVisible();
  await expect(page.getByRole('row', { name: 'G6' })).toContainText('Enter a day');
  await expect(page.getByRole('row', { name: 'C6' })).toContainText('Type the value instead');
  await expect(page.getByText(/^\d+ answers were saved/)).toBeVisible();

  await upload(page, await fill(path, {}));
  await expect(page.getByText('Every cell could be taken.')).toBeVisible();

  await page.goto('/apply/licence-scan');
  await page.getByLabel('Choose a file').setInputFiles(licenceScan);
  await press(page, 'Attach');
  await assessSelf(page);
  await page.goto('/apply/submit');
  await expect(page.getByText('0012')).toBeVisible();
  await sendApplication(page);
  await page.goto('/apply/workbook');
  await expect(page.getByText('its answers stand as they were sent')).toBeVisible();
});
