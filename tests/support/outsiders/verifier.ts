import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { generate } from '@digitalbazaar/ed25519-multikey';
import { createSignCryptosuite, createVerifyCryptosuite } from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import { defaultDocumentLoader, issue, verifyCredential } from '@digitalbazaar/vc';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';
import jsonld from 'jsonld';
import { compactVerify, createLocalJWKSet } from 'jose';
import { z } from 'zod';

import { contextDocument } from '#app/features/credentials/context.ts';
import type { Signing } from '#app/platform/signing/signing.server.ts';
import { ownContext } from '#app/platform/signing/contexts.ts';

import { isHere, reference } from './reference.ts';

type Read = { signing: Signing; origin: string; lists: (url: string) => Promise<unknown> };

/** Loads our DID document, our lists as they are published, and contexts from packages: nothing else, from nowhere else. */
function loaderOf({ signing, origin, lists }: Read): OutsideLoader {
  return async (url) => {
    const loaded = (document: unknown) => ({ document, documentUrl: url, contextUrl: null });
    const did = await signing.didDocument();
    if (url === did.id) return loaded(did);
    const method = did.verificationMethod.find(({ id }) => id === url);
    if (method) return loaded({ '@context': 'https://w3id.org/security/multikey/v1', ...method });
    if (url.includes('/api/v1/status-lists/')) return loaded(await lists(url));
    if (url.includes('/untp/0.7.0/context/')) return loaded(reference('untp/context/untp.jsonld'));
    if (url === ownContext(origin)) return loaded(contextDocument(origin));
    return defaultDocumentLoader(url);
  };
}

/** Two verifiers that are not ours, with what a stranger can have of us: the DID document and the published lists. */
export function outsiders(read: Read) {
  const documentLoader = loaderOf(read);
  const suite = new DataIntegrityProof({ cryptosuite: createVerifyCryptosuite() });
  return {
    /** What Digital Bazaar's library says of a credential with a proof in it; `set`: what it says of its status. */
    async embedded(credential: OutsideDocument, now: Date) {
      const options = { credential, suite, documentLoader, now };
      const { verified, error, statusResult } = await verifyCredential({
        ...options,
        // The list is of this moment, the credential's days are asked about at `now`.
        checkStatus: () => checkStatus({ credential, suite, documentLoader }),
      });
      return {
        verified,
        why: [error, ...(error?.errors ?? []), statusResult?.error]
          .map((one) => one?.message ?? '')
          .join(' '),
        set: statusResult?.results?.map(({ status }) => status),
      };
    },
    /** Header and claims of a token, by `jose`; throws where no key of ours signed it. */
    async envelope(token: string) {
      const { verificationMethod } = await read.signing.didDocument();
      const keys = verificationMethod.flatMap((method) =>
        'publicKeyJwk' in method ? [{ ...method.publicKeyJwk, kid: method.id }] : [],
      );
      const { protectedHeader, payload } = await compactVerify(token, createLocalJWKSet({ keys }));
      return {
        header: protectedHeader,
        document: anything.parse(JSON.parse(new TextDecoder().decode(payload))),
      };
    },
    /** Every word of it has a meaning by its contexts; throws for one that has none. */
    expanded: (credential: OutsideDocument) => jsonld.expand(credential, { safe: true, documentLoader }),
  };
}

const anything = z.unknown();
export const contextsAreHere = isHere('untp/context/untp.jsonld');

/** Digital Bazaar's issuer with the private half of a key, in the name of `did`. */
export async function theirIssuer(did: string, seed: Uint8Array) {
  const key = await generate({ controller: did, seed });
  return (credential: OutsideDocument, date: string) =>
    issue({
      credential,
      suite: new DataIntegrityProof({ signer: key.signer(), cryptosuite: createSignCryptosuite(), date }),
      documentLoader: defaultDocumentLoader,
    });
}
