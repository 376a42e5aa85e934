// Run by a test as another program or another user: starts the embedded server, asks it something, and then stops it
// (`stop`), leaves it running (`leave`), or stays until it is killed (`stay`).
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import pg from 'pg';

import { EmbeddedPostgresError, startEmbedded } from '#db/embedded.server.ts';

const [dataDir = '', then = 'stop'] = process.argv.slice(2);

async function startAndAsk() {
  const server = await startEmbedded({ dataDir, durable: then === 'leave' });
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query('select 1');
  await client.end();
  const { uid } = statSync(join(dataDir, 'cluster', 'postmaster.pid'));
  if (then === 'stop') await server.stop();
  process.stdout.write(`answers as user ${uid}\n`);
  if (then === 'stay') await pause(600_000);
}

await startAndAsk().catch((error: unknown) => {
  if (!(error instanceof EmbeddedPostgresError)) throw error;
  process.stdout.write(`refused: ${error.message}\n`);
});
