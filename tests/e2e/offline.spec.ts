import type { BrowserContext, Page } from '@playwright/test';
import { sql } from 'kysely';
import sharp from 'sharp';

import { foundOrganisation } from '#app/features/accounts/commands.server.ts';
import { cancelAudit } from '#app/features/audits/commands/cancel-audit.server.ts';
import { noteAlong } from '#app/features/audits/fieldwork/along/commands.server.ts';
import { declareConflict } from '#app/features/audits/team/commands/declare-conflict.server.ts';
import { aCable, aDevice } from '#tests/support/device.ts';
import {
  cancelling,
  anApplication,
  anEngagement,
  aPerson,
  done,
  fieldwork,
  noConflict,
  now,
  planned,
  type Engagement,
} from '#tests/support/factories/audits.ts';
import { openProduction, type Production } from '#tests/support/production.ts';
import { freePort } from '#tests/support/port.ts';

import { all, answer, answerTheRest, count, form, letIn, settle, takeAlong, write } from './offline-day.ts';
import { expect, expectAccessible, test } from './support.ts';

/** A day without a network: real browsers on disks of their own, a cable that is pulled, processes that are killed. */
test.setTimeout(480_000);

let house: Production;
let given: Engagement;
let cable: Awaited<ReturnType<typeof aCable>>;
let origin: string;
const devices: ReturnType<typeof aDevice>[] = [];

test.beforeAll(async () => {
  house = await openProduction({ DEMO: '1' });
  const port = await freePort();
  cable = await aCable(port, Number(new URL(house.origin).port));
  origin = `http://127.0.0.1:${port}`;
  given = await anEngagement(house.db);
});
test.afterAll(async () => {
  for (const device of devices) await device.discard();
  await cable.close();
  await house.close();
});

function newDevice() {
  const device = aDevice();
  devices.push(device);
  return device;
}

const signIn = (context: BrowserContext, who: Engagement['lead']) =>
  letIn(house.db, context, { who, origin });
const pageOf = (auditId: string) => `${origin}/audits/${auditId}/offline`;

async function offline(context: BrowserContext) {
  cable.pull();
  await context.setOffline(true);
}

async function online(context: BrowserContext) {
  cable.plug();
  await context.setOffline(false);
}

const operations = async (auditId: string) => {
  const rows = await house.db
    .selectFrom('fieldwork_operation')
    .select(['seq', 'indicator_code as code', 'note', 'outcome'])
    .where('audit_id', '=', auditId)
    .orderBy('applied_at')
    .orderBy('seq')
    .execute();
  return rows.map(({ seq, code, note, outcome }) => `${seq} ${code} ${note}: ${outcome}`);
};

