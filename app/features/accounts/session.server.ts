import { redirect } from '@remix-run/node';
import type { Kysely } from 'kysely';
import { Lucia, TimeSpan } from 'lucia';

import { theConfig } from '#app/platform/config.server.ts';
import { theDatabase } from '#app/platform/database.server.ts';
import type { Actor, Role, Scope, SignedIn, System, Visitor } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { findActor, findCredentials, type Person } from './queries.server.ts';
import { passwordMatches } from './password.server.ts';
import { sessionAdapter } from './session-adapter.server.ts';

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof sessions>;
    DatabaseSessionAttributes: { membershipId: string };
  }
}

const sessions = (db: Kysely<Database>, secure: boolean) =>
  new Lucia(sessionAdapter(db), {
    sessionExpiresIn: new TimeSpan(12, 'h'),
    sessionCookie: {
      name: 'fairroute_session',
      expires: true,
      attributes: { secure, sameSite: 'lax', path: '/' },
    },
    getSessionAttributes: ({ membershipId }) => ({ membershipId }),
  });

let lucia: ReturnType<typeof sessions> | undefined;
const theSessions = () => (lucia ??= sessions(theDatabase().db, theConfig().ORIGIN.startsWith('https:')));

type Admitted<K extends Role | 'visitor'> = 'visitor' extends K
  ? SignedIn | Visitor
  : Extract<SignedIn, { kind: K }>;

/**
 * The door: who comes in, and what they then see by. The only way a route reaches data. `visitor` admits everyone;
 * any other kind needs a session: without one the sign-in page, with another role 403.
 */
export async function enter<K extends Role | 'visitor'>(
  request: Request,
  ...kinds: K[]
): Promise<Scope<Admitted<K>>> {
  const { db } = theDatabase();
  const actor = (await personOf(request))?.actor ?? { kind: 'visitor' as const };
  if (isAdmitted<K>(actor, kinds)) return { db, actor, now: new Date() };
  if (actor.kind !== 'visitor') throw new Response('Forbidden', { status: 403 });
  const { pathname, search } = new URL(request.url);
  throw redirect(`/sign-in?next=${encodeURIComponent(pathname + search)}`);
}

const isAdmitted = <K extends Role | 'visitor'>(
  actor: Actor,
  kinds: readonly string[],
): actor is Exclude<Admitted<K>, System> => kinds.includes('visitor') || kinds.includes(actor.kind);

/** Name and organisation of whoever is signed in, for the frame around a page. */
export const viewerOf = async (request: Request) => (await personOf(request))?.viewer;

async function personOf(request: Request): Promise<Person | undefined> {
  const sessionId = theSessions().readSessionCookie(request.headers.get('Cookie') ?? '');
  if (!sessionId) return undefined;
  const { session } = await theSessions().validateSession(sessionId);
  return session ? findActor(theDatabase().db, session.userId, session.membershipId) : undefined;
}

/** A cookie for a new session, or undefined: never saying whether the address or the password was wrong. */
export async function signIn({ db }: Pick<Scope, 'db'>, form: { email: string; password: string }) {
  const credentials = await findCredentials(db, form.email);
  const matches = await passwordMatches(credentials?.passwordHash, form.password);
  if (!credentials || !matches) return undefined;
  const { id } = await theSessions().createSession(credentials.accountId, {
    membershipId: credentials.membershipId,
  });
  return theSessions().createSessionCookie(id).serialize();
}

/** Ends the session and answers with the cookie that removes it. */
export async function signOut(request: Request) {
  const sessionId = theSessions().readSessionCookie(request.headers.get('Cookie') ?? '');
  if (sessionId) await theSessions().invalidateSession(sessionId);
  return theSessions().createBlankSessionCookie().serialize();
}

/** The address people type for this installation, for pages that print it. */
export const installation = () => theConfig().ORIGIN;
