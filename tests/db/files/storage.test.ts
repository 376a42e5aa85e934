import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { s3Storage } from '#app/platform/files/s3.server.ts';
import { folderStorage } from '#app/platform/files/storage.server.ts';
import { StorageUnavailable } from '#app/platform/files/stored.server.ts';
import { aFolderStore, anS3Store, type Store } from '#tests/support/stores.ts';

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');
const inPieces = (content: Buffer, size = 65_536) =>
  Readable.from(
    Array.from({ length: Math.ceil(content.length / size) }, (_, index) =>
      content.subarray(index * size, (index + 1) * size),
    ),
  );

describe.each([
  ['a folder', aFolderStore],
  ['a bucket', anS3Store],
])('%s', (_what, open) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  test.each([1, 70_000, 13 * 1024 * 1024])('keeps %i bytes as they are, with their sum', async (bytes) => {
    const content = randomBytes(bytes);
    const written = await store.storage.write(inPieces(content));
    expect(written).toEqual({ key: expect.any(String), bytes, sha256: sha256(content) });
    expect(sha256(await buffer(store.storage.read(written.key)))).toBe(sha256(content));
    expect(await store.files()).toHaveLength(1);
  });

  test('reads on from where a reader was cut, to the end', async () => {
    const content = randomBytes(200_000);
    const { key } = await store.storage.write(inPieces(content));
    for (const from of [0, 1, 131_072, content.length - 1])
      expect(sha256(await buffer(store.storage.read(key, from))), `from ${from}`).toBe(
        sha256(content.subarray(from)),
      );
  });

  test('removes a file, and one that is gone already', async () => {
    const { key } = await store.storage.write(Readable.from([Buffer.from('one')]));
    await store.storage.remove(key);
    await store.storage.remove(key);
    expect(await store.files()).toEqual([]);
    await expect(buffer(store.storage.read(key))).rejects.toThrow();
  });

  test.each([0, 7 * 1024 * 1024])('keeps nothing of what breaks off after %i bytes', async (bytes) => {
    async function* broken() {
      if (bytes) yield* inPieces(randomBytes(bytes));
      await Promise.resolve();
      throw new Error('the sender hung up');
    }
    await expect(store.storage.write(Readable.from(broken()))).rejects.toThrow('the sender hung up');
    expect(await store.files()).toEqual([]);
    expect(store.aborted()).toBe(store.begun());
  });
});

test('a bucket gives a link that fetches the file under its own name, and no other', async () => {
  const store = await anS3Store();
  const { key } = await store.storage.write(Readable.from([Buffer.from('%PDF-1.7')]));
  const link = await store.storage.link(key, { filename: 'März "1".pdf', mediaType: 'application/pdf' });
  const answer = await fetch(link ?? '');
  expect([answer.status, await answer.text()]).toEqual([200, '%PDF-1.7']);
  expect(answer.headers.get('Content-Type')).toBe('application/pdf');
  expect(answer.headers.get('Content-Disposition')).toBe(
    "attachment; filename*=UTF-8''M%C3%A4rz%20%221%22.pdf",
  );
  expect(link).toContain('X-Amz-Expires=60');
  await store.close();
});

test('a folder hands files over itself', async () => {
  const store = await aFolderStore();
  expect(
    await store.storage.link('any', { filename: 'a.pdf', mediaType: 'application/pdf' }),
  ).toBeUndefined();
  await store.close();
});

describe('a store that is down is called by its name', () => {
  test('a folder that cannot be written', async () => {
    const storage = folderStorage('file:///etc/hostname/no-folder');
    await expect(storage.write(Readable.from([Buffer.from('one')]))).rejects.toBeInstanceOf(
      StorageUnavailable,
    );
  });

  test('a bucket where nobody listens', async () => {
    const storage = s3Storage('s3://a:b@evidence?endpoint=http%3A%2F%2F127.0.0.1%3A1');
    await expect(storage.write(Readable.from([Buffer.from('one')]))).rejects.toBeInstanceOf(
      StorageUnavailable,
    );
    await expect(storage.remove('key')).rejects.toBeInstanceOf(StorageUnavailable);
    await expect(buffer(storage.read('key'))).rejects.toBeInstanceOf(StorageUnavailable);
  });

  test('a bucket that takes the connection and never answers', async () => {
    const silent = createServer();
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const address = silent.address();
    const port = address && typeof address === 'object' ? address.port : 0;
    const storage = s3Storage(`s3://a:b@evidence?endpoint=http%3A%2F%2F127.0.0.1%3A${port}`, {
      timeout: 300,
    });
    await expect(storage.write(Readable.from([Buffer.from('one')]))).rejects.toBeInstanceOf(
      StorageUnavailable,
    );
    silent.close();
  });
});
