import type { IncomingMessage } from 'node:http';

import { wrongKey } from '#app/features/accounts/abuse.server.ts';
import { findKeyHolder } from '#app/features/accounts/keys/holder.server.ts';
import type { KeyScope } from '#app/features/accounts/keys/model.ts';
import { theConfig } from '#app/platform/config.server.ts';
import type { Storage } from '#app/platform/files/storage.server.ts';
import type { KeptAnswers } from '#app/platform/kept/answers.server.ts';
import type { Replica } from '#app/platform/kept/replica.server.ts';
import { within } from '#app/platform/operation/within.ts';
import {
  inMemory,
  networkOf,
  perKeyAndMinute,
  type CounterStore,
  type Room,
} from '#app/platform/limits.server.ts';
import type { Company, Scope, Visitor } from '#app/platform/scope.ts';
import type { Signing } from '#app/platform/signing/signing.server.ts';

import { Problem } from './problem.ts';

/** The two limits of the API; made once a process. */
export const apiLimits = (visitorsPerMinute: number) => ({
  visitors: inMemory({ name: 'visitor', points: visitorsPerMinute, seconds: 60 }),
  keys: inMemory({ name: 'key', points: perKeyAndMinute, seconds: 60 }),
});

/** For the page that tells developers. */
export const questionsAMinute = () => ({ perMinute: theConfig().API_LIMIT_PER_MINUTE, perKeyAndMinute });

export type Ground = {
  db: Scope['db'];
  pool: CounterStore;
  origin: string;
  limits: ReturnType<typeof apiLimits>;
  /** Without them every question is put to the database. */
  kept?: KeptAnswers;
  /** Where the register may be read beside the database. */
  replica?: Replica | undefined;
  /** Whether a network in front is told when a standing changes, and so may keep answers. */
  network?: boolean;
  signing?: Signing;
  storage?: Storage;
  /** Stands in for the time of day where time is played. */
  clock?: () => Date;
};

/** Who asks, and whence; `scopes` only with a key. */
export type Caller = { actor: Visitor | Company; scopes?: string[]; room: Room; address: string };

/** Without a key as a visitor, with one as its company. A key that is none is told so: it is never a visitor. */
export async function whoAsks(ground: Ground, request: IncomingMessage, address: string): Promise<Caller> {
  const { authorization } = request.headers;
  if (authorization === undefined) return visitor(ground, address);
  try {
    return await within(patienceMs, keyed(ground, authorization, address));
  } catch (error) {
    if (error instanceof Problem || !outlivesDatabase(request)) throw error;
    return visitor(ground, address);
  }
}

/** So long is waited for a database that hangs to tell whose a key is. */
const patienceMs = 3000;

/** Status lists are there without a database, the same for everybody: whoever cannot be told apart then is a visitor. */
const outlivesDatabase = ({ url = '' }: IncomingMessage) => url.startsWith('/api/v1/status-lists/');

const visitor = async ({ limits }: Ground, address: string): Promise<Caller> => ({
  actor: { kind: 'visitor' },
  room: counted(await limits.visitors(networkOf(address))),
  address,
});

async function keyed(ground: Ground, authorization: string, address: string): Promise<Caller> {
  const [, key = ''] = /^Bearer +(\S+)$/i.exec(authorization) ?? [];
  const holder = await findKeyHolder(ground.db, key, new Date());
  if (!holder) throw await refusedKey(ground, address);
  const { actor, scopes, keyId } = holder;
  return { actor, scopes, room: counted(await ground.limits.keys(keyId)), address };
}

/** Wrong keys use up the visitor's room too, so that a flood of them stops writing after one limit. */
async function refusedKey({ limits, pool }: Ground, address: string) {
  counted(await limits.visitors(networkOf(address)));
  const seconds = await wrongKey(pool, address);
  if (seconds > 0) return tooMany(seconds, {});
  return new Problem('invalid_key', 'It is mistyped, has ended or was revoked', {
    'WWW-Authenticate': 'Bearer error="invalid_token"',
  });
}

/** PostgreSQL stores no null character: whoever asks for one asks for nothing we could have. */
export function addressOf({ url = '/' }: IncomingMessage, origin: string) {
  if (url.includes('%00')) throw new Problem('invalid_parameter', 'a parameter holds a null character');
  return new URL(url, origin);
}

/** For a resource that needs `scope` when a key is shown; without a key it is open, or it is not there. */
export function needScope({ scopes }: Caller, scope: KeyScope) {
  if (!scopes || scopes.includes(scope)) return;
  throw new Problem('insufficient_scope', `This needs a key with the scope ${scope}`, {
    'WWW-Authenticate': `Bearer error="insufficient_scope", scope="${scope}"`,
  });
}

function counted(room: Room) {
  if (room.full) throw tooMany(room.seconds, limitHeaders(room));
  return room;
}

/** Over a limit, whichever: 429, and how long to wait. */
export const tooMany = (seconds: number, headers: Record<string, string>) =>
  new Problem('too_many_requests', `Ask again in ${seconds} s`, {
    ...headers,
    'Retry-After': String(seconds),
  });

/** As the IETF's draft has them (draft-ietf-httpapi-ratelimit-headers-10). */
export const limitHeaders = ({ limit: { name, points, seconds: window }, left, seconds }: Room) => ({
  RateLimit: `"${name}";r=${left};t=${seconds}`,
  'RateLimit-Policy': `"${name}";q=${points};w=${window}`,
});
