import { readInterview } from '#app/features/audits/interviews/commands/read-interview.server.ts';
import { aCable, aDevice } from '#tests/support/device.ts';
import { anEngagement, done, fieldwork, type Engagement } from '#tests/support/factories/audits.ts';
import { freePort } from '#tests/support/port.ts';
import { openProduction, type Production } from '#tests/support/production.ts';

import { all, answer, count, everythingKept, letIn, seal, takeAlong, writeInterview } from './offline-day.ts';
import { expect, expectAccessible, test } from './support.ts';

/** Workers are heard where there is no network: nobody who finds the device reads what they said. */
test.setTimeout(480_000);

let house: Production;
let given: Engagement;
let cable: Awaited<ReturnType<typeof aCable>>;
let origin: string;
const device = aDevice();

test.beforeAll(async () => {
  house = await openProduction({ DEMO: '1' });
  const port = await freePort();
  cable = await aCable(port, Number(new URL(house.origin).port));
  origin = `http://127.0.0.1:${port}`;
  given = await anEngagement(house.db);
});
test.afterAll(async () => {
  await device.discard();
  await cable.close();
  await house.close();
});

const kamala = {
  notes: 'She paid zanzibarite money to a broker.',
  name: 'Kamala Quillfeather',
  phone: '+977 98 4123 7701',
};
const halfWritten = { notes: 'Half of an ammolite story', name: 'Sita Thistledown', phone: '' };
const plain = ['zanzibarite', 'Quillfeather', '4123', 'ammolite', 'Thistledown'];

test('an interview is written without a network, the browser killed before it is sent; it arrives once, and no word of it was on the device', async () => {
  const auditId = await fieldwork(given);
  const path = `${origin}/audits/${auditId}/offline`;
  let context = await device.start();
  await letIn(house.db, context, { who: given.lead, origin });
  let page = await context.newPage();
  await takeAlong(page, path);
  await expect(page.getByText(/0 heard/).first()).toBeVisible();
  await page.goto(`${path}#interview`);
  await expectAccessible(page);

  cable.pull();
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Seal it' }).click();
  await expect(page.getByText('Choose the country the worker comes from')).toBeVisible();
  const key = await seal(page, kamala);
  await expect(page.getByText('Kamala Quillfeather')).toHaveCount(0);
  await expect(page.getByText(new RegExp(`^${key}, .*Sealed, waits to be sent`))).toBeVisible();
  await answer(page, '1.1.2', `${key} showed no receipt.`);
  await writeInterview(page, halfWritten);
  const kept = await everythingKept(page);
  expect(kept).toContain(key);
  for (const word of plain) expect(kept).not.toContain(word);
  await device.kill();
  expect(device.holding(key)).not.toEqual([]);
  for (const word of plain) expect(device.holding(word), word).toEqual([]);

  context = await device.start();
  await context.setOffline(true);
  page = await context.newPage();
  await page.goto(path);
  await expect(page.getByText('No network. 1 answer waits and 1 interview waits')).toBeVisible();
  await page.goto(`${path}#interview`);
  await expect(page.getByLabel('What the worker said')).toHaveValue('');
  expect(await interviews(auditId)).toEqual([]);

  await context.clearCookies();
  cable.plug();
  await context.setOffline(false);
  await letIn(house.db, context, { who: given.lead, origin });
  await all(page);
  await page.reload();
  await expect(count(page, 'recorded')).toHaveText('1', { timeout: 60_000 });
  await expect(count(page, 'sent')).toHaveText('1', { timeout: 60_000 });
  await expect(page.getByText(new RegExp(`^${key}, .*Sealed and sent`))).toBeVisible();
  await page.reload();
  await expect(page.getByText('Everything you saved is with the server.')).toBeVisible();
  await expectAccessible(page);

  const [heard, ...others] = await interviews(auditId);
  expect([heard, others]).toMatchObject([{ pseudonym: key, outcome: 'done', corridor: 'NP-QA' }, []]);
  const opened = done(await readInterview(given.as(given.lead), auditId, heard?.id ?? ''));
  expect(opened).toMatchObject({
    identity: { name: kamala.name, phone: kamala.phone },
    notes: { text: kamala.notes },
  });
  const after = await everythingKept(page);
  for (const word of plain) expect(after).not.toContain(word);
  await context.close();
});

const interviews = (auditId: string) =>
  house.db
    .selectFrom('worker_interview')
    .select(['id', 'pseudonym', 'outcome', 'corridor'])
    .where('audit_id', '=', auditId)
    .execute();
