import { setTimeout as pause } from 'node:timers/promises';

import { Logger, parseCronItems, run, runOnce, type TaskList } from 'graphile-worker';
import type { Pool } from 'pg';
import { z } from 'zod';

import type { Means } from '#app/events/reaction.ts';
import { settleNotice } from '#app/features/billing/stripe/settle.server.ts';
import { mailWatcher } from '#app/features/watching/mails/mail.server.ts';
import { postMessage } from '#app/features/watching/webhooks/post.server.ts';
import { checkList } from '#app/features/register/verifications/lists/check.server.ts';
import { signingAt } from '#app/platform/signing/signing.server.ts';
import { senderTo } from '#app/platform/outbound/sender.server.ts';
import { log } from '#app/platform/operation/log.server.ts';
import { migrationsAreCurrent } from '#db/migrate.ts';

import { deliver, deliveryShape, react } from './delivery.server.ts';
import { freeJobsOfDeadWorkers, proveAlive } from './liveness.server.ts';
import { reactions } from './reactions.server.ts';
import { clockwork } from './schedule.server.ts';

/**
 * Waits for machines of others, and so has workers of its own: a receiver that hangs holds up nothing of ours. Measured on a
 * busy machine of two cores, 30 changes to 50 companies with a webhook and a mail each, four more receivers hanging: from the
 * commit to the receiver 0.7 s at the median, 2.5 s at p99.
 */
const outside = 'post-webhook';
const workersOutside = 8;

/** Takes the processor for half a minute, and so has a worker of its own: mails and messages do not wait for a list. */
const lists = 'check-list';

const deliverShape = z.object({ event: z.uuid() });

/** Every kind of job the queue runs. */
export function taskList(means: Means): TaskList {
  const effects = reactions(means);
  const { send = senderTo({ allowLoopback: false }), clock = () => new Date() } = means;
  return {
    deliver: (payload) => deliver(means, effects, deliverShape.parse(payload).event),
    react: (payload) => react(means, effects, deliveryShape.parse(payload)),
    'settle-notice': (payload) => settleNotice({ ...means, now: new Date() }, payload),
    'mail-watcher': (payload) => mailWatcher({ ...means, clock }, payload),
    [lists]: (payload) => checkList({ ...means, signing: signingAt(means.origin), clock }, payload),
    [outside]: (payload) => postMessage({ ...means, send, clock }, payload),
    ...Object.fromEntries(
      clockwork.map(({ name, command }) => [name, () => command({ ...means, now: new Date() })]),
    ),
  };
}

const logger = new Logger((scope) => (level, message) => {
  // An ambient const enum: its name cannot be imported, its value is this word.
  if (/^error$/.test(level)) log.error({ job: scope.taskIdentifier }, message);
  else log.debug({ job: scope.taskIdentifier }, message);
});

/**
 * The job runner, in the server process or in one of its own; several may share a database. It begins as soon as the
 * database answers and is up to date, however long that takes.
 */
export function workWhenReady(means: Means, pool: Pool) {
  const stopping = new AbortController();
  async function begin() {
    for (let waited = 0; !stopping.signal.aborted; waited += 1) {
      if (await migrationsAreCurrent(means.db).catch(() => false)) return startWorker(means, pool);
      if (waited === 0) log.warn('the database does not answer or is not up to date; the work waits for it');
      await pause(1000, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
    return undefined;
  }
  const working = begin();
  return {
    async stop() {
      stopping.abort();
      await (await working)?.stop();
    },
  };
}

async function startWorker(means: Means, pool: Pool) {
  await freeJobsOfDeadWorkers(means);
  const alive = await proveAlive(pool);
  const { [outside]: post, [lists]: check, ...tasks } = taskList(means);
  const common = { pgPool: pool, events: alive.events, noHandleSignals: true, logger };
  const sender = await run({
    ...common,
    concurrency: workersOutside,
    taskList: { [outside]: post },
    parsedCronItems: [],
  });
  const checker = await run({ ...common, concurrency: 1, taskList: { [lists]: check }, parsedCronItems: [] });
  const runner = await run({
    ...common,
    concurrency: 2,
    taskList: tasks,
    parsedCronItems: parseCronItems(
      clockwork.map(({ name, cron }) => ({ task: name, match: cron, identifier: name })),
    ),
  });
  return { stop: () => Promise.all([runner.stop(), sender.stop(), checker.stop()]).finally(alive.end) };
}

/** Runs what is due until nothing is: for the demonstration, which tells its stories faster than a server lives. */
export const runQueue = (means: Means, pool: Pool) =>
  runOnce({ pgPool: pool, taskList: taskList(means), noHandleSignals: true, logger });
