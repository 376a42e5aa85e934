import { spawnSync } from 'node:child_process';
import { appendFile, chmod, chown, cp, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { startEmbedded } from '#db/embedded.server.ts';
import { migrate } from '#db/migrate.ts';

import { forAWhile } from './memory.ts';

/**
 * A PostgreSQL and a real streaming replica of it: a copy of its folder, taken while it was stopped, that follows it from there.
 * The npm package brings no pg_basebackup, and none is needed for that.
 */
export async function aReplicatedDatabase() {
  const folder = await mkdtemp(join(forAWhile(), 'fairroute-replica-'));
  // The servers may run as another user, who has to pass through.
  await chmod(folder, 0o711);
  const at = (name: string) => join(folder, name);
  const first = await startEmbedded({ dataDir: at('primary'), durable: false });
  await migrate(first.url);
  await first.stop();
  await copyOf(at('primary'), at('replica'));
  const primary = await startEmbedded({ dataDir: at('primary'), durable: false });
  const { username, password, port } = new URL(primary.url);
  const standby = join(at('replica'), 'cluster');
  await appendFile(
    join(standby, 'postgresql.auto.conf'),
    `primary_conninfo = 'host=127.0.0.1 port=${port} user=${username} password=${password}'\n`,
  );
  await writeFile(join(standby, 'standby.signal'), '');
  const { uid, gid } = await stat(standby);
  await chown(join(standby, 'standby.signal'), uid, gid);
  const start = () => startEmbedded({ dataDir: at('replica'), durable: false });
  const replica = await start();
  return {
    primary,
    replica,
    async close() {
      await replica.stop();
      await primary.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** With its owners: the server refuses a folder that is another's. */
async function copyOf(from: string, to: string) {
  if (process.getuid?.() !== 0)
    return cp(from, to, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
  const { status } = spawnSync('cp', ['-a', from, to]);
  if (status !== 0) throw new Error(`${from} could not be copied`);
}
