import { theDatabase } from '#app/platform/database/client.server.ts';

import { renewSession } from '../admission.server.ts';
import { passwordMatches } from '#app/platform/sealed/password.server.ts';
import { findCredentials } from '../queries.server.ts';
import { personOf } from '../session.server.ts';
import type { Method } from '../sessions/adapter.server.ts';
import type { Person } from '../sessions/person.ts';
import { spendCode } from './commands.server.ts';
import type { Assertion, ConfirmForm } from './forms.ts';
import { asserted, assertionOptions, registrationOptions } from './passkey.server.ts';
import { findFactors, hasPassword, listCredentials } from './queries.server.ts';
import { waysToConfirm } from './rules.ts';
import { proven, type Step } from './second-step.server.ts';

const nobody: Step = { ok: false, refusal: 'not_confirmed' };

/** How whoever asks may say once more who they are. */
export async function findWays({ actor: { accountId } }: Pick<Person, 'actor'>) {
  const { db } = theDatabase();
  return waysToConfirm(await hasPassword(db, accountId), await findFactors(db, accountId));
}

/** The password once more, and a code where there is an app: before what cannot be undone. */
export async function confirmByPassword(request: Request, { password, code }: ConfirmForm): Promise<Step> {
  const person = await personOf(request);
  if (!person) return nobody;
  const { accountId } = person.actor;
  const ways = await findWays(person);
  if (!ways.password) return { ok: false, refusal: 'other_way' };
  const check = async () => {
    const { db } = theDatabase();
    const credentials = await findCredentials(db, person.email);
    if (!(await passwordMatches(credentials?.passwordHash, password))) return false;
    return !ways.code || spendCode({ db, now: new Date() }, accountId, code ?? '');
  };
  const refusal = ways.code ? 'not_confirmed_with_code' : 'not_confirmed';
  const failed = await proven(accountId, { step: 'password', refusal, check });
  return failed ?? confirmed(request, ways.code ? 'password_and_code' : 'password');
}

async function confirmed(request: Request, confirmedBy: Method): Promise<Step> {
  const headers = await renewSession(request, { confirmedBy });
  return headers ? { ok: true, headers } : nobody;
}

/** What the page asks the browser for: one of this person's own passkeys. */
export async function confirmQuestion({ actor: { accountId } }: Pick<Person, 'actor'>) {
  const { db } = theDatabase();
  const asked = { purpose: 'confirm' as const, accountId, now: new Date() };
  return JSON.stringify(await assertionOptions(db, asked, await listCredentials(db, accountId)));
}

export async function confirmByPasskey(request: Request, credential: Assertion): Promise<Step> {
  const person = await personOf(request);
  if (!person) return nobody;
  const { accountId } = person.actor;
  const asked = { purpose: 'confirm' as const, accountId, now: new Date() };
  const check = async () => (await asserted(theDatabase().db, credential, asked)) === accountId;
  const failed = await proven(accountId, { step: 'passkey', refusal: 'passkey_refused', check });
  return failed ?? confirmed(request, 'passkey');
}

/** What the page that adds a passkey asks the browser for. */
export async function registrationQuestion({ actor: { accountId }, email, viewer: { name } }: Person) {
  const { db } = theDatabase();
  const known = await listCredentials(db, accountId);
  return JSON.stringify(await registrationOptions(db, { accountId, email, name }, known, new Date()));
}
