import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { secretsIn } from '../secrets.server.ts';
import { sealedWith } from './sealed.server.ts';

const aFile = () => join(mkdtempSync(join(tmpdir(), 'sealed-')), 'secrets.key');
const of = (file: string, purpose = 'tests') => sealedWith(secretsIn(file).keyFor, purpose);

test('words open in the row they were sealed for, and in no other', async () => {
  const sealed = of(aFile());
  const words = await sealed.seal('row/1', 'नमस्ते');
  expect(words).toMatch(/^[\w-]+\.\.[\w-]{16}\.[\w-]+\.[\w-]{22}$/);
  expect(await sealed.open('row/1', words)).toBe('नमस्ते');
  expect(await sealed.open('row/2', words)).toBeUndefined();
  expect(await sealed.seal('row/1', 'नमस्ते')).not.toBe(words);
});

test('a piece altered or missing opens nothing, and breaks nothing', async () => {
  const sealed = of(aFile());
  const words = await sealed.seal('row', 'a secret');
  const parts = words.split('.');
  for (const at of [0, 2, 3, 4]) {
    const altered = parts.map((part, index) =>
      index === at ? `${part.startsWith('A') ? 'B' : 'A'}${part.slice(1)}` : part,
    );
    expect(await sealed.open('row', altered.join('.'))).toBeUndefined();
    expect(await sealed.open('row', parts.filter((_, index) => index !== at).join('.'))).toBeUndefined();
  }
  expect(await sealed.open('row', '')).toBeUndefined();
});

test('a header that names another cipher, or no key, opens nothing', async () => {
  const sealed = of(aFile());
  const [header = '', ...rest] = (await sealed.seal('row', 'a secret')).split('.');
  const said: unknown = JSON.parse(Buffer.from(header, 'base64url').toString());
  for (const change of [{ enc: 'A128GCM' }, { alg: 'A256KW' }, { kid: undefined }]) {
    const other = Buffer.from(JSON.stringify(Object.assign({}, said, change))).toString('base64url');
    expect(await sealed.open('row', [other, ...rest].join('.'))).toBeUndefined();
  }
});

test('keys of another purpose or another installation open nothing; an older key of the file still does', async () => {
  const file = aFile();
  const words = await of(file).seal('row', 'a secret');
  expect(await of(file, 'others').open('row', words)).toBeUndefined();
  expect(await of(aFile()).open('row', words)).toBeUndefined();

  writeFileSync(file, `${randomBytes(32).toString('base64')}\n${readFileSync(file, 'utf8')}`);
  const rotated = await of(file).seal('row', 'a secret');
  expect(rotated.split('.')[0]).not.toBe(words.split('.')[0]);
  expect(await of(file).open('row', words)).toBe('a secret');
});
