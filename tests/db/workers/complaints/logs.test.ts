import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { expect } from 'vitest';

import { test } from '#tests/support/test.ts';

const told = {
  happened: 'Zanzibarquartz took my passport',
  whom: 'Quillfeather Overseas +9779801234567',
  address: '203.0.113.77',
};

test('a log at its most talkative says nothing of a complaint, nor of whoever sent it', async ({
  db,
  url,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'fairroute-complaint-'));
  const child = ['--import', 'tsx', 'tests/support/send-complaint.mts', ...Object.values(told)];
  const env = {
    ...{ DATABASE_URL: url, ORIGIN: 'https://scheme.example', LOG_LEVEL: 'trace' },
    SECRETS_FILE: join(folder, 'secrets.key'),
  };
  const { stdout, stderr } = await promisify(execFile)(process.execPath, child, {
    env: { ...process.env, ...env },
  });
  const log = stdout + stderr;
  const { number } = await db.selectFrom('complaint').select('number').executeTakeFirstOrThrow();
  expect(log).toContain(number);
  const words = Object.values(told).flatMap((text) => [text, ...text.split(/[ +]+/)]);
  for (const word of words.filter(({ length }) => length > 4)) expect(log).not.toContain(word);
});
