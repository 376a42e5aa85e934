// Run by a test as an ordinary user: starts the embedded server, asks it something, stops it.
import { statSync } from 'node:fs';
import { join } from 'node:path';

import pg from 'pg';

import { startEmbedded } from '#db/embedded.server.ts';

const dataDir = process.argv[2] ?? '';
const server = await startEmbedded({ dataDir, durable: false });
const client = new pg.Client({ connectionString: server.url });
await client.connect();
await client.query('select 1');
await client.end();
const { uid } = statSync(join(dataDir, 'cluster', 'postmaster.pid'));
await server.stop();
process.stdout.write(`answers as user ${uid}\n`);
