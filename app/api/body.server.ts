import type { IncomingMessage } from 'node:http';

import { Problem } from './problem.ts';

/** Ten thousand items with long names in them, and room. */
export const mostBytes = 8 * 1024 * 1024;

/**
 * The body of a request, counted while it comes: a length that is said proves nothing. Read to its end also where it
 * is too large, so that the answer arrives; what is ten times too large is cut off.
 */
export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  const said = Number(request.headers['content-length'] ?? 0);
  if (said > 10 * mostBytes) throw tooLarge();
  const chunks: AsyncIterable<unknown> = request;
  for await (const chunk of chunks) {
    if (!Buffer.isBuffer(chunk)) continue;
    bytes += chunk.length;
    if (bytes > 10 * mostBytes) throw tooLarge();
    if (bytes <= mostBytes) parts.push(chunk);
    else parts.length = 0;
  }
  if (bytes > mostBytes) throw tooLarge();
  return Buffer.concat(parts);
}

const tooLarge = () =>
  new Problem('too_large', `A request holds ${mostBytes / 1024 / 1024} MB at most`, { Connection: 'close' });

/** What kind of text the body says it is, without its parameters. */
export const mediaTypeOf = ({ headers }: IncomingMessage) =>
  (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

export function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw new Problem('invalid_body', 'The body is no JSON in UTF-8');
  }
}
