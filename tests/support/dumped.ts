import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { answerWith } from '#app/api/answer.server.ts';
import { apiLimits, type Ground } from '#app/api/door.server.ts';
import { buildDump } from '#app/features/register/dump/commands.server.ts';
import { signingAt } from '#app/platform/signing/signing.server.ts';

import { serve } from './loopback.ts';
import { freePort } from './port.ts';
import { aFolderStore } from './stores.ts';
import { test as base } from './test.ts';

/** A register that is written into files, with its keys at their address; its clock is a test's own. */
async function aSource({ db, pool }: Pick<Ground, 'db' | 'pool'>) {
  const store = await aFolderStore();
  const clock = { now: new Date('2026-11-28T09:00:00Z') };
  const ground: Ground = {
    ...{ db, pool, origin: '', storage: store.storage, limits: apiLimits(1_000_000) },
    clock: () => clock.now,
  };
  const served = await serve((request, response) => {
    if (request.url === '/.well-known/did.json')
      void signingAt(ground.origin)
        .didDocument()
        .then((document) => response.end(JSON.stringify(document)));
    else void answerWith(ground, request, response, '192.0.2.1');
  });
  ground.origin = served.url;
  return {
    ...{ clock, store, ground, origin: served.url },
    ask: (path: string, init?: RequestInit) => fetch(`${served.url}${path}`, init),
    /** Writes the register as of `now`, which the clock then says. */
    async build(now: Date) {
      clock.now = now;
      const { origin, storage = store.storage } = ground;
      await buildDump({ db, now, origin, storage, signing: signingAt(origin) });
    },
    async close() {
      served.stop();
      await store.close();
    },
  };
}
export type Source = Awaited<ReturnType<typeof aSource>>;

const program = 'docs/mirror/mirror.mjs';
const run = promisify(execFile);

/** The mirror of the documentation, as somebody elsewhere runs it. */
export async function aMirror(origin: string) {
  const folder = await mkdtemp(join(tmpdir(), 'fairroute-mirror-'));
  return {
    folder,
    take: async () => (await run(process.execPath, [program, 'take', origin, folder])).stdout.trim(),
    async serve() {
      const port = await freePort();
      const child = spawn(process.execPath, [program, 'serve', folder, String(port)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const ended = once(child, 'exit').then(() => Promise.reject(new Error('The mirror ended')));
      await Promise.race([once(child.stdout, 'data'), ended]);
      ended.catch(() => undefined);
      return {
        ask: (path: string) => fetch(`http://127.0.0.1:${port}${path}`),
        async stop() {
          child.kill();
          await once(child, 'exit');
        },
      };
    },
    clear: () => rm(folder, { recursive: true, force: true }),
  };
}

export const test = base.extend<{ source: Source }>({
  source: async ({ copy }, use) => {
    const source = await aSource(copy);
    await use(source);
    await source.close();
  },
});
