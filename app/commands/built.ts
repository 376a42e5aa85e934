import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const sources = ['app', 'db', 'emails', 'public', 'package-lock.json', 'vite.config.ts', 'remix.config.js'];
const stamp = 'build/.stamp';

/** Builds the server and the pages, unless what stands in build/ was made from these very sources. */
export async function ensureBuilt(say: (line: string) => void) {
  const wanted = stampOf();
  if (current() === wanted) return;
  say('Building the pages and the server (about half a minute the first time)…');
  await runBuild();
  writeFileSync(stamp, wanted);
}

function current() {
  try {
    return readFileSync(stamp, 'utf8');
  } catch {
    return undefined;
  }
}

/** Names, sizes and times of every source: reading them all would cost the second start its five seconds. */
function stampOf() {
  const sum = createHash('sha256').update(process.version);
  for (const path of sources.flatMap(filesUnder)) {
    const { size, mtimeMs } = statSync(path);
    sum.update(`${path} ${size} ${mtimeMs}\n`);
  }
  return sum.digest('hex');
}

function filesUnder(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

const runBuild = () =>
  new Promise<void>((resolve, reject) => {
    const output: Buffer[] = [];
    const child = spawn(process.execPath, ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build'], {
      env: { ...process.env, NODE_ENV: 'production' },
    });
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The build failed:\n${Buffer.concat(output).toString()}`));
    });
  });
