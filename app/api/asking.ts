import type { Readable } from 'node:stream';

import type { Signing } from '#app/platform/signing/signing.server.ts';
import type { Storage } from '#app/platform/files/storage.server.ts';
import type { Company, Scope, Visitor } from '#app/platform/scope.ts';

/**
 * One question to the API; `origin` is the address of this installation, `signing` and `storage` its own unless told, `accept`
 * what its asker likes to read.
 */
export type Asking = {
  scope: Scope<Visitor | Company>;
  origin: string;
  query: URLSearchParams;
  accept?: string;
  /** As of when the answer is, where that is not now. */
  asOf?: Date | undefined;
  signing?: Signing | undefined;
  storage?: Storage | undefined;
};

/** What came with a question that is more than its address; `from`: whence it came. */
export type Sent = { body: Buffer; mediaType: string; idempotencyKey: string | undefined; from: string };

/** An answer that is not JSON, under its own media type. */
export class Typed {
  constructor(
    readonly type: string,
    readonly body: string | Buffer,
  ) {}
}

/** An answer too large to be held: sent from where it lies, under the sum of its bytes. */
export class Streamed {
  constructor(
    readonly type: string,
    readonly content: { bytes: number; sha256: string; read(from?: number): Readable },
    readonly headers: Record<string, string>,
  ) {}

  saying(headers: Record<string, string>) {
    return new Streamed(this.type, this.content, { ...headers, ...this.headers });
  }
}
