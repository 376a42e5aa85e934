import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

import { LRUCache } from 'lru-cache';

import { dayOf } from '../calendar.ts';
import { listenForChanges, type Ear } from './listening.server.ts';

/** A whole answer, as it is sent. `body` in bytes; `etag` weak, of the body (RFC 9110, 8.8.3). */
export type Kept = { body: Buffer; etag: string; headers: Record<string, string | string[]> };

const bounds = { answers: 20_000, bytes: 64 * 1024 ** 2 };

/**
 * Public answers of this process, kept until something the register says changes, anywhere, or the day does; and only while
 * the database tells of changes. Bounded in number and bytes.
 */
export class KeptAnswers {
  #heard = 0;
  #hears = false;
  #day = '';
  readonly #answers = new LRUCache<string, Kept>({
    max: bounds.answers,
    maxSize: bounds.bytes,
    sizeCalculation: ({ body }, key) => body.length + key.length + 512,
  });

  /** Begins to keep; returns the stop. `first` hears the same, before what was kept is forgotten. */
  listen(url: string, first?: Ear) {
    return listenForChanges(url, {
      hearing: () => {
        first?.hearing();
        this.#forget(true);
      },
      changed: () => {
        first?.changed();
        this.#forget(this.#hears);
      },
      deaf: () => {
        first?.deaf();
        this.#forget(false);
      },
    });
  }

  find(key: string, now: Date) {
    this.#turn(now);
    return this.#answers.get(key);
  }

  /** Taken before a question is put to the database; what changed meanwhile is then not kept. */
  begin(now: Date) {
    this.#turn(now);
    return this.#hears ? this.#heard : undefined;
  }

  keep(key: string, begun: number | undefined, answer: Kept) {
    if (begun !== undefined && begun === this.#heard && this.#hears) this.#answers.set(key, answer);
  }

  /** What is valid until a day, or from it on, is said anew each day. */
  #turn(now: Date) {
    const day = dayOf(now);
    if (day === this.#day) return;
    this.#day = day;
    this.#forget(this.#hears);
  }

  #forget(hears: boolean) {
    this.#hears = hears;
    this.#heard += 1;
    this.#answers.clear();
  }
}

export const etagOf = (body: string | Buffer) => `W/"${createHash('sha1').update(body).digest('base64url')}"`;

/** Sends a whole answer, or that whoever asks has it already (RFC 9110, 13.1.2). */
export function sendKept(
  { method, headers: asked }: IncomingMessage,
  response: ServerResponse,
  answer: Kept,
) {
  const { body, etag, headers } = answer;
  if (asked['if-none-match'] === etag) return void response.writeHead(304, { ...headers, ETag: etag }).end();
  response.writeHead(200, { ...headers, ETag: etag, 'Content-Length': body.length });
  response.end(method === 'HEAD' ? undefined : body);
}
