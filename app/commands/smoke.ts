import { parseArgs } from 'node:util';

import { startTemporary } from '#db/embedded.server.ts';
import { migrate } from '#db/migrate.ts';

import { ensureBuilt } from './built.ts';
import { startHouse } from './house.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);
const origin = 'http://127.0.0.1:3973';

/** Starts the built server once under another Node (`--node <path>`), asks for its health and a page, and stops it. */
async function smoke() {
  const { values } = parseArgs({ options: { node: { type: 'string', default: process.execPath } } });
  await ensureBuilt(say);
  const postgres = await startTemporary();
  try {
    await migrate(postgres.url);
    const settings = {
      DATABASE_URL: postgres.url,
      PORT: '3973',
      ORIGIN: origin,
      DEMO: '1',
      LOG_LEVEL: 'error',
    };
    const house = await startHouse(settings, { node: values.node });
    for (const path of ['/healthz', '/readyz', '/sign-in', '/en/check']) await expectOk(path);
    await house.stop();
    say(`The built server starts and answers under ${values.node}.`);
  } finally {
    await postgres.stop();
  }
}

async function expectOk(path: string) {
  const { status } = await fetch(`${origin}${path}`);
  if (status !== 200) throw new Error(`${path} answered ${status}`);
}

await smoke();
