import { setTimeout as pause } from 'node:timers/promises';

import { sql, type Kysely } from 'kysely';

import { startHouse } from '#app/commands/house.ts';
import { interimVersion, publishSchemeVersion } from '#app/features/scheme/commands.server.ts';
import { connect, type Database } from '#db/client.server.ts';
import { startTemporary } from '#db/embedded.server.ts';
import { migrate } from '#db/migrate.ts';
import { aFilledDraft, password } from '#tests/support/factories/applications.ts';
import { freePort } from '#tests/support/port.ts';
import { signingKeysIn } from '#tests/support/signing-keys.ts';
import { startMailServer } from '#tests/support/smtp.ts';

import { expect, test } from './support.ts';

type Ground = Awaited<ReturnType<typeof lay>>;

/** A production house on a database, a port and a mail server of its own, so that it may be killed. */
async function lay() {
  const postgres = await startTemporary();
  await migrate(postgres.url);
  const mail = await startMailServer();
  const port = String(await freePort());
  const origin = `http://127.0.0.1:${port}`;
  const settings = {
    DATABASE_URL: postgres.url,
    PORT: port,
    ORIGIN: origin,
    DEMO: '0',
    LOG_LEVEL: 'fatal',
    SMTP_URL: mail.url,
    STORAGE_URL: `file://${postgres.folder}/files`,
    SIGNING_KEYS: signingKeysIn(postgres.folder),
  };
  const { db } = connect(postgres.url, { max: 3 });
  await publishSchemeVersion({ db, now: new Date() }, interimVersion);
  return {
    db,
    mail,
    origin,
    start: () => startHouse(settings),
    async clear() {
      await db.destroy();
      await mail.stop();
      await postgres.stop();
    },
  };
}

let ground: Ground;
let house: Awaited<ReturnType<Ground['start']>>;

test.beforeAll(async () => {
  ground = await lay();
  house = await ground.start();
});

test.afterAll(async () => {
  await house.stop();
  await ground.clear();
});

async function killAndStart() {
  await house.kill();
  house = await ground.start();
}

const addressOf = (name: string) => `${name.toLowerCase()}@agency.example`;
const applicant = (name: string) => aFilledDraft(ground.db, `${name} Agency`, addressOf(name), new Date());

/** A form as a browser sends it; nothing is said when the server dies on it. */
const post = (path: string, fields: Record<string, string>, cookie = '') =>
  fetch(`${ground.origin}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: ground.origin, Cookie: cookie },
    body: new URLSearchParams(fields),
  });

async function signIn(email: string) {
  const answer = await post('/sign-in', { email, password });
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
  if (!cookie) throw new Error(`${email} could not sign in: ${answer.status}`);
  return cookie;
}

/** Jobs still in the queue, of whatever kind. */
async function jobsLeft(db: Kysely<Database>) {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from graphile_worker._private_jobs`.execute(db);
  return rows[0]?.count;
}

const settled = () => expect.poll(() => jobsLeft(ground.db), { timeout: 60_000 }).toBe(0);

const idsOf = (email: string) =>
  ground.mail.letters.filter(({ to }) => to.includes(email)).map(({ messageId }) => messageId);

test('what was saved before the kill stands after it, and its person is still signed in', async ({
  browser,
}) => {
  await applicant('Anapurna');
  const page = await (await browser.newContext({ baseURL: ground.origin })).newPage();
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(addressOf('Anapurna'));
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.goto('/apply/identity');
  await page.getByLabel('Address of the head office').fill('7 New Lane, Pokhara');
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await expect(page).toHaveURL(/\/apply\/owners/);

  await killAndStart();

  await page.goto('/apply/identity');
  await expect(page.getByLabel('Address of the head office')).toHaveValue('7 New Lane, Pokhara');
});

