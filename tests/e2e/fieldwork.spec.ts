import { randomBytes, randomUUID } from 'node:crypto';

import { sql } from 'kysely';
import sharp from 'sharp';

import { startHouse } from '#app/commands/house.ts';
import { hashed } from '#app/features/accounts/sessions/adapter.server.ts';
import { connect } from '#db/client.server.ts';
import { startTemporary } from '#db/embedded.server.ts';
import { migrate } from '#db/migrate.ts';
import { anEngagement, fieldwork } from '#tests/support/factories/audits.ts';
import { anEdit } from '#tests/support/factories/fieldwork.ts';
import { freePort } from '#tests/support/port.ts';

import { expect, expectAccessible, test } from './support.ts';

/** Stage 2 in the middle of its fieldwork, on a house of its own. */
async function aDayOnSite() {
  const postgres = await startTemporary();
  await migrate(postgres.url);
  const { db } = connect(postgres.url, { max: 3 });
  const given = await anEngagement(db);
  const id = await fieldwork(given);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const house = await startHouse({
    ...{ DATABASE_URL: postgres.url, PORT: String(port), ORIGIN: origin, DEMO: '1', LOG_LEVEL: 'error' },
    ...{ WORKER: 'off', STORAGE_URL: `file://${postgres.folder}/files` },
  });
  const cookieOf = async (accountId: string) => {
    const secret = randomBytes(20).toString('hex');
    await sql`insert into session (id, account_id, membership_id, method, idle_minutes, device, place, confirmed_at, expires_at)
      select ${hashed(secret)}, account_id, id, 'password', 60, 'Firefox on Linux', 'This network', now(), now() + interval '1 hour'
      from membership where account_id = ${accountId}`.execute(db);
    return { name: 'fairroute_session', value: secret };
  };
  return {
    ...{ db, given, id, origin, cookieOf, lead: await cookieOf(given.lead.accountId) },
    async clear() {
      await house.stop();
      await db.destroy();
      await postgres.stop();
    },
  };
}
type Day = Awaited<ReturnType<typeof aDayOnSite>>;

let day: Day;
test.setTimeout(240_000);
test.beforeAll(async () => {
  day = await aDayOnSite();
});
test.afterAll(() => day.clear());

type Sent = {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
  as?: Day['lead'];
};

async function ask(path: string, { method = 'GET', headers = {}, body, as = day.lead }: Sent = {}) {
  const answer = await fetch(`${day.origin}/audits/${day.id}/${path}`, {
    ...{ method, redirect: 'manual' as const },
    headers: { Cookie: `${as.name}=${as.value}`, ...headers },
    ...(body === undefined ? {} : { body }),
  });
  const text = await answer.text();
  const json: unknown = answer.headers.get('Content-Type')?.startsWith('application/json')
    ? JSON.parse(text)
    : text;
  return { status: answer.status, said: json };
}
const json = { 'Content-Type': 'application/json' };
const sync = (device: string, operations: object[], more: Sent = {}) =>
  ask('sync', { method: 'POST', headers: json, body: JSON.stringify({ device, operations }), ...more });

test('a device takes fieldwork along and sends its edits back, each once', async () => {
  const { status, said } = await ask('bundle');
  expect([status, said]).toMatchObject([200, { audit: { id: day.id }, me: { name: 'Anjali Rao' } }]);
  const [device, edit] = [randomUUID(), anEdit(1, '1.1.4', 'Seen on site')];
  const answer = { results: [{ id: edit.id, outcome: 'applied', revision: 1 }], next: 2 };
  expect(await sync(device, [edit])).toEqual({ status: 200, said: answer });
  expect(await sync(device, [edit])).toEqual({ status: 200, said: { ...answer } });
  expect(await sync(device, [anEdit(5, '1.1.4', 'Later')])).toMatchObject({
    status: 409,
    said: { expected: 2 },
  });
  expect(await sync(device, [anEdit(2, '9.9.9', 'Nowhere')])).toMatchObject({
    said: { results: [{ outcome: 'refused', message: /it is kept/ }] },
  });
});

