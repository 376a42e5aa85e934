import type { BrowserContext } from '@playwright/test';
import { sql } from 'kysely';

import { declareConflict } from '#app/features/audits/team/commands/declare-conflict.server.ts';
import { aCable, aDevice } from '#tests/support/device.ts';
import {
  anEngagement,
  done,
  fieldwork,
  noConflict,
  type Engagement,
} from '#tests/support/factories/audits.ts';
import { freePort } from '#tests/support/port.ts';
import { openProduction, type Production } from '#tests/support/production.ts';

import {
  all,
  answer,
  changeAndDrop,
  count,
  form,
  letIn,
  raise,
  takeAlong,
  writeFinding,
} from './offline-day.ts';
import { expect, expectAccessible, test } from './support.ts';

/** Findings raised without a network: what is grave does not wait for a desk. */
test.setTimeout(480_000);

let house: Production;
let given: Engagement;
let cable: Awaited<ReturnType<typeof aCable>>;
let origin: string;
const [device, another] = [aDevice(), aDevice()];

test.beforeAll(async () => {
  house = await openProduction({ DEMO: '1' });
  const port = await freePort();
  cable = await aCable(port, Number(new URL(house.origin).port));
  origin = `http://127.0.0.1:${port}`;
  given = await anEngagement(house.db);
});
test.afterAll(async () => {
  await device.discard();
  await another.discard();
  await cable.close();
  await house.close();
});

const pageOf = (auditId: string) => `${origin}/audits/${auditId}/offline`;

/** Both lose the network: the cable is the house's. */
async function offline(...contexts: BrowserContext[]) {
  cable.pull();
  for (const context of contexts) await context.setOffline(true);
}

const receipts = { statement: 'A worker paid 90,000 rupees.', evidence: 'The receipt was shown to us.' };
const halfWritten = 'Half written when it was killed';

test('findings are raised without a network: one critical, two auditors on one indicator, the browser killed between raising and sending', async () => {
  const auditId = await fieldwork(given);
  await join(auditId);
  let context = await device.start();
  await letIn(house.db, context, { who: given.lead, origin });
  let page = await context.newPage();
  await takeAlong(page, pageOf(auditId));
  await page.goto(`${pageOf(auditId)}#2.1.1/finding`);
  await expectAccessible(page);
  const other = await another.start();
  await letIn(house.db, other, { who: given.colleague, origin });
  const colleague = await other.newPage();
  await takeAlong(colleague, pageOf(auditId));

  await offline(context, other);
  await answer(page, '1.1.2', 'Seen at the till.');
  await raise(page, '1.1.2', { grade: 'Major', ...receipts, statement: 'Receipts are missing.' });
  await changeAndDrop(page, '1.1.2', 'Receipts are missing for March.');
  await raise(page, '1.1.1', { grade: 'Critical', ...receipts });
  await raise(colleague, '1.1.1', { grade: 'Critical', ...receipts, statement: 'I saw two workers pay.' });
  await writeFinding(page, '2.1.1', { grade: 'Major', ...receipts, statement: halfWritten });
  // Counted on the view of everything, when it is opened.
  await all(page);
  await expect(count(page, 'drafts')).toHaveText('1');
  await device.kill();

  context = await device.start();
  await context.setOffline(true);
  page = await context.newPage();
  await page.goto(pageOf(auditId));
  await expect(page.getByText('No network. 1 answer waits and 2 findings wait')).toBeVisible();
  await page.goto(`${pageOf(auditId)}#2.1.1/finding`);
  await expect(page.getByLabel('What does not conform')).toHaveValue(halfWritten);
  expect(await findings(auditId)).toEqual([]);

  // A browser that is killed may have lost its session: nothing of what waits goes with it.
  await context.clearCookies();
  cable.plug();
  await context.setOffline(false);
  await expect(page.getByText('Sign in again to send what waits. Nothing is lost')).toBeVisible();
  await letIn(house.db, context, { who: given.lead, origin });
  await all(page);
  await page.reload();
  await expect(count(page, 'raised')).toHaveText('2', { timeout: 60_000 });
  await other.setOffline(false);
  await all(colleague);
  await expect(count(colleague, 'raised')).toHaveText('1', { timeout: 60_000 });
  expect(await findings(auditId)).toEqual([
    '1 1.1.2 major raised: Receipts are missing for March.',
    '2 1.1.1 critical issued: A worker paid 90,000 rupees.',
    '3 1.1.1 critical issued: I saw two workers pay.',
  ]);
  await colleague.goto(`${pageOf(auditId)}#1.1.1`);
  await expect(form(colleague).getByText('/2, Critical, raised by Anjali Rao')).toBeVisible({
    timeout: 30_000,
  });
  await expect(form(colleague).getByText('I saw two workers pay.')).toBeVisible();
  await expectAccessible(colleague);
  await context.close();
  await other.close();
});

async function findings(auditId: string) {
  const rows = await house.db
    .selectFrom('finding')
    .select(['number', 'indicator_code as code', 'grade', 'state', 'statement'])
    .where('audit_id', '=', auditId)
    .orderBy('number')
    .execute();
  return rows.map(
    ({ number, code, grade, state, statement }) => `${number} ${code} ${grade} ${state}: ${statement}`,
  );
}

/** The colleague comes to the team after it was put together. */
async function join(auditId: string) {
  await sql`insert into audit_team_member (audit_id, account_id, role, assigned_at)
    values (${auditId}, ${given.colleague.accountId}, 'auditor', now())`.execute(house.db);
  done(await declareConflict(given.as(given.colleague), auditId, noConflict));
}
