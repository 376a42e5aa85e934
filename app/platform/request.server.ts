import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

import type { Express, RequestHandler } from 'express';

/** What is known of the request being answered, before anything of it is read. */
type Asked = {
  /** Where it came from, as the proxies in front say; documented in `TRUST_PROXY`. */
  address: string;
  /** What the browser says it is. */
  userAgent: string;
  /** Names the scripts and styles this very page may hold. */
  nonce: string;
  /** Whether a form was sent: Remix shows loaders a GET in any case. */
  sends: boolean;
  /** Whether something it needed could not be asked of the database. */
  unavailable?: true;
};

const asked = new AsyncLocalStorage<Asked>();

/** Express middleware: everything that follows happens in this request. */
export const inRequest: RequestHandler = (request, _response, next) => {
  const address = request.ip ?? '';
  const userAgent = request.get('User-Agent') ?? '';
  const sends = request.method !== 'GET' && request.method !== 'HEAD';
  asked.run({ address, userAgent, nonce: randomBytes(16).toString('base64'), sends }, next);
};

/** Where a request came from that Express never sees, read by Express's own getter: one rule, `TRUST_PROXY`, for both. */
export function clientAddress(
  app: Express,
  { headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>,
) {
  const ip: unknown = Reflect.get(app.request, 'ip', { app, headers, socket });
  return typeof ip === 'string' ? ip : '';
}

const nowhere: Asked = { address: '', userAgent: '', nonce: '', sends: false };

/** Address, browser and nonce of the request being answered; empty outside one. */
export const theRequest = (): Asked => asked.getStore() ?? nowhere;

/** Notes that the database could not be asked: the answer is then 503, whatever else went wrong. */
export function noteUnavailable() {
  const request = asked.getStore();
  if (request) request.unavailable = true;
}

/** A question that all the loaders of a page ask and that is answered once for them. */
export function oncePerRequest<A, T>(answer: (about: A) => Promise<T>): (about: A) => Promise<T> {
  const answers = new WeakMap<Asked, Promise<T>>();
  return (about) => {
    const request = asked.getStore();
    if (!request) return answer(about);
    const known = answers.get(request) ?? answer(about);
    answers.set(request, known);
    return known;
  };
}