test('a whole audit offline: the browser killed twice, two auditors in conflict, everything on the server once, fieldwork closed', async () => {
  const auditId = await fieldwork(given);
  await join(auditId);
  const device = newDevice();
  let context = await device.start();
  await signIn(context, given.lead);
  let page = await context.newPage();
  await takeAlong(page, pageOf(auditId));
  await expectAccessible(page);
  const other = await newDevice().start();
  await signIn(other, given.colleague);
  const colleague = await other.newPage();
  await takeAlong(colleague, pageOf(auditId));

  await offline(context);
  await other.setOffline(true);
  await answer(page, '1.1.1', 'one');
  await answer(page, '1.1.2', 'two');
  await form(page)
    .getByLabel('Photos')
    .setInputFiles({
      name: 'till.png',
      mimeType: 'image/png',
      buffer: await sharp({ create: { width: 60, height: 40, channels: 3, background: '#0b5d4e' } })
        .png()
        .toBuffer(),
    });
  await expect(form(page).getByText('till.png is kept.')).toBeVisible();
  // Typed and not yet saved when the battery ends.
  await write(page, '1.1.3', 'three, half written');
  await expect(count(page, 'drafts')).toHaveText('1');
  await device.kill();

  context = await device.start();
  await offline(context);
  page = await context.newPage();
  await page.goto(pageOf(auditId));
  await expect(page.getByText('No network. 2 answers wait and 1 photo waits')).toBeVisible();
  await page.goto(`${origin}/audits/${auditId}/offline#1.1.3`);
  await expect(form(page).getByLabel('Note')).toHaveValue('three, half written');
  await answer(page, '1.1.3', 'three');
  // The device's clock is set back by years: nothing is reordered.
  await page.evaluate(() => {
    const real = Date;
    Reflect.set(
      globalThis,
      'Date',
      class extends real {
        constructor() {
          super(2001, 1, 1);
        }
      },
    );
  });
  await answer(page, '1.1.2', 'two again');
  await device.kill();

  context = await device.start();
  await offline(context);
  page = await context.newPage();
  await page.goto(pageOf(auditId));
  await expect(page.getByText('No network. 4 answers wait and 1 photo waits')).toBeVisible();
  await answer(page, '1.2.1', 'The lead saw the schedule.');
  await answerTheRest(page);
  await answer(colleague, '1.2.1', 'The colleague saw none.');
  await answer(colleague, '1.2.1', 'The colleague saw none at all.');
  expect(await operations(auditId)).toEqual([]);

  // The session did not outlive the day.
  await context.clearCookies();
  await online(context);
  await expect(page.getByText('Sign in again to send what waits. Nothing is lost')).toBeVisible();
  await signIn(context, given.lead);
  await all(page);
  await page.reload();
  await expect(page.getByText('Everything you saved is with the server.')).toBeVisible({ timeout: 60_000 });
  const sent = await operations(auditId);
  expect(sent.slice(0, 5)).toEqual([
    '1 1.1.1 one: applied',
    '2 1.1.2 two: applied',
    '3 1.1.3 three: applied',
    '4 1.1.2 two again: applied',
    '5 1.2.1 The lead saw the schedule.: applied',
  ]);
  // 93 indicators, one of them answered twice: each once, in the order in which they were saved.
  expect(sent.map((line) => Number(line.split(' ')[0]))).toEqual(
    Array.from({ length: 94 }, (_, at) => at + 1),
  );
  expect(sent.filter((line) => !line.endsWith(': applied'))).toEqual([]);
  await expect(count(page, 'waiting')).toHaveText('0');
  await expect(count(page, 'sent')).toHaveText('94');
  await expect(count(page, 'photosWaiting')).toHaveText('0');
  await page.goto(`${origin}/audits/${auditId}/indicators/1.1.2`);
  await expect(page.getByText('till.png').first()).toBeVisible();

  await other.setOffline(false);
  await all(colleague);
  await settle(colleague, pageOf(auditId));
  const laptop = { device: crypto.randomUUID(), opens: true, waits: true };
  done(await noteAlong({ ...given.as(given.colleague), now: new Date() }, auditId, laptop));
  await page.goto(`${origin}/audits/${auditId}`);
  await page.getByRole('link', { name: 'Close fieldwork' }).click();
  await page
    .getByRole('textbox', { name: 'Why fewer workers' })
    .fill('The workers were on their way to Qatar; they are called in April.');
  await closeWithout(page);
  await expect(page.getByText('Fieldwork done').first()).toBeVisible();
  await expect(page.getByText('Bo answered by telephone: nothing more comes.')).toBeVisible();
  await context.close();
  await other.close();
});

