import type { Page } from '@playwright/test';
import sharp from 'sharp';

import { dayAhead, follow, press, startAudit } from './steps.ts';
import { expect, expectAccessible } from './support.ts';

/** What an auditor does on site, beside the indicators. Each step leaves its page on the audit's page. */

const auditOf = (page: Page) => /\/audits\/[^/?]+/.exec(page.url())?.[0] ?? '';

/** The two meetings the page proposes, and workers met where the recruiter does not read of it. */
export async function writeItinerary(page: Page) {
  const audit = auditOf(page);
  await follow(page, 'Write the itinerary');
  await press(page, 'Add another line');
  const line = page.getByRole('group', { name: 'Line 3', exact: true });
  await line.getByLabel('Day').fill(dayAhead(1));
  await line.getByLabel('From').fill('10:00');
  await line.getByLabel('To', { exact: true }).fill('12:00');
  await line.getByLabel('What', { exact: true }).selectOption('Interviews with workers, alone');
  await line.getByLabel('Where').fill('Hall of the union in Pokhara');
  await line.getByRole('group', { name: 'Who of the team' }).getByRole('checkbox').first().check();
  await line.getByLabel('Workers whom the auditors choose').check();
  await line.getByLabel('For the team alone').check();
  await press(page, 'Save the itinerary');
  await expect(page.getByText('the recruiter does not read this')).toBeVisible();
  await expectAccessible(page);
  await page.goto(audit);
}

/** The recruiter reads where the auditors will be, and nothing of what they keep to themselves. */
export async function readItinerary(page: Page, audit: string) {
  await page.goto(audit);
  await expect(page.getByText('Opening meeting')).toBeVisible();
  await expect(page.getByText('Closing meeting')).toBeVisible();
  await expect(page.getByText('Hall of the union')).toHaveCount(0);
  await expectAccessible(page);
}

type Concern = { code: string; concern: string };

/** Stage 1 ends ready, with one thing that stage 2 is to look at. */
export async function closeStage1(page: Page, { code, concern }: Concern) {
  await startAudit(page);
  await follow(page, 'Close fieldwork');
  await press(page, 'Close fieldwork');
  await follow(page, 'Record the outcome');
  await press(page, 'Add a concern');
  await page.locator('input[value="ready_with_concerns"]').check();
  await page
    .getByRole('textbox', { name: 'Summary' })
    .fill('The documents are complete and the network is mapped.');
  await page.getByLabel('Indicator', { exact: true }).selectOption(code);
  await page.getByLabel('What stage 2 is to look at').fill(concern);
  await press(page, 'Close stage 1');
  await expectAccessible(page);
}

export async function closeConcern(page: Page, { concern }: Pick<Concern, 'concern'>, found: string) {
  const audit = auditOf(page);
  await follow(page, 'Go through the indicators');
  await expect(page.getByText(concern)).toBeVisible();
  await follow(page, 'Say what you found');
  await page.getByLabel('What you found').fill(found);
  await press(page, 'Close the concern');
  await expect(page.getByText('Looked at in stage 2.')).toBeVisible();
  await page.goto(audit);
}

/** Two workers tell, one refuses and is left alone. Ends with the keys of those who were heard. */
export async function hearWorkers(page: Page) {
  const audit = auditOf(page);
  await follow(page, 'Worker interviews');
  const first = await addWorker(page, 'Woman');
  await writeNotes(page, 'Paid 12,000 rupees at a clinic the sub-agent named; has the receipt.');
  const second = await addWorker(page, 'Man');
  await writeNotes(page, 'Paid 8,500 rupees at the same clinic, no receipt.');
  const third = await addWorker(page, 'Man');
  await press(page, 'Refused to speak');
  await expect(page.getByRole('button', { name: 'Refused to speak' })).toHaveCount(0);
  await page.goto(`${audit}/interviews`);
  await expect(page.getByRole('row', { name: third })).toContainText('Refused');
  await expectAccessible(page);
  await page.goto(audit);
  return [first, second] as const;
}

async function addWorker(page: Page, sex: string) {
  await page.goto(`${auditOf(page)}/interviews/new`);
  await expectAccessible(page);
  await page.getByLabel('From').selectOption('NP');
  await page.getByLabel('To', { exact: true }).selectOption('QA');
  await page.getByLabel('Sector of the work').selectOption({ index: 1 });
  await page.getByLabel('Returned').check();
  await page.getByLabel(sex, { exact: true }).check();
  await page.getByLabel('Without the recruiter’s help').check();
  await page.getByLabel('Name').fill('Somebody Quillfeather');
  await press(page, 'Add the worker');
  const title = await page.getByRole('heading', { name: /^Worker W-/ }).textContent();
  return title?.replace('Worker ', '') ?? '';
}

async function writeNotes(page: Page, notes: string) {
  await follow(page, 'Write what the worker said');
  await page.getByLabel('Notes').fill(notes);
  await press(page, 'Save the notes');
  await expect(page.getByText(notes)).toBeVisible();
  await expectAccessible(page);
}

/** A photo of a receipt, and a document the recruiter sent: what shows an indicator, behind the door of all files. */
export async function addEvidence(page: Page, code: string, document: string) {
  const audit = auditOf(page);
  await page.goto(`${audit}/indicators/${code}`);
  await follow(page, 'Add a photo');
  const background = '#e4e1d8';
  const buffer = await sharp({ create: { width: 640, height: 480, channels: 3, background } })
    .jpeg()
    .toBuffer();
  await page.getByLabel('Photo').setInputFiles({ name: 'receipt.jpg', mimeType: 'image/jpeg', buffer });
  await press(page, 'Add the photo');
  await expect(page.getByRole('link', { name: 'receipt.jpg' })).toBeVisible();
  await follow(page, 'Name documents of the recruiter');
  await page.getByLabel(document).first().check();
  await press(page, 'Save');
  await expect(page.getByText(/^Document of the recruiter, /)).toBeVisible();
  const place = await page.getByRole('link', { name: 'receipt.jpg' }).getAttribute('href');
  const file = await page.request.get(place ?? '');
  expect([file.status(), file.headers()['content-type']]).toEqual([200, 'image/jpeg']);
  await page.goto(audit);
}
