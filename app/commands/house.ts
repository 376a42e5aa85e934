import { spawn } from 'node:child_process';

/** Settings of a server started here, on top of this process's environment. */
export type HouseSettings = { DATABASE_URL: string; PORT: string; ORIGIN: string } & Record<string, string>;

/**
 * Starts the built server and waits until it listens. `node` is the program that runs it, this one unless told. The
 * server ends when this process does, however it ends.
 */
export async function startHouse(settings: HouseSettings, { node = process.execPath } = {}) {
  const child = spawn(node, ['build/server/index.js'], {
    env: { ...process.env, NODE_ENV: 'production', ...settings },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const listening = new Promise<boolean>((resolve) => child.once('message', () => resolve(true)));
  const came = await Promise.race([listening, ended.then(() => false)]);
  if (!came) throw new Error('The server ended before it listened; its reason stands above.');
  return {
    pid: child.pid,
    ended,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
