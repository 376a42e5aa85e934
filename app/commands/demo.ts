import { rm } from 'node:fs/promises';
import { createConnection } from 'node:net';

import { EmbeddedPostgresError, startEmbedded } from '#db/embedded.server.ts';
import { migrate } from '#db/migrate.ts';

import { ensureBuilt } from './built.ts';
import { accounts, demoPassword, forAppeals } from './demo/accounts.ts';
import { startHouse } from './house.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);
const port = process.env['PORT'] ?? '3000';
const origin = process.env['ORIGIN'] ?? `http://localhost:${port}`;

/** A whole house on this machine: database, pages, worker and a believable world inside. */
async function demo() {
  if (await taken(Number(port))) {
    return void fail(
      `Port ${port} is taken by another program. Stop it, or choose another port: PORT=3100 npm run demo`,
    );
  }
  if (process.argv.includes('--reset')) await rm('.data', { recursive: true, force: true });
  const [postgres] = await Promise.all([database(), ensureBuilt(say)]);
  const house = await startHouse({
    DATABASE_URL: postgres.url,
    PORT: port,
    // Its passwords are known to everyone: nobody else on the network comes in, unless told otherwise.
    HOST: process.env['HOST'] ?? '127.0.0.1',
    ORIGIN: origin,
    DEMO: '1',
    WEBHOOKS_TO_LOOPBACK: '1',
    LOG_LEVEL: 'warn',
  });

  const stop = () => {
    void house.stop();
  };
  process.once('SIGINT', stop).once('SIGTERM', stop).once('SIGHUP', stop);
  announce();
  await house.ended;
  await postgres.stop();
}

/** The database given by DATABASE_URL, or our own in .data/; up to date and with the demonstration in it. */
async function database() {
  const given = process.env['DATABASE_URL'];
  const postgres = given
    ? { url: given, stop: () => Promise.resolve() }
    : await startEmbedded({ dataDir: '.data/postgres', log: say });
  await migrate(postgres.url);
  // Loaded late: everything below the rooms reads its settings when it is loaded.
  process.env['DATABASE_URL'] = postgres.url;
  process.env['ORIGIN'] = origin;
  process.env['DEMO'] = '1';
  process.env['LOG_LEVEL'] ??= 'warn';
  const { seedOnce } = await import('./demo/world.ts');
  await seedOnce(postgres.url, say);
  return postgres;
}

function announce() {
  const everybody = [...accounts, ...forAppeals];
  const width = Math.max(...everybody.map(({ email }) => email.length));
  say(`\nFairroute is open at ${origin}\n\nSign in with the password ${demoPassword} as`);
  for (const { email, what } of everybody) say(`  ${email.padEnd(width)}  ${what}`);
  say('\nEverything in it is invented. Ctrl-C closes it; the next start finds it as you left it.');
}

const taken = (at: number) =>
  new Promise<boolean>((resolve) => {
    const probe = createConnection({ port: at, host: '127.0.0.1' });
    probe.once('connect', () => resolve(true)).once('error', () => resolve(false));
    probe.once('connect', () => probe.destroy());
  });

function fail(message: string) {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

demo().catch((error: unknown) => {
  fail(error instanceof EmbeddedPostgresError || error instanceof Error ? error.message : String(error));
  process.exit(1);
});
