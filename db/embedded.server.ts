import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import pg from 'pg';

import { findBinaries, initialise, prepareFolder, serverAccount, spawnPostgres, type Ground } from './embedded/ground.server.ts';
import { EmbeddedPostgresError } from './embedded/refusal.ts';
import { describeProcess, readLock, removeStaleLock } from './embedded/lock.server.ts';

export { EmbeddedPostgresError } from './embedded/refusal.ts';

export type EmbeddedPostgres = { url: string; port: number; stop(): Promise<void> };

type Options = {
  /** Where the cluster, its password and its log live; made when it is not there. */
  dataDir: string;
  /** Hears one-line remarks. */
  log?: (line: string) => void;
  /** False for tests: nothing waits for the disk, and a power cut may lose everything. */
  durable?: boolean;
};

const tries = 5;
const patienceMs = 30_000;

/**
 * A PostgreSQL of our own on a free loopback port, with the database `fairroute` in it. A server that outlived whoever
 * started it is taken over; a lock left by a killed one is cleared. Throws EmbeddedPostgresError, whose message is for
 * the person at the terminal.
 */
export async function startEmbedded({ dataDir, log = () => undefined, durable = true }: Options): Promise<EmbeddedPostgres> {
  const folder = resolve(dataDir);
  const account = serverAccount(log);
  const ground: Ground = { folder, cluster: join(folder, 'cluster'), account, binaries: await findBinaries(), durable };
  await prepareFolder(ground);
  const password = await passwordIn(folder);
  await initialise(ground, password);

  const running = await adopt(ground, password);
  const { port, pid } = running ?? (await startOnFreePort(ground, password));
  const url = `postgres://fairroute:${password}@127.0.0.1:${port}`;
  await ensureDatabase(`${url}/postgres`);
  return { url: `${url}/fairroute`, port, stop: () => stop(pid) };
}

/** A server for one run, in a temporary folder that goes with it; `folder` may hold the run's other files too. */
export async function startTemporary() {
  const folder = await mkdtemp(join(tmpdir(), 'fairroute-'));
  // The server may run as another user, who has to pass through.
  await chmod(folder, 0o711);
  const postgres = await startEmbedded({ dataDir: join(folder, 'postgres'), durable: false });
  const stop = async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { ...postgres, folder, stop };
}

/** Kept beside the cluster, readable by its owner alone; the same on every start. */
async function passwordIn(folder: string) {
  const file = join(folder, 'password');
  const fresh = randomBytes(18).toString('base64url');
  // 'wx' lets only the first of two starts write it.
  await writeFile(file, fresh, { mode: 0o600, flag: 'wx' }).catch(() => undefined);
  return (await readFile(file, 'utf8')).trim();
}

type Running = { port: number; pid: number };

/** The server that already runs on this cluster, if one does and is ours. */
async function adopt(ground: Ground, password: string): Promise<Running | undefined> {
  const deadline = Date.now() + patienceMs;
  for (let lock = await readLock(ground.cluster); lock; lock = await readLock(ground.cluster)) {
    if (await answers(lock.port, password)) return lock;
    const alive = describeProcess(lock.pid)?.includes(ground.cluster) ?? false;
    if (!alive) return void (await removeStaleLock(ground.cluster));
    if (Date.now() > deadline) {
      throw new EmbeddedPostgresError(`PostgreSQL (process ${lock.pid}) holds ${ground.cluster} but does not answer. Stop that process and start again.`);
    }
    await pause(100);
  }
  return undefined;
}

/** Another program may take the port between our asking for one and PostgreSQL's taking it: then another port. */
async function startOnFreePort(ground: Ground, password: string): Promise<Running> {
  let said = '';
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const port = await freePort();
    const server = spawnPostgres(ground, port);
    const came = await Promise.race([server.ended.then(() => false), untilAnswering(port, password)]);
    if (came) return { port, pid: server.pid };
    said = await server.log();
    // Two starts at once: the other one was quicker, and its server serves us both.
    const other = await adopt(ground, password);
    if (other) return other;
    if (!/could not bind|Address already in use|could not create any TCP/i.test(said)) break;
  }
  throw new EmbeddedPostgresError(`PostgreSQL did not start in ${ground.folder}. It said:\n${said.trim().split('\n').slice(-5).join('\n')}`);
}

async function untilAnswering(port: number, password: string) {
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline) {
    if (await answers(port, password)) return true;
    await pause(50);
  }
  return false;
}

async function answers(port: number, password: string) {
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'fairroute', password, database: 'postgres', connectionTimeoutMillis: 2000 });
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
    if (!(error instanceof pg.DatabaseError) || error.code !== '23505' && error.code !== '42P04') throw error;
  } finally {
    await client.end();
  }
}

/** Fast shutdown: connections end, everything is on disk. Nothing happens when it is stopped already. */
async function stop(pid: number) {
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    return;
  }
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline && describeProcess(pid) !== undefined) await pause(20);
}

const freePort = () =>
  new Promise<number>((found, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address ? found(address.port) : failed(new Error('no port'))));
    });
  });
