import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Two cores; a test database copy is disk, not processor.
    maxWorkers: 2,
    env: {
      LOG_LEVEL: 'silent',
      DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
      ORIGIN: 'http://127.0.0.1:3000',
      DEMO: '1',
      WEBHOOKS_TO_LOOPBACK: '1',
      SECRETS_FILE: '.cache/tests/secrets.key',
      SIGNING_KEYS: '.cache/tests/signing-keys.json',
      STATUS_LISTS: '.cache/tests/status-lists',
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'app/**/*.test.{ts,tsx}',
            'emails/**/*.test.tsx',
            'db/**/*.test.ts',
            'tests/architecture/**/*.test.ts',
            'tests/access/**/*.test.ts',
            'tests/support/**/*.test.ts',
          ],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: ['tests/db/**/*.test.ts', 'tests/search/**/*.test.ts'],
          globalSetup: ['tests/support/global-setup.ts'],
          testTimeout: 30_000,
        },
      },
    ],
  },
});
