import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

import type { KeyScope } from '#app/features/accounts/keys/model.ts';
import { theConfig } from '#app/platform/config.server.ts';
import { theDatabase } from '#app/platform/database/client.server.ts';
import { log } from '#app/platform/operation/log.server.ts';

import type { Asking } from './asking.ts';
import { certificate } from './certificates.server.ts';
import { apiLimits, limitHeaders, needScope, whoAsks, type Ground } from './door.server.ts';
import { Problem, problems, type ProblemCode } from './problem.ts';
import { history, recruiter, recruiters } from './recruiters.server.ts';

type Resource = (asking: Asking, name: string) => Promise<unknown>;

/** Every address of version 1 that is answered, and what a key must be made for; a resource's name is the last group. */
const resources: [RegExp, Resource, KeyScope][] = [
  [/^\/api\/v1\/recruiters$/, recruiters, 'register:read'],
  [/^\/api\/v1\/recruiters\/([^/]{1,60})$/, recruiter, 'register:read'],
  [/^\/api\/v1\/recruiters\/([^/]{1,60})\/history$/, history, 'register:read'],
  [/^\/api\/v1\/certificates\/([^/]{1,60})$/, certificate, 'register:read'],
];

let ground: Ground | undefined;

/** What this process answers with. */
const theGround = () =>
  (ground ??= {
    ...theDatabase(),
    origin: theConfig().ORIGIN,
    limits: apiLimits(theConfig().API_LIMIT_PER_MINUTE),
  });

/** Answers on this process's database; `address` is where the question came from. */
export const answerApi = (request: IncomingMessage, response: ServerResponse, address: string) =>
  answerWith(theGround(), request, response, address);

/** Answers one request of the public API; whatever happens, the answer is JSON with a stable code. */
export async function answerWith(
  ground: Ground,
  request: IncomingMessage,
  response: ServerResponse,
  address: string,
) {
  let limits: Record<string, string> = {};
  try {
    const caller = await whoAsks(ground, request, address);
    limits = limitHeaders(caller.room);
    if (request.method !== 'GET' && request.method !== 'HEAD') throw new Problem('method_not_allowed');
    const { db, origin } = ground;
    const { pathname, searchParams: query } = addressOf(request, origin);
    const [resource, name, needed] = find(pathname);
    needScope(caller, needed);
    const scope = { db, actor: caller.actor, now: new Date() };
    const answer = await resource({ scope, origin, query }, name);
    send(request, response, { body: JSON.stringify(answer), limits });
  } catch (error) {
    refuse(response, error, limits);
  }
}

/** PostgreSQL stores no null character: whoever asks for one asks for nothing we could have. */
function addressOf({ url = '/' }: IncomingMessage, origin: string) {
  if (url.includes('%00')) throw new Problem('invalid_parameter', 'a parameter holds a null character');
  return new URL(url, origin);
}

function find(pathname: string): [Resource, string, KeyScope] {
  for (const [pattern, resource, needed] of resources) {
    const match = pattern.exec(pathname);
    if (match) return [resource, decoded(match[1] ?? ''), needed];
  }
  throw new Problem('unknown_address');
}

function decoded(part: string) {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new Problem('unknown_address');
  }
}

/** `no-cache`: whoever keeps an answer asks again before using it, so that a suspension is seen at once. */
const headers = {
  'Access-Control-Allow-Origin': '*',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-cache',
};

type Answer = { body: string; limits: Record<string, string> };

function send(request: IncomingMessage, response: ServerResponse, { body, limits }: Answer) {
  const etag = `W/"${createHash('sha1').update(body).digest('base64url')}"`;
  if (request.headers['if-none-match'] === etag)
    return void response.writeHead(304, { ...headers, ...limits, ETag: etag }).end();
  const type = { 'Content-Type': 'application/json; charset=utf-8' };
  response.writeHead(200, { ...headers, ...limits, ...type, ETag: etag });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** An answer that could not be had is 503, never a "no". */
function refuse(response: ServerResponse, error: unknown, limits: Record<string, string>) {
  const problem = error instanceof Problem ? error : new Problem('unavailable');
  if (error !== problem) log.error({ err: error }, 'the API could not answer');
  const [status, title] = problems[problem.code];
  const retry = problem.code === 'unavailable' ? { 'Retry-After': '5' } : {};
  const allow = problem.code === 'method_not_allowed' ? { Allow: 'GET, HEAD' } : {};
  const type = { 'Content-Type': 'application/problem+json' };
  response.writeHead(status, { ...headers, ...limits, ...retry, ...allow, ...problem.headers, ...type });
  response.end(JSON.stringify(bodyOf(problem.code, { status, title, detail: problem.detail })));
}

const bodyOf = (code: ProblemCode, about: { status: number; title: string; detail: string | undefined }) => ({
  type: `about:blank#${code}`,
  code,
  ...about,
});
