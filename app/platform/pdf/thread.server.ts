import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

import type { Part } from './tree.ts';

export type Task =
  { kind: 'draw'; title: string; language: string; at: Date; papers: Part[] } | { kind: 'letters' };

/** `error` is what went wrong with this task alone: the thread goes on. */
export type Answer = { drawn?: Uint8Array; letters?: Record<string, number[]>; error?: unknown };

/** No paper of ours comes near either: what does is broken, and is stopped before it takes the house along. */
const longestMs = 120_000;
const mostMegabytes = 512;
const idleMs = 60_000;

let turn: Promise<unknown> = Promise.resolve();

/** One at a time: a second thread would take the other processor from those who read pages. */
export function inThread(task: Task, withinMs = longestMs): Promise<Answer> {
  const answering = turn.then(() => ask(task, withinMs));
  turn = answering.catch(() => undefined);
  return answering;
}

let thread: Worker | undefined;
let rest: NodeJS.Timeout | undefined;

async function ask(task: Task, withinMs: number): Promise<Answer> {
  clearTimeout(rest);
  thread ??= start();
  try {
    // Rejected where the thread ends by an error, out of memory among them.
    const message = once(thread, 'message', { signal: AbortSignal.timeout(withinMs) });
    thread.ref();
    thread.postMessage(task);
    const answer = await message.then(([answered = {}]: Answer[]) => answered);
    thread.unref();
    rest = setTimeout(stop, idleMs).unref();
    return answer;
  } catch (error) {
    stop();
    throw error;
  }
}

/** What it holds, fonts above all, is given back; the next paper begins another. */
function stop() {
  void thread?.terminate();
  thread = undefined;
}

/** Its file stands beside this one in the sources, and beside the server in what is built. */
const start = () =>
  new Worker(new URL('./drawing.mjs', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  });
