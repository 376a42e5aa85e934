import { createHash, timingSafeEqual } from 'node:crypto';

import { rawText } from '#app/platform/form.server.ts';

/** A text as a gateway hands it over, with all it says of it that we use. */
export type Inbound = { from: string; body: string };

/** What a gateway posts: 405, 415 or 413 for anything that is no form, or larger than one. */
export async function postedTo(request: Request): Promise<URLSearchParams> {
  if (request.method !== 'POST') throw new Response(null, { status: 405, headers: { Allow: 'POST' } });
  const type = request.headers.get('Content-Type') ?? '';
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) throw new Response(null, { status: 415 });
  return new URLSearchParams(await rawText(request));
}

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Takes as long for what is nearly right as for anything else. */
export const same = (a: string, b: string) => timingSafeEqual(digest(a), digest(b));
