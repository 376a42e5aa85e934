import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

import { theConfig } from '#app/platform/config.server.ts';
import { theDatabase } from '#app/platform/database.server.ts';
import { log } from '#app/platform/operation/log.server.ts';
import type { Scope, Visitor } from '#app/platform/scope.ts';

import type { Asking } from './asking.ts';
import { certificate } from './certificates.server.ts';
import { Problem, problems, type ProblemCode } from './problem.ts';
import { history, recruiter, recruiters } from './recruiters.server.ts';

type Resource = (asking: Asking, name: string) => Promise<unknown>;

/** Every address of version 1 that is answered; a resource's name is the last group. */
const resources: [RegExp, Resource][] = [
  [/^\/api\/v1\/recruiters$/, recruiters],
  [/^\/api\/v1\/recruiters\/([^/]{1,60})$/, recruiter],
  [/^\/api\/v1\/recruiters\/([^/]{1,60})\/history$/, history],
  [/^\/api\/v1\/certificates\/([^/]{1,60})$/, certificate],
];

/** Answers on this process's database. */
export const answerApi = (request: IncomingMessage, response: ServerResponse) =>
  answerWith({ db: theDatabase().db, origin: theConfig().ORIGIN }, request, response);

type Ground = { db: Scope['db']; origin: string };

/** Answers one request of the public API; whatever happens, the answer is JSON with a stable code. */
export async function answerWith({ db, origin }: Ground, request: IncomingMessage, response: ServerResponse) {
  try {
    if (request.method !== 'GET' && request.method !== 'HEAD') throw new Problem('method_not_allowed');
    const { pathname, searchParams: query } = new URL(request.url ?? '/', origin);
    const [resource, name] = find(pathname);
    const scope: Scope<Visitor> = { db, actor: { kind: 'visitor' }, now: new Date() };
    send(request, response, JSON.stringify(await resource({ scope, origin, query }, name)));
  } catch (error) {
    refuse(response, error);
  }
}

function find(pathname: string): [Resource, string] {
  for (const [pattern, resource] of resources) {
    const match = pattern.exec(pathname);
    if (match) return [resource, decoded(match[1] ?? '')];
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

function send(request: IncomingMessage, response: ServerResponse, body: string) {
  const etag = `W/"${createHash('sha1').update(body).digest('base64url')}"`;
  if (request.headers['if-none-match'] === etag)
    return void response.writeHead(304, { ...headers, ETag: etag }).end();
  response.writeHead(200, { ...headers, ETag: etag, 'Content-Type': 'application/json; charset=utf-8' });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** An answer that could not be had is 503, never a "no". */
function refuse(response: ServerResponse, error: unknown) {
  const problem = error instanceof Problem ? error : new Problem('unavailable');
  if (error !== problem) log.error({ err: error }, 'the API could not answer');
  const [status, title] = problems[problem.code];
  const retry = problem.code === 'unavailable' ? { 'Retry-After': '5' } : {};
  const allow = problem.code === 'method_not_allowed' ? { Allow: 'GET, HEAD' } : {};
  response.writeHead(status, { ...headers, ...retry, ...allow, 'Content-Type': 'application/problem+json' });
  response.end(JSON.stringify(bodyOf(problem.code, { status, title, detail: problem.detail })));
}

const bodyOf = (code: ProblemCode, about: { status: number; title: string; detail: string | undefined }) => ({
  type: `about:blank#${code}`,
  code,
  ...about,
});
