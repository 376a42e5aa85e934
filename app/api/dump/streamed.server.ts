import type { IncomingMessage, ServerResponse } from 'node:http';
import { finished, pipeline } from 'node:stream/promises';

import type { Streamed } from '../asking.ts';

/**
 * Sends what is too large to be held. Whoever was cut off goes on where it was (`Range: bytes=N-`, RFC 9110, 14.2); other ranges
 * are answered with the whole, as anybody may. Nothing is sent before the first bytes are there: a store that fails is an error.
 */
export async function sendStreamed(
  request: IncomingMessage,
  response: ServerResponse,
  { type, content, headers: own }: Streamed,
) {
  const { bytes, sha256 } = content;
  const etag = `"${sha256}"`;
  const digest = `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`;
  const headers = {
    ...own,
    'Content-Type': type,
    ETag: etag,
    'Repr-Digest': digest,
    'Accept-Ranges': 'bytes',
  };
  if (request.headers['if-none-match'] === etag) return void response.writeHead(304, headers).end();
  const from = startOf(request, etag);
  if (from >= bytes)
    return void response.writeHead(416, { ...headers, 'Content-Range': `bytes */${bytes}` }).end();
  const length = { 'Content-Length': bytes - from };
  const part = { 'Content-Range': `bytes ${from}-${bytes - 1}/${bytes}` };
  const head = () =>
    response.writeHead(from > 0 ? 206 : 200, { ...headers, ...length, ...(from > 0 && part) });
  if (request.method === 'HEAD') return void head().end();
  const stream = content.read(from);
  await begun(stream);
  head();
  // Whoever leaves before the end is nobody's fault.
  await pipeline(stream, response).catch(() => undefined);
}

/** Where to go on from; from the beginning where what was begun is another by now. */
function startOf({ headers }: IncomingMessage, etag: string) {
  const [, from] = /^bytes=(\d{1,15})-$/.exec(headers.range ?? '') ?? [];
  const same = headers['if-range'] === undefined || headers['if-range'] === etag;
  return from !== undefined && same ? Number(from) : 0;
}

/** Until the first bytes are there, or the end. */
const begun = (stream: NodeJS.ReadableStream) =>
  new Promise<void>((resolve, reject) => {
    stream.once('readable', resolve);
    finished(stream).then(resolve, reject);
  });
