import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { EmbeddedPostgresError, startEmbedded, type EmbeddedPostgres } from '#db/embedded.server.ts';

const root = process.getuid?.() === 0;
/** Where others may enter this checkout, another user can run its programs; elsewhere there is nothing to try. */
const rootAmongOthers =
  root && spawnSync('/bin/ls', [resolve('node_modules')], { uid: 65534, gid: 65534, cwd: '/' }).status === 0;

let parent: string;
let dataDir: string;
let running: EmbeddedPostgres[];

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'fairroute-embedded-'));
  chmodSync(parent, 0o711);
  dataDir = join(parent, 'postgres');
  running = [];
});
afterEach(async () => {
  for (const server of running) await server.stop();
  rmSync(parent, { recursive: true, force: true });
});

async function start(options = {}) {
  const server = await startEmbedded({ dataDir, durable: false, ...options });
  running.push(server);
  return server;
}

async function ask<T>({ url }: { url: string }, question: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ answer: T }>(question);
  await client.end();
  return rows[0]?.answer;
}

/** Another program that starts the server: see start-embedded.mts for what it does then. */
function starter(folder: string, then: 'stop' | 'leave' | 'stay' = 'stop', uid?: number) {
  return spawn(process.execPath, ['--import', 'tsx', 'tests/support/start-embedded.mts', folder, then], {
    ...(uid !== undefined && { uid, gid: uid }),
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, HOME: parent, TMPDIR: parent },
  });
}

async function said(child: ReturnType<typeof starter>) {
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await once(child, 'close');
  return output.trim();
}

/** Kills a process and gives its number to another program, where the system can be told to; only root can. */
async function withTheNumber(pid: number) {
  process.kill(pid, 'SIGKILL');
  await pause(300);
  try {
    writeFileSync('/proc/sys/kernel/ns_last_pid', String(pid - 1));
  } catch {
    return undefined;
  }
  return spawn('sleep', ['60']);
}

