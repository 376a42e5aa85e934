import type { IncomingMessage } from 'node:http';

import type { KeyScope } from '#app/features/accounts/keys/model.ts';
import { within } from '#app/platform/operation/within.ts';

import type { Asking, Sent } from './asking.ts';
import { bodyOf, mediaTypeOf } from './body.server.ts';
import { addressOf, needScope, type Caller, type Ground } from './door.server.ts';
import { Problem } from './problem.ts';
import { verify } from './verifications.server.ts';
import { addWatch, removeWatch } from './watches.server.ts';

type Resource = (asking: Asking & { sent: Sent }, name: string) => Promise<unknown>;

/** Every address of version 1 that changes something, how, and what a key must be made for; a name is the last group. */
const resources: ['POST' | 'DELETE', RegExp, Resource, KeyScope][] = [
  ['POST', /^\/api\/v1\/verifications$/, verify, 'verifications:write'],
  ['POST', /^\/api\/v1\/watches$/, addWatch, 'watches:write'],
  ['DELETE', /^\/api\/v1\/watches\/([^/]{1,60})$/, removeWatch, 'watches:write'],
];

/** The addresses that take something, and how. */
export const writtenAddresses = resources.map(([method, pattern]) => ({ method, pattern }));

/** A database that hangs is one that does not answer; a long list takes its time: a minute for 10,000 names. */
const patienceWith = (body: Buffer) => 10_000 + body.length / 10;

/** Answers a request that carries something; an address that takes nothing says what it takes. */
export async function posted({ db, origin, signing }: Ground, caller: Caller, request: IncomingMessage) {
  const { pathname, searchParams: query } = addressOf(request, origin);
  const found = resources.find(([, pattern]) => pattern.test(pathname));
  if (!found || request.method !== found[0])
    throw new Problem('method_not_allowed', undefined, { Allow: found ? found[0] : 'GET, HEAD' });
  const [, pattern, resource, needed] = found;
  needScope(caller, needed);
  const key = request.headers['idempotency-key'];
  const idempotencyKey = Array.isArray(key) ? key[0] : key;
  const body = await bodyOf(request);
  const sent = { body, mediaType: mediaTypeOf(request), idempotencyKey, from: caller.address };
  const scope = { db, actor: caller.actor, now: new Date() };
  const asking = { scope, origin, query, sent, signing };
  return within(patienceWith(body), resource(asking, pattern.exec(pathname)?.[1] ?? ''));
}
