import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { EmbeddedPostgresError, startEmbedded, type EmbeddedPostgres } from '#db/embedded.server.ts';

const root = process.getuid?.() === 0;

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

const postmaster = () => Number(readFileSync(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);

test('a server of our own listens on loopback alone, in UTF-8, and keeps what it was told', async () => {
  const first = await start();
  expect(await ask(first, `select current_setting('listen_addresses') as answer`)).toBe('127.0.0.1');
  expect(await ask(first, `select pg_encoding_to_char(encoding) || ' ' || datlocale as answer from pg_database where datname = 'fairroute'`)).toBe('UTF8 C.UTF-8');
  await ask(first, 'create table kept as select 42 as answer');
  await first.stop();
  await first.stop();
  expect(await ask(await start(), 'select answer from kept')).toBe(42);
});

test('whoever does not know the password stays outside', async () => {
  const { port } = await start();
  await expect(ask({ url: `postgres://fairroute:wrong@127.0.0.1:${port}/fairroute` }, 'select 1 as answer')).rejects.toThrow('password');
});

test('a server that outlived its starter is taken over', async () => {
  const first = await start();
  const second = await start();
  expect(second.url).toBe(first.url);
  await second.stop();
  await expect(ask(first, 'select 1 as answer')).rejects.toThrow();
});

test('two starts at once serve both from one server', async () => {
  await (await start()).stop();
  const [one, other] = await Promise.all([start(), start()]);
  expect(one.port).toBe(other.port);
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
    const ids = root ? { uid: Number(execFileSync('id', ['-u', 'postgres'])), gid: Number(execFileSync('id', ['-g', 'postgres'])) } : {};
    const stranger = spawn('sleep', ['60'], { ...ids, cwd: '/' });
    writeFileSync(join(dataDir, 'cluster', 'postmaster.pid'), lock.replace(/^\d+/, String(stranger.pid)));
    try {
      expect(await ask(await start(), 'select 42 as answer')).toBe(42);
      expect(stranger.exitCode).toBeNull();
    } finally {
      stranger.kill();
    }
  });

  test('a half-made cluster is made anew', async () => {
    mkdirSync(join(dataDir, 'cluster'), { recursive: true });
    writeFileSync(join(dataDir, 'cluster', 'PG_VERSION'), '18\n');
    expect(await ask(await start(), 'select 42 as answer')).toBe(42);
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
    await expect(startEmbedded({ dataDir: join(parent, 'file', 'postgres') })).rejects.toThrow(EmbeddedPostgresError);
  });

  test.runIf(root)('as root: a folder the system user cannot enter', async () => {
    chmodSync(parent, 0o700);
    await expect(start()).rejects.toThrow(/cannot enter .* as the system user postgres.*\/srv/);
  });
});

test.runIf(root)('an ordinary user runs it as themselves', async () => {
  // As an ordinary user the whole suite runs that way; as root, a child of another user stands in for one.
  const [uid, gid] = [Number(execFileSync('id', ['-u', 'nobody'])), Number(execFileSync('id', ['-g', 'nobody']))];
  const home = join(parent, 'home');
  mkdirSync(home);
  chmodSync(home, 0o777);
  const said = execFileSync(process.execPath, ['--import', 'tsx', 'tests/support/start-embedded.mts', join(home, 'postgres')], {
    uid,
    gid,
    encoding: 'utf8',
    env: { ...process.env, HOME: home, TMPDIR: home },
  });
  expect(said.trim()).toBe(`answers as user ${uid}`);
});
