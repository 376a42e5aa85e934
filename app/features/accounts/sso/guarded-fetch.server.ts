import { lookup as resolve, type LookupAddress } from 'node:dns';
import { request as plain, type IncomingMessage } from 'node:http';
import { request as secure } from 'node:https';
import type { LookupFunction } from 'node:net';

import { mayAsk, mayReach } from './addresses.server.ts';

const mostBytes = 512 * 1024;

/** Raised where nobody answered in time, or with more than anybody reads. */
export class Unanswered extends Error {
  override name = 'Unanswered';
}

/** Raised where an address that somebody typed leads into our own network. */
export class ForbiddenAddress extends Error {
  override name = 'ForbiddenAddress';
}

type Asked = {
  method: string;
  headers: Record<string, string>;
  body?: unknown;
  signal?: AbortSignal;
};

/**
 * fetch for addresses that others chose: judges the very address that is connected to, so that a name cannot change
 * between the check and the call; follows no redirect and reads half a megabyte at most.
 */
export const guardedFetch =
  (allowLoopback: boolean) =>
  (address: string, { method, headers, body, signal }: Asked): Promise<Response> =>
    new Promise((answer, fail) => {
      const url = new URL(address);
      if (!mayAsk(url, allowLoopback)) {
        fail(new ForbiddenAddress('this address is not asked'));
        return;
      }
      const giveUp = (cause: unknown) =>
        fail(cause instanceof ForbiddenAddress ? cause : new Unanswered('no answer', { cause }));
      const call = (url.protocol === 'https:' ? secure : plain)(
        url,
        {
          method,
          headers: { ...headers, 'accept-encoding': 'identity' },
          lookup: guardedLookup(allowLoopback),
          agent: false,
          ...(signal && { signal }),
        },
        (response) => void readWhole(response).then(answer, giveUp),
      );
      call.once('error', giveUp);
      call.end(textOf(body));
    });

function textOf(body: unknown) {
  if (body === undefined || body === null) return undefined;
  if (typeof body === 'string' || body instanceof Uint8Array) return body;
  if (body instanceof URLSearchParams) return body.toString();
  throw new TypeError('Only text is sent');
}

const guardedLookup =
  (allowLoopback: boolean): LookupFunction =>
  (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
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

async function readWhole(response: IncomingMessage) {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of response) {
    if (!Buffer.isBuffer(part)) continue;
    bytes += part.length;
    if (bytes > mostBytes) throw new Error('the answer is too large');
    parts.push(part);
  }
  const headers = new Headers();
  for (const [name, value] of Object.entries(response.headers)) headers.set(name, String(value));
  const status = response.statusCode ?? 502;
  const empty = [204, 205, 304].includes(status);
  return new Response(empty ? null : Buffer.concat(parts), { status, headers });
}
