import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import type { Ground } from './ground.server.ts';
import { EmbeddedPostgresError } from './refusal.ts';

const passwordFile = 'fairroute.password';

/** Kept with the cluster, readable by its owner alone; the same on every start. */
export const passwordOf = (cluster: string) =>
  readFile(join(cluster, passwordFile), 'utf8').catch(() => {
    throw new EmbeddedPostgresError(
      `${cluster} holds no data of this Fairroute: its password is missing. Move the folder away and start again.`,
    );
  });

/** Makes the cluster once. It gets its name when it is whole: a start that is killed, or a second one, leaves none in halves. */
export async function initialise(ground: Ground) {
  const { folder, cluster, account } = ground;
  if (existsSync(cluster)) return;
  const making = await mkdtemp(join(folder, 'making-'));
  const secret = join(making, 'password');
  await writeFile(secret, randomBytes(18).toString('base64url'), { mode: 0o600 });
  for (const path of account ? [making, secret] : []) await chown(path, account?.uid ?? 0, account?.gid ?? 0);
  try {
    await initdb(ground, join(making, 'cluster'), secret);
    await rename(secret, join(making, 'cluster', passwordFile));
    // Another start was quicker: its cluster serves both.
    await rename(join(making, 'cluster'), cluster).catch((error: unknown) => {
      if (!existsSync(cluster)) throw error;
    });
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}

const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

async function initdb({ account, binaries, durable }: Ground, at: string, secret: string) {
  const options = [
    '-D',
    at,
    '-U',
    'fairroute',
    `--pwfile=${secret}`,
    '--auth=scram-sha-256',
    ...locale,
    ...(durable ? [] : ['--no-sync']),
  ];
  const child = spawn(binaries.initdb, options, {
    ...account,
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, LC_ALL: 'C' },
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const status = await new Promise<number | null>((resolve) => {
    child.once('close', resolve).once('error', (error) => {
      said += error.message;
      resolve(null);
    });
  });
  if (status !== 0)
    throw new EmbeddedPostgresError(
      `PostgreSQL could not make its data folder ${dirname(at)}: ${said.trim()}`,
    );
}
