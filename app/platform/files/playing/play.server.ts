import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';

import { rangeOf, type Part } from './range.ts';
import type { Storage, StoredFile } from '../stored.server.ts';

type File = Pick<StoredFile, 'key' | 'mediaType' | 'bytes'>;

/**
 * A short recording for whoever plays it on a page, whole or the part a player asks for. Nothing of it stays behind on the
 * phone: which answer somebody heard is theirs to know.
 */
export async function played(storage: Storage, { key, mediaType, bytes }: File, request: Request) {
  const headers = {
    ...{ 'Content-Type': mediaType, 'Accept-Ranges': 'bytes', 'X-Content-Type-Options': 'nosniff' },
    ...{ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' },
  };
  const asked = rangeOf(request.headers.get('Range'), bytes);
  if (asked === 'none')
    return new Response(null, { status: 416, headers: { ...headers, 'Content-Range': `bytes */${bytes}` } });
  const part = asked === 'whole' ? { from: 0, to: bytes - 1 } : asked;
  const content = await contentOf(storage, key, part);
  if (content.length !== part.to - part.from + 1)
    return new Response(null, { status: 503, headers: { 'Cache-Control': 'no-store' } });
  const length = { 'Content-Length': String(content.length) };
  const whole = { ...headers, ...length };
  return asked === 'whole'
    ? new Response(new Uint8Array(content), { headers: whole })
    : new Response(new Uint8Array(content), {
        ...{ status: 206 },
        headers: { ...whole, 'Content-Range': `bytes ${part.from}-${part.to}/${bytes}` },
      });
}

/** Nothing where the store does not give it: a player then shows that it cannot play. */
async function contentOf(storage: Storage, key: string, { from, to }: Part) {
  const source = storage.read(key, from);
  try {
    return await buffer(Readable.from(upTo(source, to - from + 1)));
  } catch {
    return Buffer.alloc(0);
  } finally {
    source.destroy();
  }
}

async function* upTo(source: AsyncIterable<Buffer>, most: number) {
  let left = most;
  for await (const chunk of source) {
    yield chunk.subarray(0, left);
    left -= Math.min(left, chunk.length);
    if (left === 0) return;
  }
}
