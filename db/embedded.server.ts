import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import pg from 'pg';

import { initialise, passwordOf } from './embedded/cluster.server.ts';
import {
  findBinaries,
  makeFolder,
  prepareFolder,
  serverAccount,
  spawnPostgres,
  type Ground,
} from './embedded/ground.server.ts';
import { guard } from './embedded/guard.server.ts';
import { holds, readLock, removeEmptyLock, removeStaleLock } from './embedded/lock.server.ts';
import { EmbeddedPostgresError } from './embedded/refusal.ts';

export { EmbeddedPostgresError } from './embedded/refusal.ts';

export type EmbeddedPostgres = { url: string; port: number; stop(): Promise<void> };

type Options = {
  /** Where the cluster, its password and its log live; made when it is not there. */
  dataDir: string;
  /** Hears one-line remarks. */
  log?: (line: string) => void;
  /** False for tests: nothing waits for the disk, and the server ends with whoever started it. */
  durable?: boolean;
  /** Its memory for pages, as PostgreSQL writes it: 64MB unless told; a register of a million asks for more. */
  sharedBuffers?: string;
};

/** After a kill the server first repeats what its log holds, which may take a minute on a slow disk. */
const patienceMs = 120_000;

/**
 * A PostgreSQL of our own on a free loopback port, with the database `fairroute` in it. A server that outlived whoever
 * started it is taken over; a lock left by a killed one is cleared. Throws EmbeddedPostgresError, whose message is for
 * the person at the terminal.
 */
export const startEmbedded = (options: Options): Promise<EmbeddedPostgres> => open(options);

async function open(
  { dataDir, log = () => undefined, durable = true, sharedBuffers = '64MB' }: Options,
  throwAway?: string,
): Promise<EmbeddedPostgres> {
  const folder = await makeFolder(resolve(dataDir));
  const cluster = join(folder, 'cluster');
  const ground: Ground = await prepareFolder({
    folder,
    cluster,
    account: serverAccount(cluster, log),
    binaries: await findBinaries(),
    durable,
    sharedBuffers,
  });
  await initialise(ground);
  const password = await passwordOf(cluster);

  const running = await adopt(ground, password);
  const callOff = durable || running ? () => undefined : guard(cluster, throwAway);
  const { port, pid } = running ?? (await startOnFreePort(ground, password));
  const url = `postgres://fairroute:${password}@127.0.0.1:${port}`;
  await ensureDatabase(`${url}/postgres`);
  const stop = async () => {
    await shutDown(pid, cluster);
    callOff();
  };
  return { url: `${url}/fairroute`, port, stop };
}

/** A server for one run, in a temporary folder that goes with it; `folder` may hold the run's other files too. */
export async function startTemporary(
  within = tmpdir(),
  { sharedBuffers }: Pick<Options, 'sharedBuffers'> = {},
) {
  const folder = await mkdtemp(join(within, 'fairroute-'));
  // The server may run as another user, who has to pass through.
  await chmod(folder, 0o711);
  const postgres = await open(
    { dataDir: join(folder, 'postgres'), durable: false, ...(sharedBuffers && { sharedBuffers }) },
    folder,
  );
  const stop = async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { ...postgres, folder, stop };
}

type Running = { port: number; pid: number };

/** The server that already runs on this cluster, if one does and is ours; what a dead one left in the way is removed. */
async function adopt({ cluster }: Ground, password: string): Promise<Running | undefined> {
  const deadline = Date.now() + patienceMs;
  for (let lock = await readLock(cluster); lock; lock = await readLock(cluster)) {
    if (await answers(lock.port, password)) return lock;
    if (!holds(lock.pid, cluster)) {
      await removeStaleLock(cluster, lock);
      return undefined;
    }
    if (Date.now() > deadline) {
      throw new EmbeddedPostgresError(
        `PostgreSQL (process ${lock.pid}) holds ${cluster} but does not answer. Stop that process and start again.`,
      );
    }
    await pause(100);
  }
  await removeEmptyLock(cluster);
  return undefined;
}

/** Passing troubles: the port went to another program, another start was quicker, a killed server's child still works. */
const passing =
  /could not bind|address already in use|could not create any TCP|lock file|shared memory block/i;

async function startOnFreePort(ground: Ground, password: string): Promise<Running> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const port = await freePort();
    const server = spawnPostgres(ground, port);
    if (await comes(server, port, password)) return { port, pid: server.pid };
    const said = await server.said();
    const other = await adopt(ground, password);
    if (other) return other;
    if (!passing.test(said) || Date.now() > deadline) {
      throw new EmbeddedPostgresError(
        `PostgreSQL did not start in ${ground.folder}. It said:\n${said.split('\n').slice(-5).join('\n')}`,
      );
    }
    await pause(200);
  }
}

async function comes(server: ReturnType<typeof spawnPostgres>, port: number, password: string) {
  const deadline = Date.now() + patienceMs;
  while (server.lives() && Date.now() < deadline) {
    if (await answers(port, password)) return true;
    await pause(50);
  }
  return false;
}

async function answers(port: number, password: string) {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'fairroute',
    password,
    database: 'postgres',
    connectionTimeoutMillis: 2000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function ensureDatabase(url: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query(`select 1 from pg_database where datname = 'fairroute'`);
    if (rowCount === 0) await client.query('create database fairroute');
  } catch (error) {
    // Two starts at once: the other one has made it.
    if (!(error instanceof pg.DatabaseError) || (error.code !== '23505' && error.code !== '42P04'))
      throw error;
  } finally {
    await client.end();
  }
}

/** Fast shutdown: connections end, everything is on disk. Nothing happens when it is stopped already. */
async function shutDown(pid: number, cluster: string) {
  // Its number may be another program's by now.
  if (!holds(pid, cluster)) return;
  process.kill(pid, 'SIGINT');
  const deadline = Date.now() + patienceMs;
  while (holds(pid, cluster)) {
    if (Date.now() > deadline) throw new EmbeddedPostgresError(`PostgreSQL (process ${pid}) does not stop.`);
    await pause(20);
  }
}

const freePort = () =>
  new Promise<number>((found, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? found(address.port) : failed(new Error('no port')),
      );
    });
  });
