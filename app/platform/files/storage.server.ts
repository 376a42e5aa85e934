import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';

import { theConfig } from '../config.server.ts';
import { s3Storage } from './s3.server.ts';
import { StorageUnavailable, summing, type Storage } from './stored.server.ts';

export type { Storage, StoredFile } from './stored.server.ts';

/** A folder: written beside its place and moved in, so that a killed server leaves no half file under a key. */
export function folderStorage(url: string): Storage {
  const root = url.startsWith('file:///') ? fileURLToPath(url) : resolve(url.slice('file:'.length));
  const place = (key: string) => join(root, key.slice(0, 2), key);
  return {
    async write(content) {
      const key = randomUUID();
      const { through, result } = summing();
      const draft = `${place(key)}.part`;
      // Whoever fails first takes the other down with it: only the first tells whose fault it was.
      let first: 'content' | 'store' | undefined;
      content.once('error', () => (first ??= 'content'));
      try {
        await mkdir(dirname(place(key)), { recursive: true });
        const file = createWriteStream(draft);
        file.once('error', () => (first ??= 'store'));
        await pipeline(content, through, file);
        await rename(draft, place(key));
      } catch (error) {
        await rm(draft, { force: true }).catch(() => undefined);
        throw first === 'content' ? error : new StorageUnavailable(error);
      }
      return { key, ...result() };
    },
    read: (key, from = 0) => createReadStream(place(key), { start: from }),
    remove: (key) => rm(place(key), { force: true }),
    link: () => Promise.resolve(undefined),
  };
}

let storage: Storage | undefined;

/** This installation's files. */
export function theStorage(): Storage {
  const url = theConfig().STORAGE_URL;
  return (storage ??= url.startsWith('s3:') ? s3Storage(url) : folderStorage(url));
}
