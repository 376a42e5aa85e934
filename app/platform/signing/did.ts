import { toMultikey } from './multibase.ts';
import type { PublicKey } from './signer.ts';

/** The did:web of an installation: whoever holds its address holds its name. */
export const didOf = (origin: string) => `did:web:${encodeURIComponent(new URL(origin).host)}`;

/** A key has two names, as each envelope wants its own kind: a JsonWebKey for JOSE, a Multikey for embedded proofs. */
export const joseMethod = (did: string, { id }: PublicKey) => `${did}#${id}`;
export const proofMethod = (did: string, { bytes }: PublicKey) => `${did}#${toMultikey(bytes)}`;

/** The DID document (DID core, data integrity's Multikey, VC-JOSE-COSE's JsonWebKey): every key there ever was. */
export function didDocument(did: string, keys: PublicKey[]) {
  const methods = keys.flatMap((key) => [
    {
      id: joseMethod(did, key),
      type: 'JsonWebKey',
      controller: did,
      publicKeyJwk: {
        ...{ kty: 'OKP', crv: 'Ed25519', x: Buffer.from(key.bytes).toString('base64url') },
        ...{ kid: key.id, alg: 'EdDSA' },
      },
    },
    {
      id: proofMethod(did, key),
      type: 'Multikey',
      controller: did,
      publicKeyMultibase: toMultikey(key.bytes),
    },
  ]);
  const ids = methods.map(({ id }) => id);
  return {
    '@context': [
      'https://www.w3.org/ns/did/v1',
      'https://w3id.org/security/multikey/v1',
      'https://w3id.org/security/jwk/v1',
    ],
    id: did,
    verificationMethod: methods,
    assertionMethod: ids,
    authentication: ids,
  };
}
