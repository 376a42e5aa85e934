import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { secretsIn } from '../secrets.server.ts';
import { sealTo } from './envelope.ts';
import { envelopesWith, isEnvelope } from './envelope.server.ts';

const aFile = () => join(mkdtempSync(join(tmpdir(), 'envelope-')), 'secrets.key');
const of = (file: string, purpose = 'tests') => envelopesWith(secretsIn(file).keyFor, purpose);
const begun = async (file = aFile()) => {
  const house = of(file);
  const lock = house.lock('audit 1');
  return { house, file, lock, sealed: await sealTo(lock, 'worker 1', 'नमस्ते, she paid.') };
};

describe('what is sealed with the open half of a key', () => {
  test('is opened by the other half alone, for its own matter and what it is about', async () => {
    const { house, lock, sealed } = await begun();
    expect(await house.open('audit 1', 'worker 1', sealed)).toBe('नमस्ते, she paid.');
    expect(await house.open('audit 2', 'worker 1', sealed)).toBeUndefined();
    expect(await house.open('audit 1', 'worker 2', sealed)).toBeUndefined();
    expect(await of(aFile()).open('audit 1', 'worker 1', sealed)).toBeUndefined();
    expect(Object.keys(lock).toSorted()).toEqual(['crv', 'kid', 'kty', 'x', 'y']);
    expect(await sealTo(lock, 'worker 1', 'नमस्ते, she paid.')).not.toBe(sealed);
  });

  test('with the lock of another audit, purpose or point does not open', async () => {
    const { house, file, lock } = await begun();
    for (const other of [house.lock('audit 2'), of(file, 'others').lock('audit 1')]) {
      const sealed = await sealTo(other, 'worker 1', 'She paid.');
      expect(await house.open('audit 1', 'worker 1', sealed)).toBeUndefined();
    }
    const nowhere = { ...lock, x: lock.y };
    await expect(sealTo(nowhere, 'worker 1', 'She paid.')).rejects.toThrow();
  });

  test('and altered anywhere opens nothing, and breaks nothing', async () => {
    const { house, sealed } = await begun();
    const parts = sealed.split('.');
    for (const at of [0, 2, 3, 4]) {
      const altered = parts.map((part, index) =>
        index === at ? `${part.startsWith('A') ? 'B' : 'A'}${part.slice(1)}` : part,
      );
      expect(await house.open('audit 1', 'worker 1', altered.join('.'))).toBeUndefined();
      const without = parts.filter((_part, index) => index !== at).join('.');
      expect(await house.open('audit 1', 'worker 1', without)).toBeUndefined();
      expect(isEnvelope(without)).toBe(false);
    }
    const header: unknown = JSON.parse(Buffer.from(parts[0] ?? '', 'base64url').toString());
    const changes = [{ alg: 'dir' }, { enc: 'A128GCM' }, { kid: undefined }, { epk: undefined }];
    const points = [{ epk: { kty: 'EC', crv: 'P-256', x: 'AAAA', y: 'AAAA' } }, { epk: 'no key' }];
    for (const change of [...changes, ...points]) {
      const other = Buffer.from(JSON.stringify(Object.assign({}, header, change))).toString('base64url');
      expect(await house.open('audit 1', 'worker 1', [other, ...parts.slice(1)].join('.'))).toBeUndefined();
    }
    expect(await house.open('audit 1', 'worker 1', '')).toBeUndefined();
  });

  test('is known from outside, whoever may open it', async () => {
    const { sealed } = await begun();
    expect(isEnvelope(sealed)).toBe(true);
    expect(['', 'She paid.', 'a..b.c.d'].map(isEnvelope)).toEqual([false, false, false]);
  });

  test('opens after a newer key came to the file, and no more when its own line is gone', async () => {
    const { file, lock, sealed } = await begun();
    const old = readFileSync(file, 'utf8');
    writeFileSync(file, `${randomBytes(32).toString('base64')}\n${old}`);
    const rotated = of(file);
    expect(rotated.lock('audit 1').kid).not.toBe(lock.kid);
    expect(await rotated.open('audit 1', 'worker 1', sealed)).toBe('नमस्ते, she paid.');
    writeFileSync(file, readFileSync(file, 'utf8').split('\n')[0] ?? '');
    expect(await of(file).open('audit 1', 'worker 1', sealed)).toBeUndefined();
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n${old}`);
    expect(await of(file).open('audit 1', 'worker 1', sealed)).toBe('नमस्ते, she paid.');
  });
});
