import type { Signing } from '#app/platform/signing/signing.server.ts';
import type { Company, Scope, Visitor } from '#app/platform/scope.ts';

/** One question to the API; `origin` is the address of this installation, `signing` its own unless told, `accept` what its asker likes to read. */
export type Asking = {
  scope: Scope<Visitor | Company>;
  origin: string;
  query: URLSearchParams;
  accept?: string;
  signing?: Signing | undefined;
};

/** What came with a question that is more than its address. */
export type Sent = { body: Buffer; mediaType: string; idempotencyKey: string | undefined };

/** An answer that is not JSON, under its own media type. */
export class Typed {
  constructor(
    readonly type: string,
    readonly body: string,
  ) {}
}
