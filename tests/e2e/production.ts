import { expect } from '@playwright/test';
import { sql } from 'kysely';

import { startHouse } from '#app/commands/house.ts';
import { connect } from '#db/client.server.ts';
import { startTemporary } from '#db/embedded.server.ts';
import { migrate } from '#db/migrate.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { freePort } from '#tests/support/port.ts';
import { startMailServer } from '#tests/support/smtp.ts';

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
