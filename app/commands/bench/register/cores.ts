import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

import { sql, type Kysely } from 'kysely';

import type { Database } from '#db/client.server.ts';

/**
 * The database on one core and everything else on another, as what is asked for was measured; whoever connects from then
 * on is served there. Returns what undoes it, or undefined where a system knows no such thing.
 */
export async function coresApart(db: Kysely<Database>) {
  const cores = availableParallelism();
  if (process.platform !== 'linux' || cores < 2) return undefined;
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
  const backend = rows[0]?.pid ?? 0;
  const postmaster = Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${backend}/status`, 'utf8'))?.[1]);
  try {
    pin(postmaster, '0');
    pin(process.pid, '1');
  } catch {
    return undefined;
  }
  return () => {
    pin(postmaster, `0-${cores - 1}`);
    pin(process.pid, `0-${cores - 1}`);
  };
}

const pin = (pid: number, cores: string) =>
  execFileSync('taskset', ['--all-tasks', '--cpu-list', '--pid', cores, String(pid)], { stdio: 'ignore' });