test('a sending cut off at any moment is whole or nothing; its fee is asked for once', async () => {
  test.setTimeout(180_000);
  const ids = new Map<string, string>();
  for (const delay of [0, 4, 8, 14, 22, 35, 60, 120]) {
    const name = `Cut${delay}`;
    const { id } = await applicant(name);
    ids.set(name, id);
    const cookie = await signIn(addressOf(name));
    const sending = post('/apply/submit', {}, cookie).catch(() => undefined);
    await pause(delay);
    await killAndStart();
    await sending;
    const { state, copies } = await applicationOf(id);
    expect([state === 'draft', copies]).toEqual(state === 'draft' ? [true, 0] : [false, 1]);
    // Whoever saw no answer presses again: sent now, or told in words that it was.
    const again = await post('/apply/submit', {}, cookie);
    expect(again.status).toBe(state === 'draft' ? 302 : 409);
  }
  await settled();
  for (const [name, id] of ids) {
    expect(await applicationOf(id)).toEqual({
      state: 'awaiting_payment',
      copies: 1,
      invoices: 1,
      events: { 'application.submitted': 1, 'invoice.issued': 1, 'application.payment_requested': 1 },
    });
    // The kill may have come while this very mail was handed over; then it came again under the same name.
    expect(new Set(idsOf(addressOf(name))).size).toBe(1);
  }
});

async function applicationOf(id: string) {
  const { state } = await ground.db
    .selectFrom('application')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const copies = await ground.db
    .selectFrom('application_copy')
    .select('version')
    .where('application_id', '=', id)
    .execute();
  const invoices = await ground.db
    .selectFrom('invoice')
    .select('id')
    .where('application_id', '=', id)
    .execute();
  const facts = await ground.db
    .selectFrom('event')
    .select(['type', ({ fn }) => fn.countAll<number>().as('count')])
    .where((where) =>
      where.or([where('subject', '=', id), where('related', '@>', sql<string[]>`array[${id}]::uuid[]`)]),
    )
    .where('type', 'in', ['application.submitted', 'invoice.issued', 'application.payment_requested'])
    .groupBy('type')
    .execute();
  return {
    state,
    copies: copies.length,
    invoices: invoices.length,
    events: Object.fromEntries(facts.map(({ type, count }) => [type, count])),
  };
}

test('a mail in the middle of its handing over comes again under the same Message-ID', async () => {
  const { id } = await applicant('Held');
  const cookie = await signIn(addressOf('Held'));
  ground.mail.hold();
  expect((await post('/apply/submit', {}, cookie)).status).toBe(302);
  await expect.poll(() => idsOf(addressOf('Held')).length, { timeout: 30_000 }).toBe(1);
  await house.kill();
  ground.mail.release();
  house = await ground.start();
  await settled();
  const [first, second, ...more] = idsOf(addressOf('Held'));
  expect([first === second, first !== '', more]).toEqual([true, true, []]);
  expect((await applicationOf(id)).invoices).toBe(1);
});

test('in the end no fact is without its reactions, none was lost and none waits', async () => {
  await settled();
  const undone = await ground.db
    .selectFrom('delivery')
    .select(['reaction', 'target'])
    .where('done_at', 'is', null)
    .execute();
  expect(undone).toEqual([]);
  const silent = await ground.db
    .selectFrom('event')
    .leftJoin('delivery', 'delivery.event_id', 'event.id')
    .select(['event.type', 'event.id'])
    .where('event.type', 'in', ['application.submitted', 'invoice.issued', 'application.payment_requested'])
    .where('delivery.event_id', 'is', null)
    .execute();
  expect(silent).toEqual([]);
});

test('a letter leaves as text and as a page, to its person alone', () => {
  const letter = ground.mail.letters.find(({ to }) => to.includes(addressOf('Held')));
  expect(letter?.to).toEqual([addressOf('Held')]);
  expect(letter?.source).toMatch(/^Subject: /m);
  expect(letter?.source).toContain('multipart/alternative');
  expect(letter?.source).toContain('text/plain');
  expect(letter?.source).toContain('text/html');
});
