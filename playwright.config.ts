import { defineConfig } from '@playwright/test';

import { findChromium } from '#tests/support/chromium.ts';

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/house.setup.ts',
  // The specs of one file follow each other; two files at a time, since most of the time a page is waited for.
  fullyParallel: false,
  workers: 2,
  // The long journeys first, so that none is left alone at the end.
  projects: [
    { name: 'journeys', testMatch: /(main-job|refusals)[.]spec[.]ts/ },
    { name: 'rest', testIgnore: /(main-job|refusals)[.]spec[.]ts/ },
  ],
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: process.env['PLAYWRIGHT_JSON'] ?? '.cache/playwright.json' }]],
  outputDir: '.cache/playwright',
  use: {
    // Every journey works with HTML alone; the few specs that test comforts switch scripts on.
    javaScriptEnabled: false,
    actionTimeout: 10_000,
    navigationTimeout: 15_000,
    launchOptions: {
      executablePath: findChromium(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
      ],
    },
  },
});
