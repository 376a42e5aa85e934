import { createHmac } from 'node:crypto';

import { postedTo, same, type Inbound } from './posted.server.ts';

type Settings = { token: string; origin: string };

/**
 * What came, proven by its signature (Twilio, "Webhooks security"): 405, 415, 413 and 403 for anything else. Undefined where
 * it is proven and no text, such as word of what became of an answer.
 */
export async function readInbound(
  request: Request,
  { token, origin }: Settings,
): Promise<Inbound | undefined> {
  const sent = await postedTo(request);
  const { pathname, search } = new URL(request.url);
  const signature = request.headers.get('X-Twilio-Signature') ?? '';
  if (!same(signature, signatureOf(token, `${origin}${pathname}${search}`, sent)))
    throw new Response(null, { status: 403 });
  const [from, body] = [sent.get('From'), sent.get('Body')];
  return from !== null && body !== null && sent.has('MessageSid') ? { from, body } : undefined;
}

/** Over the public address and, by name, everything sent; what came twice under one name counts once. */
export function signatureOf(token: string, url: string, sent: URLSearchParams): string {
  const names = [...new Set(sent.keys())].sort();
  const parts = names.flatMap((name) => [...new Set(sent.getAll(name))].sort().map((value) => name + value));
  return createHmac('sha1', token)
    .update([url, ...parts].join(''), 'utf8')
    .digest('base64');
}

/** The texts of an answer as TwiML; none at all is an answer too, and nothing is sent for it. */
export function twiml(texts: readonly string[]): Response {
  const messages = texts.map((text) => `<Message>${escaped(text)}</Message>`).join('');
  return new Response(`<?xml version="1.0" encoding="UTF-8"?><Response>${messages}</Response>`, {
    headers: { 'Content-Type': 'text/xml; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** XML 1.0 has no place at all for controls and for what is no letter (2.2). */
const escaped = (text: string) =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>]/g, (sign) => entities[sign] ?? '');
