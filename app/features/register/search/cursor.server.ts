import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

import { z } from 'zod';

import { ok, refuse, type Result } from '#app/platform/result.ts';
import { keyFor, type KeyFor } from '#app/platform/secrets.server.ts';

/** Where a page ended: after a number where recruiters come by number, at a place where they come by match. */
export type Mark = { after: string } | { place: number };

const shape = z.union([z.object({ after: z.string() }), z.object({ place: z.number().int().min(1) })]);
const purpose = 'register cursor';

/**
 * A mark for the one who asked, opaque: signed together with the question, so that one made up, altered or taken from
 * another question is refused.
 */
export function sealCursor(mark: Mark, question: string, keys: KeyFor = keyFor) {
  const key = keys(purpose);
  if (!key) throw new Error('This installation has no key');
  const text = JSON.stringify(mark);
  return [key.kid, Buffer.from(text).toString('base64url'), signatureOf(key.bytes, question, text)].join('.');
}

export function openCursor(cursor: string, question: string, keys: KeyFor = keyFor): Result<Mark, 'forged'> {
  const [kid = '', body = '', signature = ''] = cursor.slice(0, 500).split('.');
  const key = keys(purpose, kid);
  const text = Buffer.from(body, 'base64url').toString('utf8');
  if (!key || !same(signature, signatureOf(key.bytes, question, text))) return refuse('forged');
  const mark = shape.safeParse(JSON.parse(text));
  return mark.success ? ok(mark.data) : refuse('forged');
}

const signatureOf = (key: Uint8Array, question: string, text: string) =>
  createHmac('sha256', key).update(digest(question)).update(text).digest('base64url');

const digest = (text: string) => createHash('sha256').update(text).digest();
const same = (a: string, b: string) => timingSafeEqual(digest(a), digest(b));
