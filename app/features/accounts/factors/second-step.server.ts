import type { SubmissionResult } from '@conform-to/react';
import { redirect } from '@remix-run/node';

import { refused, tooMany } from '#app/platform/http.server.ts';
import { theDatabase } from '#app/platform/database/client.server.ts';

import { mayTry, trySucceeded } from '../abuse.server.ts';
import { admit, findHeldPlace, recordFailure, type FailedStep } from '../admission.server.ts';
import type { Method } from '../sessions/adapter.server.ts';
import { spendCode, spendRecoveryCode } from './commands.server.ts';
import type { Assertion } from './forms.ts';
import { asserted, assertionOptions, findPasskey } from './passkey.server.ts';
import { findFactors } from './queries.server.ts';

/** What a second step comes to; `headers` hold the cookies to set. */
export type Step =
  | { ok: true; headers: Headers }
  | { ok: false; refusal: string }
  | { ok: false; refusal: 'too_many'; seconds: number };

type Proof = { step: FailedStep; refusal: string; check: () => Promise<boolean> };

/** Counts wrong tries of one account's proof, tells the trail of them, and lets no more than a few be made. */
export async function proven(accountId: string, { step, refusal, check }: Proof): Promise<Step | undefined> {
  const seconds = await mayTry(accountId);
  if (seconds > 0) return { ok: false, refusal: 'too_many', seconds };
  if (await check()) {
    await trySucceeded(accountId);
    return undefined;
  }
  await recordFailure(accountId, step);
  return { ok: false, refusal };
}

async function admitted(request: Request, accountId: string, method: Method): Promise<Step> {
  const admission = await admit(request, accountId, method);
  return admission.ok ? { ok: true, headers: admission.headers } : { ok: false, refusal: 'no_place' };
}

/** Undefined when nobody waits in this browser: their ten minutes are over, or they never gave a password. */
export async function finishWithCode(request: Request, code: string): Promise<Step | undefined> {
  const accountId = await findHeldPlace(request);
  if (accountId === undefined) return undefined;
  const { db } = theDatabase();
  const check = () => spendCode({ db, now: new Date() }, accountId, code);
  const failed = await proven(accountId, { step: 'code', refusal: 'wrong_code', check });
  return failed ?? admitted(request, accountId, 'password_and_code');
}

/** The same with a code from paper. */
export async function finishWithRecoveryCode(request: Request, code: string): Promise<Step | undefined> {
  const accountId = await findHeldPlace(request);
  if (accountId === undefined) return undefined;
  const scope = { db: theDatabase().db, now: new Date(), actor: { kind: 'visitor' as const } };
  const check = () => spendRecoveryCode(scope, accountId, code);
  const failed = await proven(accountId, { step: 'code', refusal: 'wrong_recovery_code', check });
  return failed ?? admitted(request, accountId, 'recovery_code');
}

/** What the page asks the browser for, as text for its script. */
export const signInQuestion = async () =>
  JSON.stringify(
    await assertionOptions(theDatabase().db, { purpose: 'sign_in', accountId: null, now: new Date() }),
  );

/** A passkey alone: something one has, opened by something one is or knows. */
export async function signInWithPasskey(request: Request, credential: Assertion): Promise<Step> {
  const { db } = theDatabase();
  const owner = await findPasskey(db, credential.id);
  // A passkey nobody has counts against the address it came from, like an address nobody has.
  if (!owner) {
    const seconds = await mayTry(credential.id);
    if (seconds > 0) return { ok: false, refusal: 'too_many', seconds };
    return { ok: false, refusal: 'passkey_refused' };
  }
  const asked = { purpose: 'sign_in' as const, accountId: null, now: new Date() };
  const check = async () => (await asserted(db, credential, asked)) === owner.accountId;
  const failed = await proven(owner.accountId, { step: 'passkey', refusal: 'passkey_refused', check });
  return failed ?? admitted(request, owner.accountId, 'passkey');
}

/** Which ways the person who waits in this browser has; undefined when nobody waits. */
export async function heldWays(request: Request) {
  const accountId = await findHeldPlace(request);
  if (accountId === undefined) return undefined;
  const { authenticatorSince, passkeys } = await findFactors(theDatabase().db, accountId);
  return { code: authenticatorSince !== null, passkey: passkeys.length > 0 };
}

/** A step's answer to the browser: on with the new session's cookies, or the same page with a no in words. */
export function stepAnswer(step: Step | undefined, next: string, reply: SubmissionResult<string[]>) {
  if (!step) return redirect(`/sign-in?next=${encodeURIComponent(next)}`);
  if (step.ok) return redirect(next, { headers: step.headers });
  return 'seconds' in step ? tooMany(step.seconds, reply) : refused(step.refusal, reply);
}
