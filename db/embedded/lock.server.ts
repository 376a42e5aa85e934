import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** The process and port in PostgreSQL's own lock file; undefined where there is none, or it is half written. */
export async function readLock(cluster: string) {
  const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return Number.isInteger(pid) && pid > 0 ? { pid, port } : undefined;
}

/** Only after making sure that its process is not a server of this cluster: the number may be another program's now. */
export const removeStaleLock = (cluster: string) => rm(join(cluster, 'postmaster.pid'), { force: true });

/** The command line of a living process; undefined when it is gone. */
export function describeProcess(pid: number) {
  try {
    return process.platform === 'linux' ? commandLine(pid) : execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return undefined;
  }
}

function commandLine(pid: number) {
  // A process that ended but was not yet waited for still has a number; it has no command line.
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') || undefined;
}
