import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { pipeline, type Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

import { z } from 'zod';

import type { Storage } from '#app/platform/files/stored.server.ts';

const algorithm = 'aes-256-gcm';

/** What opens one file, in base64: itself sealed, in the file's row, under the key of its case. */
export const fileKey = z.object({ key: z.base64(), iv: z.base64(), tag: z.base64() });
export type FileKey = z.output<typeof fileKey>;

/** The same storage, to which files go sealed, each under a key drawn for it alone; `keyOf` says which. */
export function sealing(storage: Storage) {
  const keys = new Map<string, FileKey>();
  const sealed: Storage = {
    ...storage,
    async write(content) {
      const [key, iv] = [randomBytes(32), randomBytes(12)];
      const cipher = createCipheriv(algorithm, key, iv);
      const written = await storage.write(pipeline(content, cipher, () => undefined));
      const [said, begun, tag] = [key, iv, cipher.getAuthTag()].map((bytes) => bytes.toString('base64'));
      keys.set(written.key, { key: said ?? '', iv: begun ?? '', tag: tag ?? '' });
      return written;
    },
  };
  return { storage: sealed, keyOf: (stored: string) => keys.get(stored) };
}

/** The whole of a sealed file, which is let out only when all of it is what was sealed; undefined when it is not. */
export async function unsealed(stored: Readable, { key, iv, tag }: FileKey): Promise<Buffer | undefined> {
  const [secret, begun, end] = [key, iv, tag].map((said) => Buffer.from(said, 'base64'));
  if (!secret || !begun || !end) return undefined;
  const bytes = await buffer(stored);
  try {
    const decipher = createDecipheriv(algorithm, secret, begun).setAuthTag(end);
    return Buffer.concat([decipher.update(bytes), decipher.final()]);
  } catch {
    return undefined;
  }
}
