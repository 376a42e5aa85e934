import { readFile } from 'node:fs/promises';

import { aDevice } from '#tests/support/device.ts';
import { anEngagement, fieldwork, type Engagement } from '#tests/support/factories/audits.ts';
import { openProduction, type Production } from '#tests/support/production.ts';

import { all, count, form, letIn, takeAlong } from './offline-day.ts';
import { expect, expectAccessible, test } from './support.ts';

/** A photo the server does not take is lost nowhere: it is saved from the device, and dropped there after a question. */
test.setTimeout(300_000);

let house: Production;
let given: Engagement;
const device = aDevice();

test.beforeAll(async () => {
  house = await openProduction({ DEMO: '1' });
  given = await anEngagement(house.db);
});
test.afterAll(async () => {
  await device.discard();
  await house.close();
});

test('an auditor saves a photo that was refused, keeps it after a second thought, and drops it', async () => {
  const auditId = await fieldwork(given);
  const context = await device.start();
  await letIn(house.db, context, { who: given.lead, origin: house.origin });
  const page = await context.newPage();
  await takeAlong(page, `${house.origin}/audits/${auditId}/offline`);
  await page.goto(page.url().replace(/#.*|$/, '#1.1.1'));
  const words = 'No picture at all, whatever its name says.';
  await form(page)
    .getByLabel('Photos')
    .setInputFiles({ name: 'till.png', mimeType: 'image/png', buffer: Buffer.from(words) });
  await expect(count(page, 'photosWaiting')).toHaveText('0', { timeout: 60_000 });
  await all(page);
  const matter = page.getByRole('listitem').filter({ hasText: 'A photo for 1.1.1 was not taken: till.png' });
  await expect(matter).toBeVisible();
  await expectAccessible(page);

  const coming = page.waitForEvent('download');
  await matter.getByRole('button', { name: 'Save the photo' }).click();
  const saved = await coming;
  expect(saved.suggestedFilename()).toBe('till.png');
  expect(await readFile(await saved.path(), 'utf8')).toBe(words);

  await matter.getByRole('button', { name: 'Drop it from this device' }).click();
  await expect(matter.getByText('The server does not have this photo.')).toBeVisible();
  await matter.getByRole('button', { name: 'Keep it' }).click();
  await expect(matter.getByText('The server does not have this photo.')).toBeHidden();
  await page.reload();
  await expect(matter).toBeVisible();
  await matter.getByRole('button', { name: 'Drop it from this device' }).click();
  await matter.getByRole('button', { name: 'Drop it for good' }).click();
  await expect(matter).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('link', { name: /^1\.1\.1 / })).toBeVisible();
  await expect(matter).toHaveCount(0);
});
