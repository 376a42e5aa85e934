import type { IncomingMessage } from 'node:http';

import { ask, ForbiddenAddress, Unanswered, type Guard } from './guarded-call.server.ts';

/** What came back: the answer's status and the first 64 kB of its text, or why there is none. */
export type Answer =
  { status: number; text: string } | { status: null; problem: 'forbidden_address' | 'unanswered' };

export type Sender = (
  address: string,
  message: { headers: Record<string, string>; body: string },
) => Promise<Answer>;

const mostBytes = 64 * 1024;

type Limits = Guard & { seconds?: number };

/**
 * Sends text to an address that somebody outside chose: https, one try, no redirect, ten seconds for all of it. Of the
 * answer 64 kB are read, whatever is sent; the rest is left unread.
 */
export const senderTo =
  ({ seconds = 10, ...guard }: Limits): Sender =>
  async (address, { headers, body }) => {
    try {
      const signal = AbortSignal.timeout(seconds * 1000);
      const response = await ask(guard, address, { method: 'POST', headers, body, signal });
      return { status: response.statusCode ?? 0, text: await beginningOf(response) };
    } catch (error) {
      if (error instanceof ForbiddenAddress) return { status: null, problem: 'forbidden_address' };
      if (error instanceof Unanswered) return { status: null, problem: 'unanswered' };
      throw error;
    }
  };

async function beginningOf(response: IncomingMessage) {
  const parts: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const part of response) {
      if (!Buffer.isBuffer(part)) continue;
      parts.push(part);
      bytes += part.length;
      if (bytes >= mostBytes) break;
    }
  } catch (cause) {
    throw new Unanswered('cut off', { cause });
  } finally {
    response.destroy();
  }
  return Buffer.concat(parts).subarray(0, mostBytes).toString('utf8');
}
