import type { IncomingMessage, ServerResponse } from 'node:http';

import type { KeyScope } from '#app/features/accounts/keys/model.ts';
import { theConfig } from '#app/platform/config.server.ts';
import { theDatabase } from '#app/platform/database/client.server.ts';
import { etagOf, sendKept, type Kept } from '#app/platform/kept/answers.server.ts';
import { keptAnswers, theReplica } from '#app/platform/kept/process.server.ts';
import { readOn } from '#app/platform/kept/reading.server.ts';
import { keptUnder, notKept, tagOfPath } from '#app/platform/kept/network.ts';
import { log } from '#app/platform/operation/log.server.ts';
import { within } from '#app/platform/operation/within.ts';

import { Streamed, Typed, type Asking } from './asking.ts';
import { certificate } from './certificates.server.ts';
import { certificateStatus, statusList } from './credentials.server.ts';
import { description, enumerations } from './described/described.server.ts';
import {
  addressOf,
  apiLimits,
  limitHeaders,
  needScope,
  whoAsks,
  type Caller,
  type Ground,
} from './door.server.ts';
import { dump, dumpSignature } from './dump/dump.server.ts';
import { Problem, problems, type ProblemCode } from './problem.ts';
import { posted } from './posted.server.ts';
import { history, recruiter, recruiters } from './recruiters.server.ts';
import { sendStreamed } from './dump/streamed.server.ts';
import { receipt } from './verifications.server.ts';
import { watches } from './watches.server.ts';

/** A database that hangs is one that does not answer: whoever asks is told so. */
const patienceMs = 10_000;

type Resource = (asking: Asking, name: string) => Promise<unknown>;

/** `register`: it may be read on a replica; `kept`: it depends on nothing but the register and the day, and is kept as well. */
type Reads = 'kept' | 'register' | 'own';
type Addressed = [RegExp, Resource, KeyScope, reads?: Reads];

/**
 * Every address of version 1 that is answered, and what a key must be made for; a resource's name is the last group. Without
 * another word an answer is of the database itself.
 */
const resources: Addressed[] = [
  [/^\/api\/v1\/recruiters$/, recruiters, 'register:read', 'register'],
  [/^\/api\/v1\/recruiters\/([^/]{1,60})$/, recruiter, 'register:read', 'kept'],
  [/^\/api\/v1\/recruiters\/([^/]{1,60})\/history$/, history, 'register:read', 'kept'],
  [/^\/api\/v1\/certificates\/([^/]{1,60})$/, certificate, 'register:read', 'kept'],
  [/^\/api\/v1\/verifications\/([^/]{1,60})\/receipt$/, receipt, 'verifications:write'],
  [/^\/api\/v1\/certificates\/([^/]{1,60})\/status$/, certificateStatus, 'register:read'],
  [/^\/api\/v1\/status-lists\/([^/]{1,60})$/, statusList, 'register:read'],
  [/^\/api\/v1\/dump$/, dump, 'register:read'],
  [/^\/api\/v1\/dump\/signature$/, dumpSignature, 'register:read'],
  [/^\/api\/v1\/watches$/, watches, 'watches:write'],
  [/^\/api\/v1\/enumerations$/, enumerations, 'register:read', 'kept'],
  [/^\/api\/openapi\.json$/, description, 'register:read', 'kept'],
];

/** The addresses that are read, for whoever describes them. */
export const readAddresses: readonly RegExp[] = resources.map(([pattern]) => pattern);

let ground: Ground | undefined;

/** What this process answers with. */
export const theGround = () =>
  (ground ??= {
    ...theDatabase(),
    origin: theConfig().ORIGIN,
    limits: apiLimits(theConfig().API_LIMIT_PER_MINUTE),
    kept: keptAnswers(),
    replica: theReplica(),
    network: theConfig().CDN_PURGE_URL !== undefined,
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
    const reads = request.method === 'GET' || request.method === 'HEAD';
    const answer = reads
      ? await within(patienceMs, read(ground, caller, request))
      : toKept(await posted(ground, caller, request));
    if (answer instanceof Streamed) await sendStreamed(request, response, answer.saying(limits));
    else sendKept(request, response, saying(answer, limits));
  } catch (error) {
    refuse(response, error, limits);
  }
}

