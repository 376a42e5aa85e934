import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

import type { RequestHandler } from 'express';

/** What is known of the request being answered, before anything of it is read. */
type Asked = {
  /** Where it came from, as the proxies in front say; documented in `TRUST_PROXY`. */
  address: string;
  /** What the browser says it is. */
  userAgent: string;
  /** Names the scripts and styles this very page may hold. */
  nonce: string;
  /** Something is sent: what the loaders of the page say comes after its action, and for the same request. */
  sending: boolean;
};

const asked = new AsyncLocalStorage<Asked>();

/** Express middleware: everything that follows happens in this request. */
export const inRequest: RequestHandler = (request, _response, next) => {
  const address = request.ip ?? '';
  const userAgent = request.get('User-Agent') ?? '';
  const sending = request.method !== 'GET' && request.method !== 'HEAD';
  asked.run({ address, userAgent, nonce: randomBytes(16).toString('base64'), sending }, next);
};

const nowhere: Asked = { address: '', userAgent: '', nonce: '', sending: false };

/** Address, browser and nonce of the request being answered; empty outside one. */
export const theRequest = (): Asked => asked.getStore() ?? nowhere;

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
