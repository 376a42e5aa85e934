import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { describe, expect, test } from 'vitest';

import { SealBroken, secretsIn } from './secrets.server.ts';

const aFile = () => join(mkdtempSync(join(tmpdir(), 'secrets-')), 'deep', 'secrets.key');
const aKey = () => randomBytes(32).toString('base64');

test('what is sealed opens again, and never looks the same twice', () => {
  const secrets = secretsIn(aFile());
  const [first, second] = [secrets.seal('नमस्ते'), secrets.seal('नमस्ते')];
  expect(secrets.open(first)).toBe('नमस्ते');
  expect(first.equals(second)).toBe(false);
  expect(first.includes('नमस्ते')).toBe(false);
});

test('one altered byte anywhere, or a piece missing, is refused', () => {
  const secrets = secretsIn(aFile());
  const sealed = secrets.seal('a secret');
  for (let at = 0; at < sealed.length; at += 1) {
    const altered = Buffer.from(sealed);
    altered[at] = (altered[at] ?? 0) ^ 1;
    expect(() => secrets.open(altered)).toThrow(SealBroken);
  }
  for (const length of [0, 8, 20, sealed.length - 1]) {
    expect(() => secrets.open(sealed.subarray(0, length))).toThrow(SealBroken);
  }
});

test('another installation’s key opens nothing', () => {
  const sealed = secretsIn(aFile()).seal('a secret');
  expect(() => secretsIn(aFile()).open(sealed)).toThrow(SealBroken);
});

describe('a new key on top', () => {
  test('seals from then on, and the old one still opens what it sealed', () => {
    const file = aFile();
    const before = secretsIn(file);
    const old = before.seal('old');
    writeFileSync(file, `${aKey()}\n${readFileSync(file, 'utf8')}`);
    const after = secretsIn(file);
    expect(after.open(old)).toBe('old');
    // A server that read the file before reads it again when it meets a key it does not know.
    expect(before.open(after.seal('new'))).toBe('new');
  });

  test('a line that is no key stops with the name of the file', () => {
    const file = aFile();
    secretsIn(file).seal('x');
    writeFileSync(file, 'short\n');
    expect(() => secretsIn(file).seal('x')).toThrow('one key of 32 bytes');
  });
});

describe('the file', () => {
  test('is made for its owner’s eyes alone', () => {
    const file = aFile();
    secretsIn(file).seal('x');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('is made once when several servers start at the same moment', async () => {
    const file = aFile();
    const program = `import { secretsIn } from './app/platform/secrets.server.ts';
      process.stdout.write(secretsIn(${JSON.stringify(file)}).seal('x').toString('base64'));`;
    const start = () =>
      promisify(execFile)(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program]);
    const sealed = await Promise.all([start(), start(), start()]);
    const secrets = secretsIn(file);
    expect(sealed.map(({ stdout }) => secrets.open(Buffer.from(stdout, 'base64')))).toEqual(['x', 'x', 'x']);
    expect(readdirSync(join(file, '..'))).toEqual(['secrets.key']);
  });
});
