import { createHash } from 'node:crypto';

import canonicalize from 'canonicalize';
import { z } from 'zod';

import { isSignedBy } from './ed25519.server.ts';
import { fromBase58, toBase58 } from './multibase.ts';
import type { Document, Signer } from './signer.ts';

/** Canonical JSON (RFC 8785). Throws where there is none: half a surrogate pair, a number that is not finite. */
export function canonical(value: unknown) {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('this has no canonical JSON');
  // JSON.stringify spells half a surrogate pair as an escape; canonical JSON has no spelling for it.
  if (/(?<!\\)(?:\\\\)*\\ud[89a-f]/.test(text)) throw new Error('this holds half a letter');
  return text;
}

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest();

/** What an eddsa-jcs-2022 proof signs (vc-di-eddsa 3.3): the hash of its configuration, then of the document. */
export const signedHash = (document: Document, configuration: Document) =>
  Buffer.concat([sha256(canonical(configuration)), sha256(canonical(document))]);

const kind = { type: 'DataIntegrityProof', cryptosuite: 'eddsa-jcs-2022', proofPurpose: 'assertionMethod' };

type By = { signer: Signer; method: string; now: Date };

/** The document with its proof in it; one that it had is not kept. */
export async function withProof({ proof: _, ...document }: Document, { signer, method, now }: By) {
  const context = document['@context'];
  const created = `${now.toISOString().slice(0, 19)}Z`;
  const configuration = {
    ...{ ...kind, created, verificationMethod: method },
    ...(context === undefined ? {} : { '@context': context }),
  };
  const signature = await signer.sign(signedHash(document, configuration));
  return { ...document, proof: { ...configuration, proofValue: toBase58(signature) } };
}

const proofShape = z.looseObject({
  type: z.literal(kind.type),
  cryptosuite: z.literal(kind.cryptosuite),
  proofPurpose: z.literal(kind.proofPurpose),
  verificationMethod: z.string(),
  proofValue: z.string(),
});

/** How far a proof of the one suite we know names its key; undefined for every other. */
export const proofOf = (document: Document) => proofShape.safeParse(document['proof']).data;

/** Whether `key` signed the document with the one proof in it. */
export function isProven(
  { proof: _, ...document }: Document,
  proof: z.infer<typeof proofShape>,
  key: Uint8Array,
) {
  const { proofValue, ...configuration } = proof;
  const signature = fromBase58(proofValue);
  // The suite reads a document under the context of its proof; ours are one and the same, so another is a change.
  const same = canonical(configuration['@context'] ?? null) === canonical(document['@context'] ?? null);
  return same && signature !== undefined && isSignedBy(key, signedHash(document, configuration), signature);
}
