import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { chromium } from '@playwright/test';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const macApplications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** A browser for the tests: the one named by CHROMIUM_PATH, an installed one, Playwright's own, or one installed now. */
export function findChromium() {
  const named = process.env['CHROMIUM_PATH'];
  if (named)
    return runs(named) ? named : refuse(`CHROMIUM_PATH names ${named}, which is no browser that runs.`);
  const found = installed() ?? (download() ? installed() : undefined);
  if (!found)
    return refuse(
      'No browser: install Chromium or Chrome, or name one with CHROMIUM_PATH=/path/to/chromium.',
    );
  // Programs started from here need not look again.
  process.env['CHROMIUM_PATH'] = found;
  return found;
}

/** Some systems keep a program of that name that only says what to install, or a download lacks their libraries. */
const runs = (path: string) =>
  spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;

function refuse(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

function installed() {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...macApplications, chromium.executablePath()].find(
    (path) => existsSync(path) && runs(path),
  );
}

/** Playwright's download; where that cannot be had, Debian's package, which only root may install. */
function download() {
  process.stdout.write('No browser found: installing one…\n');
  const run = (command: string, ...options: string[]) =>
    spawnSync(command, options, { stdio: 'ignore', timeout: 300_000 }).status === 0;
  if (run(process.execPath, 'node_modules/@playwright/test/cli.js', 'install', 'chromium') && installed())
    return true;
  if (process.getuid?.() !== 0) return false;
  return run('apt-get', 'update') && run('apt-get', 'install', '-y', '--no-install-recommends', 'chromium');
}
