import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

import { startHouse } from '#app/commands/house.ts';
import { startTemporary } from '#db/embedded.server.ts';
import { migrate } from '#db/migrate.ts';
import { freePort } from '#tests/support/port.ts';

import { expect, test } from './support.ts';

/** Starts the built server with nothing but these settings and answers with how it ended. */
async function startWith(settings: Record<string, string>, mode: string[] = []) {
  const child = spawn(process.execPath, ['build/server/index.js', ...mode], {
    env: { NODE_ENV: 'production', ...settings },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (part: Buffer) => (said += part.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { code, said };
}

const whole = { DATABASE_URL: 'postgres://x@127.0.0.1:1/x', ORIGIN: 'http://localhost:3000', DEMO: '1' };

for (const [what, settings, named] of [
  ['no settings at all', {}, ['DATABASE_URL is missing', 'ORIGIN is missing', 'SMTP_URL is missing']],
  ['an address of the wrong kind', { ...whole, DATABASE_URL: 'mysql://x' }, ['DATABASE_URL']],
  ['a port that is none', { ...whole, PORT: 'eighty' }, ['PORT must be a number']],
  ['production without a way for its mail', { ...whole, DEMO: '0' }, ['SMTP_URL is missing']],
  [
    'production without keys to sign with',
    { ...whole, DEMO: '0', SMTP_URL: 'smtp://127.0.0.1:1', SIGNING_KEYS: '/nowhere/keys.json' },
    ['SIGNING_KEYS', 'npm run signing-key'],
  ],
] as const) {
  test(`${what}: the start stops and names it`, async () => {
    const { code, said } = await startWith(settings);
    expect(code).toBe(1);
    for (const name of named) expect(said).toContain(name);
    expect(said).not.toContain('    at ');
  });
}

test('a port that is taken stops the start and is named', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '0.0.0.0', resolve));
  const address = taken.address();
  const port = typeof address === 'object' && address ? String(address.port) : '';
  const { code, said } = await startWith({ ...whole, PORT: port, WORKER: 'off' });
  taken.close();
  expect(code).toBe(1);
  expect(said).toContain(port);
  expect(said).not.toContain('    at ');
});

test('a database that is not up to date: no page pretends, no step is taken, nothing is migrated in passing', async () => {
  const postgres = await startTemporary();
  const port = String(await freePort());
  const origin = `http://127.0.0.1:${port}`;
  const house = await startHouse({
    DATABASE_URL: postgres.url,
    PORT: port,
    ORIGIN: origin,
    DEMO: '1',
    LOG_LEVEL: 'fatal',
  });
  const statusOf = async (path: string) => (await fetch(`${origin}${path}`)).status;
  expect([await statusOf('/healthz'), await statusOf('/readyz')]).toEqual([200, 503]);
  expect(await statusOf('/api/v1/recruiters?q=everest')).toBe(503);
  await migrate(postgres.url);
  expect(await statusOf('/readyz')).toBe(200);
  await house.stop();
  await postgres.stop();
});
