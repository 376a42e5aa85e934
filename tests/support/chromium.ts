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
  const found = installed() ?? (download() ? installed() : undefined);
  if (found) return found;
  throw new Error('No browser: install Chromium or Chrome, or name one with CHROMIUM_PATH=/path/to/chromium.');
}

function installed() {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  const named = process.env['CHROMIUM_PATH'];
  return [...(named ? [named] : []), ...onPath, ...macApplications, chromium.executablePath()].find((path) => existsSync(path));
}

/** Playwright's download; where that cannot be had, Debian's package, which only root may install. */
function download() {
  process.stdout.write('No browser found: installing one…\n');
  const run = (command: string, ...options: string[]) => spawnSync(command, options, { stdio: 'ignore', timeout: 300_000 }).status === 0;
  if (run(process.execPath, 'node_modules/@playwright/test/cli.js', 'install', 'chromium') && installed()) return true;
  if (process.getuid?.() !== 0) return false;
  return run('apt-get', 'update') && run('apt-get', 'install', '-y', '--no-install-recommends', 'chromium');
}
