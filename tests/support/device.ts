import { spawn, type ChildProcess } from 'node:child_process';
import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { chromium, type BrowserContext } from '@playwright/test';

import { findChromium } from './chromium.ts';

/** A cable between a browser and a house: out, nothing passes, whatever either side believes. */
export async function aCable(port: number, to: number) {
  const open = new Set<Socket>();
  let plugged = true;
  const server = createServer((near) => {
    if (!plugged) return near.destroy();
    const far = connect(to, '127.0.0.1');
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        open.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    plug: () => (plugged = true),
    pull() {
      plugged = false;
      for (const socket of open) socket.destroy();
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}

const switches = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];

/** A browser with a disk of its own, that can be killed like a laptop whose battery ends, and started again. */
export function aDevice() {
  const folder = mkdtempSync(join(tmpdir(), 'fairroute-device-'));
  let program: ChildProcess | undefined;

  const end = async () => {
    const running = program;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    endAllOf(running);
    await ended;
    await untilGone(running);
  };

  return {
    async start(): Promise<BrowserContext> {
      const told = join(folder, 'DevToolsActivePort');
      rmSync(told, { force: true });
      const options = [...switches, `--user-data-dir=${folder}`, '--remote-debugging-port=0', 'about:blank'];
      // A group of its own: the browser's helper processes write to its disk and would outlive it.
      program = spawn(findChromium(), options, { stdio: 'ignore', detached: true });
      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await portIn(told)}`);
      const [context] = browser.contexts();
      if (!context) throw new Error('The browser came without a profile.');
      return context;
    },
    kill: end,
    /** The files of its disk that hold the words, as a thief would search them; the program's own memory is gone with it. */
    holding: (words: string) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
        const file = join(folder, name);
        if (!lstatSync(file).isFile()) return false;
        const bytes = readFileSync(file);
        return bytes.includes(words) || bytes.includes(Buffer.from(words, 'utf16le'));
      }),
    async discard() {
      await end();
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
    },
  };
}

/** Ends every process of a browser at the same moment, as an empty battery does; true while there was one. */
function endAllOf(program: ChildProcess) {
  try {
    return program.pid !== undefined && process.kill(-program.pid, 'SIGKILL');
  } catch {
    return false;
  }
}

/** A killed process is listed until somebody has taken note of its end, which may be never: five seconds are enough. */
async function untilGone(program: ChildProcess) {
  for (let tries = 0; tries < 50 && endAllOf(program); tries += 1) await pause(100);
}

async function portIn(path: string) {
  for (let tries = 0; tries < 300; tries += 1) {
    await pause(100);
    const [port] = read(path).split('\n');
    if (port) return port;
  }
  throw new Error('The browser did not start.');
}

function read(path: string) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
