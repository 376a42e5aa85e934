import { spawn } from 'node:child_process';
import { join } from 'node:path';

/**
 * Waits for the end of its input, which is the end of us however it came. Then it ends the server by its own lock, which
 * a server that has only just been started still has to write, and removes what was made for it alone.
 */
const script = `
read -r line
sleep 1
pid=$(head -n 1 "$1") && kill -INT "$pid" && while kill -0 "$pid"; do sleep 0.1; done
[ -z "$2" ] || rm -rf "$2"`;

/** For servers that are thrown away: none outlives an interrupted test run. Returns what calls the guard off. */
export function guard(cluster: string, throwAway = '') {
  const child = spawn('/bin/sh', ['-c', script, 'sh', join(cluster, 'postmaster.pid'), throwAway], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.on('error', () => undefined);
  child.unref();
  return () => void child.kill();
}