test('what is no edit, too much, from another site or from nobody is not taken', async () => {
  const device = randomUUID();
  const many = Array.from({ length: 51 }, (_one, at) => anEdit(at + 1, '1.1.5', 'x'));
  const tries: [Promise<{ status: number }>, number][] = [
    [sync(device, many), 400],
    [sync(device, [{ ...anEdit(1, '1.1.5', 'x'), conformity: 'perhaps' }]), 400],
    [sync('nobody', []), 400],
    [ask('sync', { method: 'POST', headers: json, body: '{"device":' }), 400],
    [ask('sync', { method: 'POST', headers: json, body: `"${'x'.repeat(600_000)}"` }), 413],
    [ask('sync', { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: '{}' }), 415],
    [sync(device, [], { headers: { ...json, Origin: 'https://elsewhere.example' } }), 403],
    [sync(device, [], { as: await day.cookieOf(day.given.colleague.accountId) }), 404],
    [sync(device, [], { as: await day.cookieOf(day.given.recruiter.accountId) }), 403],
    [sync(device, [], { as: { name: 'nobody', value: 'at all' } }), 302],
    [
      sync(device, [], {
        as: { name: 'nobody', value: 'x' },
        headers: { ...json, 'Sec-Fetch-Dest': 'empty' },
      }),
      401,
    ],
  ];
  for (const [answer, status] of tries) expect((await answer).status).toBe(status);
  const kept = await day.db
    .selectFrom('fieldwork_operation')
    .select('id')
    .where('device', '=', device)
    .execute();
  expect(kept).toEqual([]);
});

test('photos arrive once; what is no photo does not', async () => {
  const picture = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#0b5d4e' } })
    .jpeg()
    .toBuffer();
  const id = randomUUID();
  const put = (body: Uint8Array<ArrayBuffer>, at: string = id, type = 'image/jpeg') =>
    ask(`photos/${at}?code=1.1.2&name=gate.jpg&seq=1`, {
      method: 'PUT',
      headers: { 'Content-Type': type },
      body,
    });
  expect(await put(new Uint8Array(picture))).toEqual({
    status: 200,
    said: { outcome: 'stored', late: false },
  });
  expect(await put(new Uint8Array(picture))).toEqual({ status: 200, said: { outcome: 'already' } });
  expect(await put(new Uint8Array(11_000_000), randomUUID())).toMatchObject({ status: 413 });
  expect(await put(new TextEncoder().encode('<html>'), randomUUID())).toMatchObject({ status: 415 });
  expect(await put(new Uint8Array(picture), 'no-number')).toMatchObject({ status: 400 });
});

test('two who worded an indicator differently are shown side by side, and one says what holds; without scripts', async ({
  browser,
}) => {
  await sync(randomUUID(), [anEdit(1, '1.1.3', 'The gate was open')]);
  await sync(randomUUID(), [anEdit(1, '1.1.3', 'The gate was locked')]);
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: day.origin });
  await context.addCookies([{ ...day.lead, url: day.origin }]);
  const page = await context.newPage();
  await page.goto(`/audits/${day.id}/indicators?show=conflict`);
  await expectAccessible(page);
  await page.getByRole('link', { name: /Worded differently by two/ }).click();
  await page.getByRole('link', { name: 'Compare and choose' }).click();
  await expectAccessible(page);
  await expect(page.getByText('The gate was open').first()).toBeVisible();
  await page.getByLabel(/What Anjali Rao wrote/).check();
  await page.getByRole('button', { name: 'Settle it' }).click();
  await expect(page.getByLabel('Note')).toHaveValue('The gate was locked');
  await expect(page.getByText('Worded differently')).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Add a photo' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Add the photo' }).click();
  await expect(page.getByRole('alert')).toContainText('Choose a photo');
  await context.close();
});

test('three indicators are answered with single keys, which are heard when switched on and never while somebody types', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: true, baseURL: day.origin });
  await context.addCookies([{ ...day.lead, url: day.origin }]);
  const page = await context.newPage();
  await page.goto(`/audits/${day.id}/indicators/A.1.1`);
  await page.keyboard.press('1');
  await expect(page.getByLabel('Conforms', { exact: true })).not.toBeChecked();
  await page.getByText('Work with single keys').click();
  await page.getByLabel('Keys are on, on this device').check();
  await expectAccessible(page);
  for (const [code, next] of [
    ['A.1.1', 'A.1.2'],
    ['A.1.2', 'A.1.3'],
    ['A.1.3', 'A.1.4'],
  ] as const) {
    await page.keyboard.press('1');
    await expect(page.getByLabel('Conforms', { exact: true })).toBeChecked();
    await page.keyboard.press('n');
    await page.keyboard.type(`seen at ${code}, 1 2 3 j k`);
    await expect(page.getByLabel('Note')).toHaveValue(`seen at ${code}, 1 2 3 j k`);
    await expect(page.getByLabel('Conforms', { exact: true })).toBeChecked();
    await page.getByLabel('Note').blur();
    await page.keyboard.press('s');
    await page.waitForURL(new RegExp(`/indicators/${next}$`));
  }
  await context.close();
});
