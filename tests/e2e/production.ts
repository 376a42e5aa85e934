import { expect, type Page } from '@playwright/test';
import { sql } from 'kysely';

import { startHouse } from '#app/commands/house.ts';
import { connect } from '#db/client.server.ts';
import { startTemporary } from '#db/embedded.server.ts';
import { migrate } from '#db/migrate.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { freePort } from '#tests/support/port.ts';
import { signingKeysIn } from '#tests/support/signing-keys.ts';
import { startMailServer } from '#tests/support/smtp.ts';

import { press } from './steps.ts';

/** A production house, where officers need a second factor. Passkeys want a name, not a number: localhost. */
export async function layProduction() {
  const postgres = await startTemporary();
  await migrate(postgres.url);
  const mail = await startMailServer();
  const port = String(await freePort());
  const origin = `http://localhost:${port}`;
  const house = await startHouse({
    DATABASE_URL: postgres.url,
    PORT: port,
    ORIGIN: origin,
    DEMO: '0',
    LOG_LEVEL: 'error',
    SMTP_URL: mail.url,
    STORAGE_URL: `file://${postgres.folder}/files`,
    SIGNING_KEYS: signingKeysIn(postgres.folder),
  });
  const { db } = connect(postgres.url, { max: 3 });
  const settled = async () => {
    const left = sql<{ count: number }>`select count(*)::int as count from graphile_worker._private_jobs`;
    const count = async () => (await left.execute(db)).rows[0]?.count;
    await expect.poll(count, { timeout: 60_000 }).toBe(0);
  };
  const given = await aCertificate(db, settled);
  const clear = async () => {
    await house.stop();
    await db.destroy();
    await mail.stop();
    await postgres.stop();
  };
  return { ...given, db, mail, origin, settled, clear };
}

export const password = 'a long enough password';

/** Signs in as far as a password goes. */
export async function givePassword(page: Page, email: string) {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await press(page, 'Sign in');
}

export async function signOut(page: Page) {
  await page.getByRole('button', { name: 'Sign out' }).first().click();
  await expect(page.getByRole('button', { name: 'Sign out' })).toHaveCount(0);
}

/** Does something that sends a form and answers with the status that came back. */
export async function statusOf(page: Page, act: () => Promise<unknown>) {
  const [response] = await Promise.all([
    page.waitForResponse((candidate) => candidate.request().method() === 'POST'),
    act(),
  ]);
  return response.status();
}
