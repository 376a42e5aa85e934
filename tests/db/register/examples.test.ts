import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { expect } from 'vitest';

import { apiLimits } from '#app/api/door.server.ts';
import { makeKey } from '#app/features/accounts/keys/commands.server.ts';
import { exampleCode } from '#app/features/register/ui/programs/example-code.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { someSigning } from '#tests/support/factories/listed.ts';
import { aCompany } from '#tests/support/factories/watching.ts';
import { serveApi } from '#tests/support/loopback.ts';
import { test } from '#tests/support/test.ts';

const run = promisify(execFile);

/** Programs that run what the page for developers shows, as whoever copies it runs it. */
const programs: Record<string, { file: string; by: [string, ...string[]]; says: RegExp[] }> = {
  curl: {
    file: 'ask.sh',
    by: ['bash'],
    says: [/"status":"certified"/, /"asOf":"2026-03-01"/, /"outcome":"match"/, /"receiptUrl":"https:/],
  },
  TypeScript: {
    file: 'ask.mts',
    by: [process.execPath, '--import', 'tsx'],
    says: [/^certified 20\d\d-/, /LRN00012603 Himal/, /1 match/],
  },
  Python: { file: 'ask.py', by: ['python3'], says: [/^certified$/m, /LRN00012603 Himal/, /1 match/] },
};

const has = (program: string) => spawnSync(program, ['--version']).status === 0;
const needs: Record<string, string[]> = { curl: ['bash', 'curl'], Python: ['python3'] };

test.for(Object.entries(programs))(
  'the example in %s runs and says what it says it does',
  async ([title, { file, by, says }], { copy: { db, pool }, work, now, skip }) => {
    if (!(needs[title] ?? []).every(has)) return skip('It is not on this machine');
    await aCertificate(db, work);
    const { owner } = await aCompany(db, now, 'Northwind');
    const made = await makeKey(owner, {
      ...{ id: crypto.randomUUID(), name: 'Portal', scopes: ['verifications:write'] },
    });
    const { url, stop } = await serveApi({
      ...{ db, pool, origin: 'https://scheme.example', signing: someSigning(), limits: apiLimits(120) },
    });
    const folder = await mkdtemp(join(tmpdir(), 'fairroute-example-'));
    const { code = '' } = exampleCode(url).find((one) => one.title === title) ?? {};
    await writeFile(join(folder, file), code);
    const [program, ...given] = by;
    const { stdout } = await run(program, [...given, join(folder, file)], {
      env: { ...process.env, FAIRROUTE_KEY: done(made).key },
    });
    for (const said of says) expect(stdout).toMatch(said);
    stop();
    await rm(folder, { recursive: true });
  },
);

test('each language of the page is one that is run, but for Excel’s own', () => {
  expect(exampleCode('https://scheme.example').map(({ title }) => title)).toEqual([
    ...Object.keys(programs),
    expect.stringMatching(/^Excel/),
  ]);
});