const postmaster = () =>
  Number(readFileSync(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);

test('a server of our own listens on loopback alone, in UTF-8, and keeps what it was told', async () => {
  const first = await start();
  expect(await ask(first, `select current_setting('listen_addresses') as answer`)).toBe('127.0.0.1');
  expect(
    await ask(
      first,
      `select pg_encoding_to_char(encoding) || ' ' || datlocale as answer from pg_database where datname = 'fairroute'`,
    ),
  ).toBe('UTF8 C.UTF-8');
  await ask(first, 'create table kept as select 42 as answer');
  await first.stop();
  await first.stop();
  expect(await ask(await start(), 'select answer from kept')).toBe(42);
});

test('whoever does not know the password stays outside', async () => {
  const { port } = await start();
  await expect(
    ask({ url: `postgres://fairroute:wrong@127.0.0.1:${port}/fairroute` }, 'select 1 as answer'),
  ).rejects.toThrow('password');
});

test('a server that outlived its starter is taken over', async () => {
  const first = await start();
  const second = await start();
  expect(second.url).toBe(first.url);
  await second.stop();
  await expect(ask(first, 'select 1 as answer')).rejects.toThrow();
});

test('two starts at once serve both from one server', async () => {
  const [one, other] = await Promise.all([start(), start()]);
  expect(one.port).toBe(other.port);
});

test('two programs that start at once, the first time too, share one server', async () => {
  const [one, other] = await Promise.all([said(starter(dataDir, 'leave')), said(starter(dataDir, 'leave'))]);
  expect(one).toMatch(/^answers as user/);
  expect(other).toBe(one);
});

test('a throw-away server ends with the program that started it, however that ends', async () => {
  const child = starter(dataDir, 'stay');
  await vi.waitUntil(() => existsSync(join(dataDir, 'cluster', 'postmaster.pid')), {
    timeout: 20_000,
    interval: 20,
  });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await vi.waitUntil(() => !existsSync(join(dataDir, 'cluster', 'postmaster.pid')), {
    timeout: 10_000,
    interval: 20,
  });
});

describe('after a kill', () => {
  test('the lock it left is cleared', async () => {
    await ask(await start({ durable: true }), 'create table kept as select 42 as answer');
    process.kill(postmaster(), 'SIGKILL');
    expect(await ask(await start(), 'select answer from kept')).toBe(42);
  });

  test('the lock is cleared also when its number is another program’s now', async () => {
    const first = await start();
    const lock = readFileSync(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8');
    await first.stop();
    // The same system user, as after a restart of the machine: PostgreSQL by itself would refuse.
    const ids = root
      ? {
          uid: Number(execFileSync('id', ['-u', 'postgres'])),
          gid: Number(execFileSync('id', ['-g', 'postgres'])),
        }
      : {};
    const stranger = spawn('sleep', ['60'], { ...ids, cwd: '/' });
    writeFileSync(join(dataDir, 'cluster', 'postmaster.pid'), lock.replace(/^\d+/, String(stranger.pid)));
    try {
      expect(await ask(await start(), 'select 42 as answer')).toBe(42);
      expect(stranger.exitCode).toBeNull();
    } finally {
      stranger.kill();
    }
  });

  test('a lock without a word in it is cleared', async () => {
    await (await start()).stop();
    const lock = join(dataDir, 'cluster', 'postmaster.pid');
    writeFileSync(lock, '');
    utimesSync(lock, new Date(0), new Date(0));
    expect(await ask(await start(), 'select 42 as answer')).toBe(42);
  });

  test('a cluster that was being made is made anew', async () => {
    const child = starter(dataDir);
    await vi.waitUntil(
      () => existsSync(dataDir) && readdirSync(dataDir).some((name) => name.startsWith('making-')),
      { interval: 5, timeout: 20_000 },
    );
    child.kill('SIGKILL');
    expect(await ask(await start(), 'select 42 as answer')).toBe(42);
  });

  test('a query that outlived its server is waited for', async () => {
    const first = await start();
    const client = new pg.Client({ connectionString: first.url });
    client.on('error', () => undefined);
    await client.connect();
    const query = client
      .query(`select count(*) from generate_series(1, 2500000) n where md5(n::text) = ''`)
      .catch(() => undefined);
    await pause(300);
    process.kill(postmaster(), 'SIGKILL');
    expect(await ask(await start(), 'select 42 as answer')).toBe(42);
    await query;
  });

  test('stopping leaves a program alone that has the number now', async () => {
    const first = await start();
    const stranger = await withTheNumber(postmaster());
    await first.stop();
    expect(stranger?.signalCode ?? null).toBeNull();
    stranger?.kill();
  });
});

test('the port it had before may be taken by another program', async () => {
  const first = await start();
  await first.stop();
  const stranger = createServer().listen(first.port, '127.0.0.1');
  try {
    expect((await start()).port).not.toBe(first.port);
  } finally {
    stranger.close();
  }
});

describe('what cannot work is said in words', () => {
  test('data of another PostgreSQL', async () => {
    mkdirSync(join(dataDir, 'cluster'), { recursive: true });
    writeFileSync(join(dataDir, 'cluster', 'PG_VERSION'), '16\n');
    await expect(start()).rejects.toThrow(/of PostgreSQL 16; this Fairroute brings 18/);
  });

  test('a folder that cannot be made', async () => {
    writeFileSync(join(parent, 'file'), '');
    await expect(startEmbedded({ dataDir: join(parent, 'file', 'postgres') })).rejects.toThrow(
      EmbeddedPostgresError,
    );
  });

  test.runIf(root)('as root: a folder the system user cannot enter', async () => {
    chmodSync(parent, 0o700);
    await expect(start()).rejects.toThrow(
      new RegExp(`cannot enter .*the folder ${parent} is closed to it.*/srv`),
    );
  });
});

test.runIf(rootAmongOthers)('data of an ordinary user stays theirs when root starts it', async () => {
  const nobody = Number(execFileSync('id', ['-u', 'nobody']));
  chmodSync(parent, 0o777);
  expect(await said(starter(dataDir, 'stop', nobody))).toBe(`answers as user ${nobody}`);
  await (await start()).stop();
  expect(await said(starter(dataDir, 'stop', nobody))).toBe(`answers as user ${nobody}`);
});

test.runIf(rootAmongOthers)('an ordinary user is told when the data is root’s', async () => {
  const nobody = Number(execFileSync('id', ['-u', 'nobody']));
  chmodSync(parent, 0o777);
  await (await start()).stop();
  expect(await said(starter(dataDir, 'stop', nobody))).toMatch(
    /^refused: The data in .* belongs to another user/,
  );
});

test.runIf(rootAmongOthers)('an ordinary user runs it as themselves', async () => {
  // As an ordinary user the whole suite runs that way; as root, a child of another user stands in for one.
  const nobody = Number(execFileSync('id', ['-u', 'nobody']));
  chmodSync(parent, 0o777);
  expect(await said(starter(dataDir, 'stop', nobody))).toBe(`answers as user ${nobody}`);
});
