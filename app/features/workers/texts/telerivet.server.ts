import { postedTo, same, type Inbound } from './posted.server.ts';

/**
 * What came, proven by the secret it carries (Telerivet, "Webhook API"): 405, 415, 413 and 403 for anything else. Undefined
 * where it is proven and no text, such as a call or word of what became of an answer.
 */
export async function readMessage(request: Request, secret: string): Promise<Inbound | undefined> {
  const sent = await postedTo(request);
  if (!same(sent.get('secret') ?? '', secret)) throw new Response(null, { status: 403 });
  const isText = sent.get('event') === 'incoming_message' && sent.get('message_type') !== 'call';
  const [from, body] = [sent.get('from_number'), sent.get('content')];
  return isText && from !== null && body !== null ? { from, body } : undefined;
}

/** The texts of an answer as it sends them on; none at all is an answer too. */
export const messages = (texts: readonly string[]) =>
  Response.json(
    { messages: texts.map((content) => ({ content })) },
    { headers: { 'Cache-Control': 'no-store' } },
  );
