import { setTimeout as pause } from 'node:timers/promises';

import pg from 'pg';

import { log } from '../operation/log.server.ts';

/** The word of the database that something the register says has changed (migration `register_told`). */
const channel = 'register_changed';
const pulse = { everyMs: 500, withinMs: 1000 };

/** What is heard: `deaf` when the line is lost, until `hearing` says that it stands again. */
export type Ear = { hearing: () => void; changed: () => void; deaf: () => void };

/** Listens on a connection of its own, and on another when that one is lost. Returns the stop. */
export function listenForChanges(url: string, ear: Ear) {
  const ended = new AbortController();
  const listening = listen(url, ear, ended.signal);
  return async () => {
    ended.abort();
    await listening;
  };
}

/** Said once: it is tried again twice a second. */
let warned = false;

/** Behind a pooler that shares connections `listen` succeeds and nothing is ever heard: it shows by numbers of its own. */
async function needNoPooler(client: pg.Client) {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const told: unknown = Reflect.get(client, 'processID');
  if (rows[0]?.pid === told) return;
  if (!warned)
    log.warn(
      'a pooler stands before the database: nothing is kept and no replica read; set DATABASE_DIRECT_URL',
    );
  warned = true;
  throw new Error('a pooler stands before the database');
}

async function listen(url: string, ear: Ear, ended: AbortSignal) {
  while (!ended.aborted) {
    await hearOut(url, ear, ended).catch((error: unknown) => {
      if (!ended.aborted) log.debug({ err: error }, 'nobody tells of changes of the register');
    });
    ear.deaf();
    await pause(pulse.everyMs, undefined, { signal: ended, ref: false }).catch(() => undefined);
  }
}

/**
 * One connection to its end. That it still stands is asked twice a second: a line that was cut says nothing, and whoever hears
 * nothing would keep what is wrong by now.
 */
async function hearOut(url: string, ear: Ear, ended: AbortSignal) {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5000,
    query_timeout: pulse.withinMs,
    application_name: 'fairroute-register',
  });
  client.on('error', ear.deaf).on('end', ear.deaf).on('notification', ear.changed);
  try {
    await client.connect();
    await needNoPooler(client);
    await client.query(`listen ${channel}`);
    ear.hearing();
    for (;;) {
      await pause(pulse.everyMs, undefined, { signal: ended, ref: false });
      await client.query('select 1');
    }
  } finally {
    // Not waited for: of a line that was cut nobody says that it has ended.
    void client.end().catch(() => undefined);
  }
}
