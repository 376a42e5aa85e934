import type { Signing } from '#app/platform/signing/signing.server.ts';
import type { Scope } from '#app/platform/scope.ts';

import { conformityCredential } from './credential.ts';
import { misfit } from './profile.server.ts';
import { findAttested } from './queries.server.ts';

type At = { origin: string; signing: Signing };

/** The conformity credential of a certificate that has not ended, not yet signed; undefined for any other. */
export async function findConformity(
  scope: Pick<Scope, 'db' | 'now'>,
  number: string,
  { origin, signing }: At,
) {
  const attested = await findAttested(scope, number);
  if (!attested) return undefined;
  const credential = conformityCredential(attested, { origin, did: signing.did });
  const wrong = misfit(credential);
  if (wrong !== undefined) throw new Error(`The credential of ${number} is not as it must be: ${wrong}`);
  return credential;
}
