import { createHash } from 'node:crypto';
import { Transform, type Readable, type TransformCallback } from 'node:stream';

export type StoredFile = { key: string; filename: string; mediaType: string; bytes: number; sha256: string };
export type Written = Pick<StoredFile, 'key' | 'bytes' | 'sha256'>;

/** `key` is ours and never made from what somebody typed. */
export type Storage = {
  /** Throws StorageUnavailable when the store fails, and the content's own error when that breaks off. */
  write(content: Readable): Promise<Written>;
  /** Its bytes, all of them or from one on. */
  read(key: string, from?: number): Readable;
  remove(key: string): Promise<void>;
  /** Where a browser may fetch the file by itself for a minute; undefined when we hand it over. */
  link(key: string, file: Pick<StoredFile, 'filename' | 'mediaType'>): Promise<string | undefined>;
};

/** The store did not take or give a file. Nothing else is lost: the same step may be tried again. */
export class StorageUnavailable extends Error {
  constructor(cause: unknown) {
    super('The storage of files does not answer', { cause });
  }
}

/** Counts and sums what passes through. */
export function summing() {
  const sum = createHash('sha256');
  let bytes = 0;
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      sum.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  return { through, result: () => ({ bytes, sha256: sum.digest('hex') }) };
}

/** Saved under its own name, never shown by the browser as if it were ours. */
export const dispositionOf = (filename: string) =>
  `attachment; filename*=UTF-8''${encodeURIComponent(filename)}`;
