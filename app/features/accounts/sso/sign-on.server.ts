import { randomBytes } from 'node:crypto';

import { theConfig } from '#app/platform/config.server.ts';
import { theDatabase } from '#app/platform/database/client.server.ts';
import { ok, refuse } from '#app/platform/result.ts';

import { maySignOn } from '../abuse.server.ts';
import { admit, holdPlace, recordFailure, renewSession } from '../admission.server.ts';
import { findWays } from '../factors/confirm.server.ts';
import { localPath } from '../rules.ts';
import { personOf } from '../session.server.ts';
import { signOnCookie } from '../sessions/cookies.server.ts';
import { beginTrip, endTrip, linkIdentity, type Trip } from './commands.server.ts';
import type { SignOnForm } from './forms.ts';
import { discover, newQuestion } from './provider.server.ts';
import { findSignOnByDomain, findSignOnOf, standingOf, type SignOn } from './queries.server.ts';
import { domainOf, owesSecondStep } from './rules.ts';
import { registrationOf } from './sealed.server.ts';

/** Where the browser is to go, with the cookie by which it is known when it comes back. */
export type Departure = { address: string; host: string; organisation: string };

/** The way to the provider of whoever has such an address; the same answer where nobody has one. */
export async function leaveToSignIn({ email, next }: SignOnForm) {
  const seconds = await maySignOn();
  if (seconds > 0) return { ...refuse('too_many'), seconds };
  const signOn = await findSignOnByDomain(theDatabase().db, domainOf(email));
  if (!signOn) return refuse('not_set_up');
  return leave(signOn, { next: localPath(next) }, { email });
}

/** The same for somebody signed in, who must sign in there anew. */
export async function leaveToConfirm(request: Request, next: string | undefined) {
  const person = await personOf(request);
  if (!person) return refuse('not_set_up');
  const seconds = await maySignOn();
  if (seconds > 0) return { ...refuse('too_many'), seconds };
  const { accountId, organisationId } = person.actor;
  const ways = await findWays(person);
  // Never with less than what they sign in with.
  if (ways.code || ways.passkey) return refuse('other_way');
  const signOn = await findSignOnOf(theDatabase().db, organisationId);
  if (!signOn) return refuse('not_set_up');
  return leave(signOn, { next: localPath(next), accountId }, { email: person.email, anew: true });
}

type Wish = { email: string; anew?: boolean };

async function leave(signOn: SignOn, trip: Pick<Trip, 'next' | 'accountId'>, wish: Wish) {
  const provider = await discover(registrationOf(signOn));
  if (!provider.ok) return refuse('provider_down');
  const question = newQuestion();
  const browser = randomBytes(24).toString('base64url');
  const { organisationId, organisation } = signOn;
  const here = { db: theDatabase().db, now: new Date() };
  await beginTrip(here, { ...trip, question, organisationId }, browser);
  const address = await provider.value.addressFor(question, wish);
  const departure: Departure = { address, host: new URL(address).host, organisation };
  return ok({ departure, headers: new Headers([['Set-Cookie', await signOnCookie.write(browser)]]) });
}

/** Somebody comes back from a provider: who they are, and where they go on to. */
export async function comeBack(request: Request) {
  const { db } = theDatabase();
  const now = new Date();
  // What the browser asked for, under the address that the provider was given, whatever proxies stand in front.
  const back = new URL(new URL(request.url).search, `${theConfig().ORIGIN}/sign-in/sso/callback`);
  const browser = await signOnCookie.read(request);
  const trip = await endTrip({ db, now }, back.searchParams.get('state') ?? '', browser ?? '');
  if (!trip) return refuse('trip_over');
  const signOn = await findSignOnOf(db, trip.organisationId);
  if (!signOn) return refuse('not_set_up');
  const provider = await discover(registrationOf(signOn));
  if (!provider.ok) return refuse('provider_down');
  const identity = await provider.value.identify(
    back,
    trip.question,
    trip.accountId ? trip.begunAt : undefined,
  );
  if (!identity.ok) {
    if (trip.accountId) await recordFailure(trip.accountId, 'single_sign_on');
    return identity;
  }
  const outcome = await linkIdentity({ db, now }, trip.organisationId, identity.value);
  if (!outcome.ok) {
    if (outcome.known) await recordFailure(outcome.known, 'single_sign_on');
    return refuse(outcome.refusal);
  }
  const { accountId } = outcome.value;
  return trip.accountId ? confirmed(request, trip, accountId) : letIn(request, trip, accountId);
}

async function letIn(request: Request, { organisationId, next }: Trip, accountId: string) {
  const standing = await standingOf(theDatabase().db, accountId);
  if (owesSecondStep(standing, organisationId)) {
    const to = `/sign-in/second-factor?next=${encodeURIComponent(next)}`;
    return onTo(to, await holdPlace(accountId));
  }
  const admission = await admit(request, accountId, 'single_sign_on', organisationId);
  return admission.ok ? onTo(next, admission.headers) : refuse('not_invited');
}

async function onTo(to: string, headers: Headers) {
  headers.append('Set-Cookie', await signOnCookie.clear());
  return ok({ to, headers });
}

/** Only the person who left may come back, in the session they left from. */
async function confirmed(request: Request, { accountId: left, next }: Trip, accountId: string) {
  const person = await personOf(request);
  if (left !== accountId || person?.actor.accountId !== accountId) {
    await recordFailure(left ?? accountId, 'single_sign_on');
    return refuse('somebody_else');
  }
  const headers = await renewSession(request, { confirmedBy: 'single_sign_on' });
  return headers ? onTo(next, headers) : refuse('somebody_else');
}
