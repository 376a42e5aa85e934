import type { Browser, Page } from '@playwright/test';
import { sql } from 'kysely';

import { declareConflict } from '#app/features/audits/team/commands/declare-conflict.server.ts';
import {
  anEngagement,
  done,
  fieldwork,
  noConflict,
  type Engagement,
} from '#tests/support/factories/audits.ts';
import { openProduction, type Production } from '#tests/support/production.ts';

import { letIn } from './offline-day.ts';
import { expect, expectAccessible, test } from './support.ts';

/** Two auditors in the workspace of one audit: what they choose, type and see of each other. */
test.setTimeout(240_000);

let house: Production;
let given: Engagement;
let audit: string;

test.beforeAll(async () => {
  house = await openProduction({ DEMO: '1' });
  given = await anEngagement(house.db);
  audit = await fieldwork(given);
  await sql`insert into audit_team_member (audit_id, account_id, role, assigned_at)
    values (${audit}, ${given.colleague.accountId}, 'auditor', now())`.execute(house.db);
  done(await declareConflict(given.as(given.colleague), audit, noConflict));
});
test.afterAll(() => house.close());

async function seat(browser: Browser, who: Engagement['lead'], javaScriptEnabled: boolean) {
  const context = await browser.newContext({ javaScriptEnabled, baseURL: house.origin });
  await letIn(house.db, context, { who, origin: house.origin });
  return context.newPage();
}
const indicators = (page: Page) => page.locator('main a[data-key-row]');
const shown = (page: Page) =>
  indicators(page).evaluateAll((rows) => rows.map((row) => row.textContent.slice(0, 5)));

test('filters stand in the address, alone and together, and go along from indicator to indicator; without scripts', async ({
  browser,
}) => {
  const page = await seat(browser, given.lead, false);
  await page.goto(`/audits/${audit}/indicators`);
  await expect(indicators(page)).toHaveCount(93);
  await page.getByLabel('Principle').selectOption('1');
  await page.getByRole('button', { name: 'Show' }).click();
  const ofOne = await indicators(page).count();
  expect((await shown(page)).every((code) => code.startsWith('1.'))).toBe(true);
  await page.getByLabel('Judged by').selectOption('W');
  await page.getByRole('button', { name: 'Show' }).click();
  const byWorkers = await indicators(page).count();
  expect(byWorkers).toBeGreaterThan(1);
  expect(byWorkers).toBeLessThan(ofOne);
  await page.getByRole('link', { name: `Open ${byWorkers}` }).click();
  await expect(page).toHaveURL(/show=open&principle=1&evidence=W/);
  await expectAccessible(page);

  const codes = await shown(page);
  await indicators(page).first().click();
  await expect(page.getByText('Shown: Open, principle 1, judged by worker interview.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: /^Next: / }).click();
  await page.getByRole('link', { name: /^Before: / }).click();
  for (const code of codes) {
    await expect(page).toHaveURL(new RegExp(`/indicators/${code.trim()}[?]show=open&principle=1&evidence=W`));
    await page.getByLabel('Conforms', { exact: true }).check();
    await page.getByRole('button', { name: 'Save and go to the next open one' }).click();
  }
  await expect(page).toHaveURL(/indicators[?]show=open&principle=1&evidence=W/);
  await expect(page.getByText('No indicator is left here.')).toBeVisible();
  await page.getByRole('link', { name: 'Clear' }).click();
  await expect(page.getByRole('link', { name: `Open ${93 - byWorkers}`, exact: true })).toBeVisible();
  await page.context().close();
});

test('the keys lead through the open indicators, into the texts and out again, and what was typed is not lost on the way', async ({
  browser,
}) => {
  const page = await seat(browser, given.lead, true);
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    return dialog.dismiss();
  });
  await page.goto(`/audits/${audit}/indicators?principle=B&show=open`);
  await page.getByText('Work with single keys').click();
  await page.getByLabel('Keys are on, on this device').check();
  await page.keyboard.press('j');
  await page.keyboard.press('o');
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await page.waitForURL(/indicators\/B\.1\.1\?/);
  await expect(page.getByText('save and raise a finding', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('o');
  await page.waitForURL(/indicators\/B\.1\.2\?/);
  await page.keyboard.press('k');
  await page.waitForURL(/indicators\/B\.1\.1\?/);

  await page.keyboard.press('2');
  await page.keyboard.press('e');
  await page.keyboard.type('Minutes of June');
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await expect.poll(() => asked).toEqual(['beforeunload']);
  await expect(page.getByLabel('Evidence')).toHaveValue('Minutes of June');
  await expect(page.getByLabel('Does not conform')).toBeChecked();

  await page.keyboard.press('n');
  await page.keyboard.type('No minutes since.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('f');
  await page.waitForURL(/indicators\/B\.1\.1\/finding$/);
  await expect(page.getByLabel('What does not conform')).toHaveValue('No minutes since.');
  expect(asked).toHaveLength(1);
  await page.context().close();
});

test('two at one indicator know of each other, and neither saves over the other', async ({ browser }) => {
  const lead = await seat(browser, given.lead, true);
  await lead.clock.install();
  await lead.goto(`/audits/${audit}/indicators/2.1.1`);
  await expect(lead.getByText('Bo Ek')).toHaveCount(0);
  const colleague = await seat(browser, given.colleague, false);
  await colleague.goto(`/audits/${audit}/indicators/2.1.1`);
  await expect(colleague.getByRole('status')).toHaveText('Anjali Rao has this one open');
  await expectAccessible(colleague);

  // The lead's page was loaded before anybody else came, and says so by itself a moment later.
  await lead.keyboard.press('Shift');
  await lead.clock.runFor(21_000);
  await expect(lead.getByRole('status')).toHaveText('Bo Ek has this one open');
  await expect(lead.getByText('Others at work: Bo Ek is at 2.1.1')).toBeVisible();
  await expectAccessible(lead);

  await colleague.getByLabel('Conforms', { exact: true }).check();
  await colleague.getByLabel('Note').fill('Seen in every file.');
  await colleague.getByRole('button', { name: 'Save and go to the next open one' }).click();
  await lead.getByLabel('Does not conform').check();
  await lead.getByLabel('Note').fill('Two files lack it.');
  await lead.getByRole('button', { name: 'Save and go to the next open one' }).click();
  await expect(lead.getByRole('heading', { name: /^Saved by Bo Ek/ })).toBeVisible();
  await expect(lead.getByText('Seen in every file.')).toBeVisible();
  await expect(lead.getByLabel('Note')).toHaveValue('Two files lack it.');
  await expectAccessible(lead);

  // Whoever walked away fades.
  await sql`update indicator_presence set seen_at = seen_at - interval '3 minutes'
    where account_id = ${given.colleague.accountId}`.execute(house.db);
  await lead.goto(`/audits/${audit}/indicators`);
  await expect(lead.getByText(/^Others at work: Bo Ek was at .* 3 minutes ago$/)).toBeVisible();
  await sql`update indicator_presence set seen_at = seen_at - interval '3 minutes'
    where account_id = ${given.colleague.accountId}`.execute(house.db);
  await lead.reload();
  await expect(lead.getByText('Bo Ek')).toHaveCount(0);
  await lead.context().close();
  await colleague.context().close();
});
