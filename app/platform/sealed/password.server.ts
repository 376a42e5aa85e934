import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

import type { Options } from '@node-rs/argon2';

/** OWASP's argon2id setting: 19 MiB, 2 passes, 1 lane. */
const options: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

type Task = { password: string; hashed?: string };
type Waiting = Task & { resolve: (value: unknown) => void; reject: (reason: Error) => void };

/**
 * A hash takes a whole core for a while. On the threads of the process it would stand in the way of files and names, and
 * at their priority in the way of whoever only looks something up; so it has threads of its own, which on Linux, where
 * a thread may say so for itself, give way to everything else.
 */
const source = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { hashSync, verifySync } = require(workerData.argon2);
  if (process.platform === 'linux') require('node:os').setPriority(0, 19);
  parentPort.on('message', ({ password, hashed }) => {
    try {
      parentPort.postMessage({ value: hashed ? verifySync(hashed, password) : hashSync(password, workerData.options) });
    } catch (error) {
      parentPort.postMessage({ problem: String(error) });
    }
  });
`;

/** With two cores or fewer the database needs the other one: whoever waits in line waits a little longer. */
const restMs = availableParallelism() > 2 ? 0 : 30;
const most = Math.max(1, Math.min(3, availableParallelism() - 1));
const longestLine = 200;
const all = new Set<Hasher>();
const idle: Hasher[] = [];
const line: Waiting[] = [];

class Hasher {
  private readonly worker = new Worker(source, {
    eval: true,
    workerData: { argon2: createRequire(import.meta.url).resolve('@node-rs/argon2'), options },
  });
  private current: Waiting | undefined;

  constructor() {
    all.add(this);
    this.worker.on('message', (answer: { value?: unknown; problem?: string }) => {
      const done = this.current;
      if (answer.problem === undefined) done?.resolve(answer.value);
      else done?.reject(new Error(answer.problem));
      this.next();
    });
    this.worker.on('error', (error) => {
      all.delete(this);
      this.current?.reject(error);
      // Somebody else takes over the line.
      const task = line.shift();
      if (task) new Hasher().take(task);
    });
  }

  take(task: Waiting) {
    this.current = task;
    this.worker.ref();
    this.worker.postMessage({ password: task.password, hashed: task.hashed });
  }

  private next() {
    const task = line.shift();
    if (task) {
      setTimeout(() => this.take(task), restMs);
      return;
    }
    // A process that has nothing else to do may end.
    this.current = undefined;
    this.worker.unref();
    idle.push(this);
  }
}

async function inTurn(task: Task) {
  // Nobody waits for minutes behind a flood: they are told to come again.
  if (line.length >= longestLine)
    throw new Response('Busy', { status: 503, headers: { 'Retry-After': '10' } });
  return new Promise<unknown>((resolve, reject) => {
    const waiting = { ...task, resolve, reject };
    const free = idle.pop() ?? (all.size < most ? new Hasher() : undefined);
    if (free) free.take(waiting);
    else line.push(waiting);
  });
}

export const hashPassword = async (password: string) => String(await inTurn({ password }));

let decoy: Promise<string> | undefined;

/** Made once from random bytes, whoever asks first: an unknown address then costs as long as a known one. */
const theDecoy = () => (decoy ??= hashPassword(crypto.randomUUID()));

export const passwordMatches = async (hashed: string | null | undefined, password: string) => {
  const stranger = await theDecoy();
  return (await inTurn({ hashed: hashed ?? stranger, password })) === true && typeof hashed === 'string';
};