/** Who has nothing left is not asked about; on another device of the colleague something waits: fieldwork waits, or says why it does not. */
async function closeWithout(page: Page) {
  const away = page.getByRole('group', { name: /^Close without what these have not sent/ });
  await expect(away.getByRole('checkbox')).toHaveCount(1);
  await expect(away.getByText('Bo Ek')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Close fieldwork' }).click();
  await expect(page.getByText('Somebody took the audit along and has not sent since.')).toBeVisible();
  for (const one of await away.getByRole('checkbox').all()) await one.check();
  await page.getByLabel('Why you do not wait').fill('Bo answered by telephone: nothing more comes.');
  await page.getByRole('button', { name: 'Close fieldwork' }).click();
}

/** The colleague comes to the team after it was put together. */
async function join(auditId: string) {
  await sql`insert into audit_team_member (audit_id, account_id, role, assigned_at)
    values (${auditId}, ${given.colleague.accountId}, 'auditor', now())`.execute(house.db);
  done(await declareConflict(given.as(given.colleague), auditId, noConflict));
}

test('an audit cancelled meanwhile is told in words, and what was written can still be read', async () => {
  const auditId = await planned(await another('Langtang Overseas'), 'stage1');
  const context = await newDevice().start();
  await signIn(context, given.lead);
  const page = await context.newPage();
  await takeAlong(page, pageOf(auditId));
  await offline(context);
  await answer(page, '1.1.1', 'Seen before anybody told me.');
  done(await cancelAudit(given.as(given.lead), auditId, cancelling));
  await online(context);
  await all(page);
  await expect(page.getByRole('heading', { name: '1.1.1 was not taken' })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('This audit was cancelled.')).toBeVisible();
  await expect(page.getByText('Seen before anybody told me.')).toBeVisible();
  await expectAccessible(page);
  expect(await operations(auditId)).toEqual(['1 1.1.1 Seen before anybody told me.: refused']);
  await context.close();
});

test('signing out clears what this browser kept, but not what waits; another person sees nothing of it', async () => {
  const auditId = await fieldwork(await another('Manaslu Overseas'));
  const device = newDevice();
  const context = await device.start();
  await signIn(context, given.lead);
  const page = await context.newPage();
  await takeAlong(page, pageOf(auditId));
  await page.evaluate(async () => {
    const ours = await navigator.serviceWorker.getRegistration('/sign-out');
    while (!ours?.active) await new Promise((later) => setTimeout(later, 50));
  });
  await offline(context);
  await answer(page, '1.1.1', 'waits over the sign-out');
  await all(page);
  await page.getByRole('link', { name: 'Remove from this device' }).click();
  await expect(page.getByText('Something here is on no other machine')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Remove from this device' })).toBeDisabled();

  // Back online, but signed out before the page could send: from another page of the house.
  await page.goto('about:blank');
  await online(context);
  // As wide as a desk's screen: on a narrow one the button stands in a menu.
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${origin}/now`);
  await page.getByRole('button', { name: 'Sign out' }).first().click();
  await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible();
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  await offline(context);
  await expect(page.goto(pageOf(auditId))).rejects.toThrow();

  await online(context);
  await signIn(context, given.lead);
  await page.goto(pageOf(auditId));
  await expect(page.getByText('Everything you saved is with the server.')).toBeVisible({ timeout: 30_000 });
  expect(await operations(auditId)).toEqual(['1 1.1.1 waits over the sign-out: applied']);
  await context.close();
});

test('without scripts the page says so, and leads to where everything can be done', async ({ browser }) => {
  const auditId = await fieldwork(await another('Makalu Overseas'));
  const context = await browser.newContext({ javaScriptEnabled: false });
  await signIn(context, given.lead);
  const page = await context.newPage();
  await page.goto(`${origin}/audits/${auditId}`);
  await page.getByRole('link', { name: 'Work without a network' }).click();
  await expect(page.getByText('none runs in this browser')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'open the indicators' }).click();
  await expect(page.getByRole('heading', { name: 'Indicators' })).toBeVisible();
  await context.close();
});

/** The same people, engaged by another recruiter. */
async function another(name: string): Promise<Engagement> {
  const kind = 'recruiter';
  const { db, body } = given;
  const agency = { kind, id: await foundOrganisation({ db, now }, { kind, name, country: 'NP' }) } as const;
  const recruiter = await aPerson(db, agency, kind);
  const applicationId = await anApplication(db, { agency, body, startedBy: recruiter.accountId });
  return { ...given, agency, recruiter, applicationId };
}
