import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

import { sql, type Kysely } from 'kysely';

import { connect, type Database } from '#db/client.server.ts';
import { startTemporary } from '#db/embedded.server.ts';
import { migrate } from '#db/migrate.ts';

import { startHouse } from '../house.ts';

/** Complaints while the worker is killed: what was said to be received, and what is there afterwards. */
export type Complaints = {
  minutes: number;
  sent: number;
  received: number;
  lost: number;
  twice: number;
  workerKills: number;
  /** Facts no worker has seen to the end, and jobs that gave up. */
  undelivered: number;
  medianMs: number;
  p95Ms: number;
};

const perMinute = 200;
const port = 3973;
const origin = `http://127.0.0.1:${port}`;

/** 200 a minute, each by whoever sends one form, from the first to the last evenly; the worker is killed at a third and at two. */
export async function complaintsFor(minutes: number): Promise<Complaints> {
  const postgres = await startTemporary();
  const { db } = connect(postgres.url, { max: 2 });
  const settings = {
    ...{ DATABASE_URL: postgres.url, ORIGIN: origin, PORT: String(port), LOG_LEVEL: 'error', WORKER: 'off' },
    ...{ STORAGE_URL: `file://${postgres.folder}/files`, SECRETS_FILE: `${postgres.folder}/secrets.key` },
    ...{ SIGNING_KEYS: `${postgres.folder}/keys.json`, STATUS_LISTS: `${postgres.folder}/lists`, DEMO: '1' },
  };
  await migrate(postgres.url);
  const house = await startHouse(settings);
  const workers = working(settings);
  try {
    const answers = await sendAll(minutes, workers.kill);
    return { minutes, workerKills: workers.kills(), ...(await judged(db, answers)) };
  } finally {
    workers.stop();
    await house.stop();
    await db.destroy();
    await postgres.stop();
  }
}

/** A worker that begins again whenever it is killed. */
function working(settings: Record<string, string>) {
  let killed = 0;
  let stopped = false;
  const begin = () => {
    const child = spawn(process.execPath, ['build/server/index.js', 'worker'], {
      env: { ...process.env, NODE_ENV: 'production', ...settings },
      stdio: 'ignore',
    });
    child.once('exit', () => {
      if (!stopped) current = begin();
    });
    return child;
  };
  let current = begin();
  return {
    kills: () => killed,
    kill() {
      killed += 1;
      current.kill('SIGKILL');
    },
    stop() {
      stopped = true;
      current.kill('SIGTERM');
    },
  };
}

type Answer = { id: string; number: string | undefined; ms: number };

async function sendAll(minutes: number, kill: () => void): Promise<Answer[]> {
  const count = perMinute * minutes;
  const answers: Promise<Answer>[] = [];
  for (let at = 0; at < count; at += 1) {
    if (at === Math.floor(count / 3) || at === Math.floor((2 * count) / 3)) kill();
    answers.push(sendOne(at));
    await wait(60_000 / perMinute);
  }
  return Promise.all(answers);
}

async function sendOne(at: number): Promise<Answer> {
  const id = randomUUID();
  const danger = at % 10 === 0 ? 'yes' : 'no';
  const body = new URLSearchParams({
    id,
    happened: `They took money, ${at}.`,
    whom: `Agency ${at % 97}`,
    danger,
  });
  const begun = performance.now();
  const answer = await fetch(`${origin}/en/report`, { method: 'POST', body }).catch(() => undefined);
  const page = answer?.ok ? await answer.text() : '';
  return { id, number: /\d{4}-\d{4}/.exec(page)?.[0], ms: performance.now() - begun };
}

/** Waits for what is still in the queue, and counts. */
async function judged(db: Kysely<Database>, answers: readonly Answer[]) {
  const said = answers.filter(({ number }) => number !== undefined);
  const left = async () => {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from graphile_worker.jobs
      where task_identifier = 'deliver'`.execute(db);
    return rows[0]?.count ?? 0;
  };
  // Jobs a killed worker held are free again when it is known to be dead.
  for (let tries = 0; tries < 60 && (await left()) > 0; tries += 1) await wait(5000);
  const rows = await db.selectFrom('complaint').select(['id', 'number']).execute();
  const kept = new Map(rows.map(({ id, number }) => [id, number]));
  const times = answers.map(({ ms }) => ms).toSorted((a, b) => a - b);
  return {
    ...{ sent: answers.length, received: said.length },
    lost: said.filter(({ id, number }) => kept.get(id) !== number).length,
    twice: rows.length - new Set(answers.map(({ id }) => id)).size,
    undelivered: await left(),
    ...{
      medianMs: times[Math.floor(times.length / 2)] ?? 0,
      p95Ms: times[Math.floor(times.length * 0.95)] ?? 0,
    },
  };
}

export const sayComplaints = (done: Complaints) =>
  `complaints, ${perMinute} a minute for ${done.minutes} minutes, the worker killed ${done.workerKills} times: ${done.received} of ${done.sent} received, ${done.lost} lost, ${Math.max(0, done.twice)} twice, ${done.undelivered} facts undelivered; median ${done.medianMs.toFixed(0)} ms, p95 ${done.p95Ms.toFixed(0)} ms`;