async function read(ground: Ground, caller: Caller, request: IncomingMessage): Promise<Kept | Streamed> {
  const now = ground.clock?.() ?? new Date();
  const { accept = '' } = request.headers;
  // Whoever asks for a credential is not given the plain answer another was.
  const key = /application\/vc/i.test(accept) ? undefined : (request.url ?? '');
  const known = key === undefined ? undefined : ground.kept?.find(key, now);
  if (known) {
    needScope(caller, 'register:read');
    return forNetwork(ground, caller, known, { path: key ?? '', now });
  }
  const begun = ground.kept?.begin(now);
  const { db, origin, signing, storage } = ground;
  const { pathname, searchParams: query } = addressOf(request, origin);
  const [resource, name, needed, reads] = find(pathname);
  needScope(caller, needed);
  const { answer: said, asOf } = await readOn(
    reads === 'own' ? undefined : ground.replica,
    { db, actor: caller.actor, now },
    (scope, at) => resource({ scope, origin, query, accept, signing, storage, asOf: at }, name),
  );
  if (said instanceof Streamed) return said.saying(headers);
  const answer = toKept(said);
  const kept = reads === 'kept' && query.size === 0 && key !== undefined;
  if (kept) ground.kept?.keep(key, begun, answer);
  const told = kept ? forNetwork(ground, caller, answer, { path: key, now }) : answer;
  return asOf ? { ...told, headers: { ...told.headers, 'Data-As-Of': asOf.toISOString() } } : told;
}

/** Only what is one recruiter's, was asked without a key and is forgotten when its standing changes, may a network keep. */
function forNetwork(
  { network }: Ground,
  { scopes }: Caller,
  answer: Kept,
  { path, now }: { path: string; now: Date },
): Kept {
  const tag = network && !scopes ? tagOfPath(path) : undefined;
  return tag === undefined ? answer : { ...answer, headers: { ...answer.headers, ...keptUnder(tag, now) } };
}

/** What is left to whoever asked; not in what a network stores, headers and all, and hands to others (RFC 9111, 3.1). */
const saying = (answer: Kept, limits: Record<string, string>): Kept =>
  'Cache-Tag' in answer.headers ? answer : { ...answer, headers: { ...answer.headers, ...limits } };

function find(pathname: string): [Resource, string, KeyScope, Reads] {
  for (const [pattern, resource, needed, reads = 'own'] of resources) {
    const match = pattern.exec(pathname);
    if (match) return [resource, decoded(match[1] ?? ''), needed, reads];
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
  ...notKept,
  Vary: 'Accept',
};

function toKept(answer: unknown): Kept {
  const typed = answer instanceof Typed;
  const body = Buffer.from(typed ? answer.body : JSON.stringify(answer));
  const type = { 'Content-Type': typed ? answer.type : 'application/json; charset=utf-8' };
  return { body, etag: etagOf(body), headers: { ...headers, ...type } };
}

/** An answer that could not be had is 503, never a "no". */
function refuse(response: ServerResponse, error: unknown, limits: Record<string, string>) {
  const problem = error instanceof Problem ? error : new Problem('unavailable');
  if (error !== problem) log.error({ err: error }, 'the API could not answer');
  const [status, title] = problems[problem.code];
  const retry = problem.code === 'unavailable' ? { 'Retry-After': '5' } : {};
  const type = { 'Content-Type': 'application/problem+json' };
  response.writeHead(status, { ...headers, ...limits, ...retry, ...problem.headers, ...type });
  response.end(JSON.stringify(bodyOf(problem.code, { status, title, detail: problem.detail })));
}

const bodyOf = (code: ProblemCode, about: { status: number; title: string; detail: string | undefined }) => ({
  type: `about:blank#${code}`,
  code,
  ...about,
});
