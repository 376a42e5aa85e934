import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { Kysely } from 'kysely';
import { z } from 'zod';

import { theConfig } from '#app/platform/config.server.ts';
import type { Database } from '#db/client.server.ts';

import type { Assertion, Registration } from './forms.ts';

/** Passkeys belong to the host people type; they work nowhere else, which is why they cannot be phished. */
const expected = () => {
  const { ORIGIN } = theConfig();
  return { expectedOrigin: ORIGIN, expectedRPID: new URL(ORIGIN).hostname, requireUserVerification: true };
};

const challengeMinutes = 10;

export type Purpose = 'register' | 'sign_in' | 'confirm';
/** Whose challenge it is; nobody's yet where somebody signs in. */
type Asked = { purpose: Purpose; accountId: string | null; now: Date };

async function keepChallenge(db: Kysely<Database>, challenge: string, { purpose, accountId, now }: Asked) {
  const expires_at = new Date(now.getTime() + challengeMinutes * 60_000);
  await db
    .insertInto('webauthn_challenge')
    .values({ challenge, purpose, account_id: accountId, expires_at })
    .execute();
}

const clientData = z.object({ challenge: z.string() });

function challengeIn(clientDataJson: string) {
  try {
    return clientData.parse(JSON.parse(Buffer.from(clientDataJson, 'base64url').toString('utf8'))).challenge;
  } catch {
    return undefined;
  }
}

/** The challenge an answer is to, if it was ours, for this and not used before: taken out, so that it is used once. */
async function takeChallenge(db: Kysely<Database>, clientDataJson: string, asked: Asked) {
  const challenge = challengeIn(clientDataJson);
  if (challenge === undefined) return undefined;
  const row = await db
    .deleteFrom('webauthn_challenge')
    .where('challenge', '=', challenge)
    .where('purpose', '=', asked.purpose)
    .where('account_id', 'is not distinct from', asked.accountId)
    .where('expires_at', '>', asked.now)
    .returning('challenge')
    .executeTakeFirst();
  return row?.challenge;
}

type Registrant = { accountId: string; email: string; name: string };
type Known = { credentialId: string; transports: string[] };

/** What the browser is told to make: a passkey that finds its account by itself, behind the device's own lock. */
export async function registrationOptions(
  db: Kysely<Database>,
  { accountId, email, name }: Registrant,
  known: readonly Known[],
  now: Date,
) {
  const options = await generateRegistrationOptions({
    rpName: 'Fairroute',
    rpID: expected().expectedRPID,
    userID: new Uint8Array(Buffer.from(accountId)),
    userName: email,
    userDisplayName: name,
    excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  await keepChallenge(db, options.challenge, { purpose: 'register', accountId, now });
  return options;
}

/** What the browser is asked to prove: to sign in any of its passkeys, to confirm one of this very account. */
export async function assertionOptions(db: Kysely<Database>, asked: Asked, known: readonly Known[] = []) {
  const options = await generateAuthenticationOptions({
    rpID: expected().expectedRPID,
    userVerification: 'required',
    allowCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
  });
  await keepChallenge(db, options.challenge, asked);
  return options;
}

/** The new passkey an answer holds; undefined when it is not an answer to a question of ours. */
export async function registered(db: Kysely<Database>, response: Registration, accountId: string, now: Date) {
  const asked = { purpose: 'register' as const, accountId, now };
  const expectedChallenge = await takeChallenge(db, response.response.clientDataJSON, asked);
  if (expectedChallenge === undefined) return undefined;
  // The library throws at whatever does not fit; to us each is the same no.
  const answer = await verifyRegistrationResponse({ response, expectedChallenge, ...expected() }).catch(
    () => undefined,
  );
  if (!answer?.verified) return undefined;
  const { id, publicKey, counter, transports = [] } = answer.registrationInfo.credential;
  return { credentialId: id, publicKey: Buffer.from(publicKey), counter, transports };
}

/** The account whose passkey answered, its counter moved on; undefined for anything else. */
export async function asserted(db: Kysely<Database>, response: Assertion, asked: Asked) {
  const expectedChallenge = await takeChallenge(db, response.response.clientDataJSON, asked);
  const passkey = await findPasskey(db, response.id);
  if (expectedChallenge === undefined || !passkey) return undefined;
  if (asked.accountId !== null && asked.accountId !== passkey.accountId) return undefined;
  const credential = {
    id: response.id,
    publicKey: new Uint8Array(passkey.publicKey),
    counter: passkey.counter,
  };
  const answer = await verifyAuthenticationResponse({
    response,
    expectedChallenge,
    credential,
    ...expected(),
  }).catch(() => undefined);
  if (!answer?.verified) return undefined;
  await db
    .updateTable('passkey')
    .set({ counter: answer.authenticationInfo.newCounter, last_used_at: asked.now })
    .where('credential_id', '=', response.id)
    .execute();
  return passkey.accountId;
}

/** Whose passkey it is, before anything is proven; nobody's once the account is closed. */
export const findPasskey = (db: Kysely<Database>, credentialId: string) =>
  db
    .selectFrom('passkey')
    .innerJoin('account', 'account.id', 'passkey.account_id')
    .select(['passkey.account_id as accountId', 'passkey.public_key as publicKey', 'passkey.counter'])
    .where('passkey.credential_id', '=', credentialId)
    .where('account.closed_at', 'is', null)
    .executeTakeFirst();
