import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The process and port in PostgreSQL's own lock file; undefined where there is none, or it is half written. */
export async function readLock(cluster: string) {
  const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return Number.isInteger(pid) && pid > 0 ? { pid, port } : undefined;
}

/** Removes the lock of a server that is gone, unless a new one has put its own there meanwhile. */
export async function removeStaleLock(cluster: string, { pid }: { pid: number }) {
  if ((await readLock(cluster))?.pid === pid) await rm(join(cluster, 'postmaster.pid'), { force: true });
}

/** A power cut may leave the lock without a word in it; a living server fills it at once. */
export async function removeEmptyLock(cluster: string) {
  const file = join(cluster, 'postmaster.pid');
  const found = await stat(file).catch(() => undefined);
  if (found?.size === 0 && Date.now() - found.mtimeMs > 1000) await rm(file, { force: true });
}

/** True while the process is a PostgreSQL of this cluster: after a restart its number may be another program's. */
export const holds = (pid: number, cluster: string) =>
  describeProcess(pid)?.includes(`-D ${cluster} `) ?? false;

/** The command line of a living process; undefined when it is gone. */
function describeProcess(pid: number) {
  try {
    return process.platform === 'linux'
      ? commandLine(pid)
      : execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return undefined;
  }
}

function commandLine(pid: number) {
  // A process that ended but was not yet waited for still has a number; it has no command line.
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') || undefined;
}
