import type { IncomingMessage } from 'node:http';

import { ask, ForbiddenAddress, Unanswered, type Asked, type Guard } from './guarded-call.server.ts';

const mostBytes = 512 * 1024;

/**
 * fetch for addresses that others chose: judges the very address that is connected to, so that a name cannot change
 * between the check and the call; follows no redirect and reads half a megabyte at most.
 */
export const guardedFetch =
  (guard: Guard) =>
  async (address: string, asked: Asked): Promise<Response> => {
    const response = await ask(guard, address, asked);
    return readWhole(response).catch((cause: unknown) => {
      throw cause instanceof ForbiddenAddress ? cause : new Unanswered('no answer', { cause });
    });
  };

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
