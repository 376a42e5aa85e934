import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';

import { describe, expect, test } from 'vitest';

import { clamd } from '#app/platform/files/scan.server.ts';
import { aClamd } from '#tests/support/clamd.ts';

const infected = 'this carries EICAR inside';

describe('the scanner', () => {
  test('hears every byte, and says what it found', async () => {
    const daemon = await aClamd();
    const large = randomBytes(3_000_000);
    expect(await clamd(daemon.url)(Readable.from([large.subarray(0, 10), large.subarray(10)]))).toBe('clean');
    expect(daemon.heard.at(-1)?.equals(large)).toBe(true);
    expect(await clamd(daemon.url)(Readable.from([Buffer.from(infected)]))).toBe('infected');
    await daemon.close();
  });

  test('answers over a socket of the file system, too', async () => {
    const daemon = await aClamd('unix');
    expect(await clamd(daemon.url)(Readable.from([Buffer.from(infected)]))).toBe('infected');
    await daemon.close();
  });

  test.each([
    ['cannot look', 'INSTREAM size limit exceeded. ERROR\0', 'size limit'],
    ['hangs up', '', 'hung up'],
  ])('that %s gives no verdict', async (_what, answer, words) => {
    const daemon = await aClamd('tcp', answer);
    await expect(clamd(daemon.url)(Readable.from([Buffer.from('a file')]))).rejects.toThrow(words);
    await daemon.close();
  });

  test('that is down or silent gives no verdict', async () => {
    await expect(clamd('tcp://127.0.0.1:1')(Readable.from([Buffer.from('a')]))).rejects.toThrow(
      'ECONNREFUSED',
    );
    const silent = await aClamd('tcp', undefined);
    const asked = clamd(silent.url, { timeout: 200 })(Readable.from([Buffer.from('a')]));
    await expect(asked).rejects.toThrow('does not answer');
    await silent.close();
  });

  test('gives no verdict on half a file', async () => {
    const daemon = await aClamd();
    async function* half() {
      yield Buffer.from('half');
      await Promise.resolve();
      throw new Error('the store broke off');
    }
    await expect(clamd(daemon.url)(Readable.from(half()))).rejects.toThrow('broke off');
    await daemon.close();
  });
});
