import type { Kysely } from 'kysely';
import { Secret, TOTP } from 'otpauth';

import { foundOrganisation } from '#app/features/accounts/commands.server.ts';
import {
  addPasskey,
  confirmAuthenticator,
  startAuthenticator,
} from '#app/features/accounts/factors/commands.server.ts';
import { assertionForm, passkeyForm } from '#app/features/accounts/factors/forms.ts';
import { registrationOptions } from '#app/features/accounts/factors/passkey.server.ts';
import type { Scope, SignedIn } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { aPasskeyDevice } from '#tests/support/passkey-device.ts';

import { aPerson, done } from './audits.ts';

export const codeAt = (secret: string, at: Date) =>
  TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: at.getTime() });
export const seconds = (from: Date, count: number) => new Date(from.getTime() + count * 1000);

/** An officer and a recruiter. */
export async function people(db: Kysely<Database>, now: Date) {
  const scheme = await foundOrganisation({ db, now }, { kind: 'scheme', name: 'The scheme', country: 'CH' });
  const agency = await foundOrganisation({ db, now }, { kind: 'recruiter', name: 'Himal', country: 'NP' });
  const officer = await aPerson(db, { id: scheme, kind: 'scheme' }, 'officer', 'Paolo Ferri');
  const recruiter = await aPerson(db, { id: agency, kind: 'recruiter' }, 'recruiter', 'Mina Rai');
  return { officer: { db, now, actor: officer }, recruiter: { db, now, actor: recruiter } };
}

type Mine = Scope<SignedIn> & { sessionId?: string };

export async function withApp(scope: Mine) {
  const { secret } = done(await startAuthenticator(scope));
  const { codes } = done(await confirmAuthenticator(scope, codeAt(secret, scope.now)));
  return { secret, codes: codes ?? [] };
}

export async function challengeFor({ db, now, actor }: Mine) {
  const person = { accountId: actor.accountId, email: 'x@people.example', name: 'X' };
  return (await registrationOptions(db, person, [], now)).challenge;
}

/** Through the form, as the page's script sends it. */
export const sent = (name: string, credential: unknown) =>
  passkeyForm.parse({ name, credential: JSON.stringify(credential) });
export const answerOf = (credential: unknown) =>
  assertionForm.parse({ credential: JSON.stringify(credential) }).credential;

export async function withPasskey(scope: Mine, name = 'Phone') {
  const device = aPasskeyDevice();
  done(await addPasskey(scope, sent(name, device.make(await challengeFor(scope)))));
  return device;
}
