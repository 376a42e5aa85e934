import { redirect } from '@remix-run/node';
import type { Kysely } from 'kysely';
import { Lucia, TimeSpan } from 'lucia';

import { theConfig } from '#app/platform/config.server.ts';
import { theDatabase } from '#app/platform/database/client.server.ts';
import { oncePerRequest, theRequest } from '#app/platform/request.server.ts';
import type { Actor, Role, Scope, SignedIn, System, Visitor } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { sessionAdapter, type Opening, type SessionAttributes } from './sessions/adapter.server.ts';
import { confirmedLately, isStrong, isVouchedFor, needsFactor } from './sessions/rules.ts';
import type { Person } from './sessions/person.ts';

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof sessions>;
    DatabaseSessionAttributes: SessionAttributes;
  }
}

const secure = () => theConfig().ORIGIN.startsWith('https:');

/** A moment: lucia would push a session's end on while it is used; ours end by the limits of their role. */
const momentary = new TimeSpan(1, 'ms');

const sessions = (db: Kysely<Database>) =>
  new Lucia(sessionAdapter(db), {
    sessionExpiresIn: momentary,
    sessionCookie: {
      // Browsers take a name with this prefix only with Secure, for the whole host and for no other.
      name: secure() ? '__Host-fairroute_session' : 'fairroute_session',
      expires: false,
      attributes: { secure: secure(), sameSite: 'lax', path: '/' },
    },
    getSessionAttributes: ({ person }) => ({ person }),
  });

/** Who a page is for: a role, anyone, owners of an organisation, or those who still owe their role a second factor. */
export type Entrant = Role | 'visitor' | 'owner' | 'enrolling';

type Admitted<K extends Entrant> = 'visitor' extends K
  ? SignedIn | Visitor
  : 'owner' extends K
    ? SignedIn
    : 'enrolling' extends K
      ? SignedIn
      : Extract<SignedIn, { kind: K }>;

/**
 * The door: who comes in, and what they then see by. The only way a route reaches data. `visitor` admits everyone;
 * any other kind needs a session: without one the sign-in page, with another role 403. Whoever owes a second factor
 * is led to it from everywhere but the pages for `enrolling`.
 */
export async function enter<K extends Entrant>(request: Request, ...kinds: K[]): Promise<Scope<Admitted<K>>> {
  const { db } = theDatabase();
  const person = await personOf(request);
  const owes = person !== undefined && owesFactor(person) && !admits(kinds, 'enrolling');
  const actor = person && !owes ? person.actor : { kind: 'visitor' as const };
  if (isAdmitted<K>(actor, kinds)) return { db, actor, now: new Date() };
  // A page's own script cannot follow anybody to a sign-in page: it is told so, and keeps what it has.
  if (isScript(request) && (owes || actor.kind === 'visitor')) throw new Response('Sign in', { status: 401 });
  if (owes) throw redirect('/me/factors');
  if (actor.kind !== 'visitor') throw new Response('Forbidden', { status: 403 });
  const { pathname, search } = new URL(request.url);
  throw redirect(`/sign-in?next=${encodeURIComponent(pathname + search)}`);
}

/** Browsers say of each request what the answer is for; a page cannot change what they say. */
const isScript = ({ headers }: Request) => headers.get('Sec-Fetch-Dest') === 'empty';

const admits = (kinds: readonly string[], kind: string) => kinds.includes(kind);

const isAdmitted = <K extends Entrant>(
  actor: Actor,
  kinds: readonly string[],
): actor is Exclude<Admitted<K>, System> => {
  if (admits(kinds, 'visitor') || admits(kinds, actor.kind)) return true;
  if (actor.kind === 'visitor' || actor.kind === 'system') return false;
  return admits(kinds, 'enrolling') || (admits(kinds, 'owner') && actor.owner === true);
};

/** The accounts of a demonstration have known passwords and no second factor: nothing in it is real. */
export const owesFactor = ({ actor, hasFactor, method }: Pick<Person, 'actor' | 'hasFactor' | 'method'>) =>
  needsFactor(actor.kind) && !(hasFactor && isStrong(method)) && !theConfig().DEMO;

/** Name and organisation of whoever is signed in, for the frame around a page. */
export const viewerOf = async (request: Request) => (await personOf(request))?.viewer;

/** Whoever is behind the request's session; one statement, once a request. */
export const personOf = oncePerRequest(async (request: Request): Promise<Person | undefined> => {
  const sessionId = sessionIdOf(request);
  if (!sessionId) return undefined;
  const { session } = await sessions(theDatabase().db).validateSession(sessionId);
  return session?.person;
});

const sessionIdOf = (request: Request) =>
  sessions(theDatabase().db).readSessionCookie(request.headers.get('Cookie') ?? '');

/** True when whoever asks said within ten minutes who they are: before what cannot be undone (rule of the scheme). */
export async function isConfirmed(request: Request) {
  const person = await personOf(request);
  return person !== undefined && !isVouchedFor(person) && confirmedLately(person.confirmedAt, new Date());
}

/**
 * On the way to a page that needs it: first to the page that asks who it is, then back. A form that was sent is not led
 * away: its action says so in words and the answers stay.
 */
export async function askWhoItIs(request: Request) {
  // The loader also runs when the action has answered: leaving then would lose what was typed.
  if (theRequest().sends || (await isConfirmed(request))) return;
  const { pathname, search } = new URL(request.url);
  throw redirect(`/confirm-identity?next=${encodeURIComponent(pathname + search)}`);
}

/** Begins a session for a membership; answers with its cookie. Takes what the transaction holds, or the pool. */
export async function openSession(db: Kysely<Database>, accountId: string, opening: Opening) {
  const lucia = sessions(db);
  const { id } = await lucia.createSession(accountId, { opening });
  return lucia.createSessionCookie(id).serialize();
}

/** Ends the session and answers with the cookie that removes it. */
export async function signOut(request: Request) {
  const lucia = sessions(theDatabase().db);
  const sessionId = sessionIdOf(request);
  if (sessionId) await lucia.invalidateSession(sessionId);
  return lucia.createBlankSessionCookie().serialize();
}

/** The address people type for this installation, for pages that print it. */
export const installation = () => theConfig().ORIGIN;
