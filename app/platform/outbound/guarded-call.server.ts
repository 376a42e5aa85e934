import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { request as plain, type IncomingMessage } from 'node:http';
import { request as secure } from 'node:https';
import type { LookupFunction } from 'node:net';

import { mayAsk, mayReach } from './addresses.server.ts';

/** Raised where nobody answered in time, or with more than anybody reads. */
export class Unanswered extends Error {
  override name = 'Unanswered';
}

/** Raised where an address that somebody typed leads into our own network. */
export class ForbiddenAddress extends Error {
  override name = 'ForbiddenAddress';
}

/** All addresses of a name; the system's own resolver unless told. */
export type Resolve = (
  hostname: string,
  answer: (error: Error | null, addresses: LookupAddress[]) => void,
) => void;

/** `own`: whoever runs the house wrote the address into its settings; it may be private, and plain http. */
export type Guard = { allowLoopback: boolean; own?: boolean; resolve?: Resolve };

export type Asked = {
  method: string;
  headers: Record<string, string>;
  body?: unknown;
  signal?: AbortSignal;
};

/** Asks once and answers with the head of what came; follows no redirect. The body is the caller's to read or destroy. */
export const ask = (
  { allowLoopback, own = false, resolve = ofSystem }: Guard,
  address: string,
  { method, headers, body, signal }: Asked,
): Promise<IncomingMessage> =>
  new Promise((answer, fail) => {
    const url = new URL(address);
    if (!own && !mayAsk(url, allowLoopback)) {
      fail(new ForbiddenAddress('this address is not asked'));
      return;
    }
    const call = (url.protocol === 'https:' ? secure : plain)(
      url,
      {
        method,
        headers: { ...headers, 'accept-encoding': 'identity' },
        ...(own ? {} : { lookup: guardedLookup(allowLoopback, resolve) }),
        // A connection of its own: one that was kept was judged for another call.
        agent: false,
        ...(signal && { signal }),
      },
      answer,
    );
    call.once('error', (cause) =>
      fail(cause instanceof ForbiddenAddress ? cause : new Unanswered('no answer', { cause })),
    );
    call.end(textOf(body));
  });

function textOf(body: unknown) {
  if (body === undefined || body === null) return undefined;
  if (typeof body === 'string' || body instanceof Uint8Array) return body;
  if (body instanceof URLSearchParams) return body.toString();
  throw new TypeError('Only text is sent');
}

const ofSystem: Resolve = (hostname, answer) => systemLookup(hostname, { all: true }, answer);

/** Resolves once; the connection is made to the very addresses that were judged, whatever the name says afterwards. */
const guardedLookup =
  (allowLoopback: boolean, resolve: Resolve): LookupFunction =>
  (hostname, options, callback) => {
    resolve(hostname, (error, addresses) => {
      const [first] = addresses;
      const problem = error ?? judge(addresses, allowLoopback);
      if (problem || !first) callback(problem ?? new Error('no address'), '');
      else if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };

/** One address of ours among many is enough to refuse them all. */
const judge = (addresses: LookupAddress[], allowLoopback: boolean) =>
  addresses.every(({ address }) => mayReach(address, allowLoopback))
    ? null
    : new ForbiddenAddress('this name leads into a private network');
