import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';

import { theConfig } from '../config.server.ts';

export type StoredFile = { key: string; filename: string; mediaType: string; bytes: number; sha256: string };

/** `key` is ours and never made from what somebody typed. */
export type Storage = {
  write(content: Readable): Promise<{ key: string; bytes: number; sha256: string }>;
  read(key: string): Readable;
  remove(key: string): Promise<void>;
};

/** A folder: written beside its place and moved in, so that a killed server leaves no half file under a key. */
export function folderStorage(url: string): Storage {
  const root = url.startsWith('file:///') ? fileURLToPath(url) : resolve(url.slice('file:'.length));
  const place = (key: string) => join(root, key.slice(0, 2), key);
  return {
    async write(content) {
      const key = randomUUID();
      const sum = createHash('sha256');
      let bytes = 0;
      async function* counted(chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          sum.update(chunk);
          bytes += chunk.length;
          yield chunk;
        }
      }
      await mkdir(dirname(place(key)), { recursive: true });
      const draft = `${place(key)}.part`;
      try {
        await pipeline(content, counted, createWriteStream(draft));
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
      await rename(draft, place(key));
      return { key, bytes, sha256: sum.digest('hex') };
    },
    read: (key) => createReadStream(place(key)),
    remove: (key) => rm(place(key), { force: true }),
  };
}

/** This installation's files. */
export const theStorage = () => folderStorage(theConfig().STORAGE_URL);
