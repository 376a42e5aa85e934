import { z } from 'zod';

import { ok, refuse, type Result } from '#app/platform/result.ts';
import { isEnvelopedBy, readEnvelope } from '#app/platform/signing/jose.server.ts';
import { isProven, proofOf } from '#app/platform/signing/proof.server.ts';
import type { Document } from '#app/platform/signing/signer.ts';
import { credentialsContext } from '#app/platform/signing/contexts.ts';

/** Ours have 12 kB; a receipt of 10,000 questions, each with five that may be meant, has 18 MB. Nothing is larger. */
export const mostLetters = 24_000_000;
const deepest = 40;

/** Something that was signed: by which key it says, and how to ask whether that is so. */
export type Signed = {
  document: Document;
  method: string;
  isBy: (key: Uint8Array) => Promise<boolean>;
};

/** A credential as people paste it: a token, JSON with a proof in it, or JSON around a token. */
export function readSigned(pasted: string): Result<Signed, 'unreadable' | 'wrong_type'> {
  const text = pasted.trim();
  if (text === '' || text.length > mostLetters) return refuse('unreadable');
  return text.startsWith('{') ? readJson(text) : readToken(text);
}

function readJson(text: string): Result<Signed, 'unreadable' | 'wrong_type'> {
  const read = parsed(text);
  if (!read) return refuse('unreadable');
  const token = enveloping.safeParse(read).data?.id.slice('data:application/vc+jwt,'.length);
  if (token !== undefined) return readToken(token);
  const proof = proofOf(read);
  if (!proof) return refuse('wrong_type');
  return ok({
    document: read,
    method: proof.verificationMethod,
    isBy: (key) => Promise.resolve(proves(read, proof, key)),
  });
}

/** What has no canonical form was never signed in it. */
function proves(...asked: Parameters<typeof isProven>) {
  try {
    return isProven(...asked);
  } catch {
    return false;
  }
}

function readToken(token: string): Result<Signed, 'unreadable' | 'wrong_type'> {
  const read = readEnvelope(token);
  if (!read.ok) return read;
  const { document, method } = read.value;
  if (isDeeper(document, deepest)) return refuse('unreadable');
  return ok({ document, method, isBy: (key) => isEnvelopedBy(token, key) });
}

const enveloping = z.looseObject({
  type: z.union([
    z.literal('EnvelopedVerifiableCredential'),
    z.tuple([z.literal('EnvelopedVerifiableCredential')]),
  ]),
  id: z.string().startsWith('data:application/vc+jwt,'),
});

const anObject = z.record(z.string(), z.unknown());

function parsed(text: string) {
  try {
    const read = anObject.safeParse(JSON.parse(text)).data;
    return read && !isDeeper(read, deepest) ? read : undefined;
  } catch {
    return undefined;
  }
}

/** Nested without sense: whoever walks it by calling itself would fall off the end. */
function isDeeper(value: unknown, left: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return left === 0 || Object.values(value).some((inner) => isDeeper(inner, left - 1));
}

/** RFC 3339 with a zone, as VCDM 2.0 asks. */
const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const typed = z.union([z.string().transform((one) => [one]), z.array(z.string())]);

/** Many wallets write the place as words; UNTP wants a number. Both are read, anything else is no place. */
const place = z.union([
  z.int().min(0),
  z
    .string()
    .regex(/^(0|[1-9]\d{0,8})$/)
    .transform(Number),
]);
const entry = z.looseObject({
  type: z.literal('BitstringStatusListEntry'),
  statusPurpose: z.string(),
  statusListIndex: place,
  statusListCredential: z.string(),
});

/** A credential inside its signature (VCDM 2.0, 4): what a right signature alone does not promise. */
export const innerShape = z.looseObject({
  '@context': z.tuple([z.literal(credentialsContext)], z.unknown()),
  type: typed.refine((types) => types.includes('VerifiableCredential')),
  issuer: z.union([z.string(), z.looseObject({ id: z.string() }).transform(({ id }) => id)]),
  validFrom: moment,
  validUntil: moment.optional(),
  credentialSubject: z.looseObject({}),
  credentialStatus: z.union([entry.transform((one) => [one]), z.array(entry).min(1).max(10)]).optional(),
});
export type Inner = z.infer<typeof innerShape>;
