import { startHouse } from '#app/commands/house.ts';
import { startTemporary } from '#db/embedded.server.ts';
import { migrate } from '#db/migrate.ts';
import { forAWhile } from '#tests/support/memory.ts';
import { freePort } from '#tests/support/port.ts';

/** One house for all browser tests: the built server on a database of its own with the demonstration in it. */
export default async function openHouse() {
  const postgres = await startTemporary(forAWhile());
  await migrate(postgres.url);
  const port = String(await freePort());
  const origin = `http://127.0.0.1:${port}`;
  const storage = `file://${postgres.folder}/files`;
  Object.assign(process.env, {
    DATABASE_URL: postgres.url,
    ORIGIN: origin,
    DEMO: '1',
    LOG_LEVEL: 'error',
    STORAGE_URL: storage,
    // For every house of this run, and for what the tests themselves seal.
    SECRETS_FILE: `${postgres.folder}/secrets.key`,
    SIGNING_KEYS: `${postgres.folder}/signing-keys.json`,
    STATUS_LISTS: `${postgres.folder}/status-lists`,
    BASE_URL: origin,
  });
  const { seedOnce } = await import('#app/commands/demo/world.ts');
  await seedOnce(postgres.url, () => undefined);
  const house = await startHouse({
    DATABASE_URL: postgres.url,
    PORT: port,
    ORIGIN: origin,
    DEMO: '1',
    LOG_LEVEL: 'error',
    STORAGE_URL: storage,
  });
  return async () => {
    await house.stop();
    await postgres.stop();
  };
}
