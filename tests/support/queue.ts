import { Logger, runOnce } from 'graphile-worker';
import type { Pool } from 'pg';

import { taskList } from '#app/composition/worker.server.ts';
import type { Means } from '#app/events/reaction.ts';

const quiet = new Logger(() => () => undefined);

/** The time effects run at, unless a test says otherwise. */
const clock = () => new Date('2026-03-01T09:00:00Z');

/** Runs the queue until nothing is due. */
export async function drain(pgPool: Pool, means: Means) {
  await runOnce({ pgPool, taskList: taskList({ clock, ...means }), concurrency: 2, logger: quiet });
}
