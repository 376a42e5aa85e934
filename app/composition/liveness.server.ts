import { EventEmitter } from 'node:events';

import type { WorkerEvents } from 'graphile-worker';
import { sql, type Kysely } from 'kysely';
import type { Pool } from 'pg';

import { log } from '#app/platform/operation/log.server.ts';
import type { Database } from '#db/client.server.ts';

/**
 * The queue leaves a killed worker's jobs locked for four hours. Each of our workers therefore holds an advisory lock
 * while its process lives: PostgreSQL lets go of it the moment the process is gone, and whoever sweeps next sees it.
 */
export async function proveAlive(pool: Pool) {
  const events: WorkerEvents = new EventEmitter();
  const client = await pool.connect();
  client.on('error', (error) => log.error({ err: error }, 'the proof of life was cut'));
  events.on('worker:create', ({ worker }) => {
    client.query('select pg_advisory_lock(8720, hashtext($1))', [worker.workerId]).catch((error: unknown) => {
      log.error({ err: error }, 'no proof of life for a worker');
    });
  });
  return { events, end: () => client.release(true) };
}

/** Frees the jobs of workers that are gone; run at the start and every minute. */
export async function freeJobsOfDeadWorkers({ db }: { db: Kysely<Database> }) {
  await db.connection().execute(async (one) => {
    // The queue's own tables, and locks of this very connection: nothing the builder knows.
    const { rows } = await sql<{ worker: string }>`
      select worker from (select distinct locked_by as worker from graphile_worker._private_jobs where locked_by is not null) held
      where pg_try_advisory_lock(8720, hashtext(worker))`.execute(one);
    const dead = rows.map(({ worker }) => worker);
    if (dead.length > 0) await sql`select graphile_worker.force_unlock_workers(${dead}::text[])`.execute(one);
    for (const worker of dead) await sql`select pg_advisory_unlock(8720, hashtext(${worker}))`.execute(one);
  });
}
