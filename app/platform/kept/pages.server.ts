import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';

import { theConfig } from '../config.server.ts';
import { keptUnder, notKept, tagOfPath } from './network.ts';
import { etagOf, sendKept, type Kept, type KeptAnswers } from './answers.server.ts';

/** Records of the register, as everybody reads them who is not signed in: no cookie, no question, nothing of a person. */
const record = /^\/register\/[A-Za-z0-9]{1,60}$/;

/**
 * Sends a record that is kept, or lets it be rendered and keeps what came out. `true` when it was sent. A page that holds a nonce
 * is for one reader and is not kept; of one that holds none, the nonce is taken out of what browsers are told.
 */
export function keptPage(
  answers: KeptAnswers,
  request: IncomingMessage,
  response: ServerResponse,
  network = theConfig().CDN_PURGE_URL !== undefined,
): boolean {
  const { method, url = '', headers } = request;
  if (method !== 'GET' || headers.cookie !== undefined || !record.test(url)) return false;
  const now = new Date();
  const known = answers.find(url, now);
  if (known) {
    const tag = network ? tagOfPath(url) : undefined;
    const told = tag === undefined ? notKept : keptUnder(tag, now);
    sendKept(request, response, { ...known, headers: { ...known.headers, ...told } });
    return true;
  }
  const begun = answers.begin(now);
  if (begun !== undefined)
    whenSent(response, (body) => {
      const kept = toKept(response, body);
      if (kept) answers.keep(url, begun, kept);
    });
  return false;
}

/** Hears what is sent beside whoever it is sent to. */
function whenSent(response: ServerResponse, hear: (body: Buffer) => void) {
  const parts: Buffer[] = [];
  const [write, end] = [response.write.bind(response), response.end.bind(response)];
  const note = (part: unknown) => {
    if (typeof part === 'string' || part instanceof Uint8Array) parts.push(Buffer.from(part));
  };
  Object.assign(response, {
    write: (...sent: Parameters<typeof write>) => {
      note(sent[0]);
      return write(...sent);
    },
    end: (...sent: Parameters<typeof end>) => {
      note(sent[0]);
      return end(...sent);
    },
  });
  response.once('finish', () => hear(Buffer.concat(parts)));
}

const dropped = ['date', 'connection', 'keep-alive', 'transfer-encoding', 'content-length'];

function toKept(response: ServerResponse, body: Buffer): Kept | undefined {
  const said = response.getHeaders();
  const policy = said['content-security-policy'];
  const nonce = typeof policy === 'string' ? /'nonce-([^']+)'/.exec(policy)?.[1] : undefined;
  const html = said['content-type']?.toString().startsWith('text/html') === true;
  if (response.statusCode !== 200 || !html || said['set-cookie'] !== undefined) return undefined;
  if (nonce && body.includes(nonce)) return undefined;
  return { body, etag: etagOf(body), headers: without(said, nonce) };
}

function without(said: OutgoingHttpHeaders, nonce: string | undefined) {
  const headers: Kept['headers'] = {};
  for (const [name, value] of Object.entries(said)) {
    if (value === undefined || dropped.includes(name)) continue;
    headers[name] = Array.isArray(value) ? value : value.toString();
  }
  const policy = headers['content-security-policy'];
  if (nonce && typeof policy === 'string')
    headers['content-security-policy'] = policy.replaceAll(` 'nonce-${nonce}'`, '');
  return headers;
}
