import { createPrivateKey, sign } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';
import { z } from 'zod';

import { thumbprintOf } from './ed25519.server.ts';
import { fromBase58, toBase58, toMultikey } from './multibase.ts';
import { canonical, isProven, proofOf, signedHash, withProof } from './proof.server.ts';

/** W3C's test vector of eddsa-jcs-2022 (w3c/vc-di-eddsa, TestVectors), shortened to what is signed. */
const pair = {
  publicKeyMultibase: 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2',
  privateKeyMultibase: 'z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq',
};
const context = ['https://www.w3.org/ns/credentials/v2', 'https://www.w3.org/ns/credentials/examples/v2'];
const alumni = {
  '@context': context,
  id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33',
  type: ['VerifiableCredential', 'AlumniCredential'],
  name: 'Alumni Credential',
  description: 'A minimum viable example of an Alumni Credential.',
  issuer: 'https://vc.example/issuers/5678',
  validFrom: '2023-01-01T00:00:00Z',
  credentialSubject: { id: 'did:example:abcdefgh', alumniOf: 'The School of Examples' },
};
const method = `did:key:${pair.publicKeyMultibase}#${pair.publicKeyMultibase}`;
const proofValue =
  'z2HnFSSPPBzR36zdDgK8PbEHeXbR56YF24jwMpt3R1eHXQzJDMWS93FCzpvJpwTWd3GAVFuUfjoJdcnTMuVor51aX';
const now = new Date('2023-02-24T23:36:38.700Z');

/** Behind its multicodec number of two bytes. */
const keyIn = (multikey: string) => Buffer.from(fromBase58(multikey) ?? []).subarray(2);
const publicKey = keyIn(pair.publicKeyMultibase);
const x = publicKey.toString('base64url');
const d = keyIn(pair.privateKeyMultibase).toString('base64url');
const key = createPrivateKey({ key: { kty: 'OKP', crv: 'Ed25519', x, d }, format: 'jwk' });
const signer = {
  id: thumbprintOf(publicKey),
  bytes: publicKey,
  sign: (bytes: Uint8Array) => Promise.resolve(sign(null, bytes, key)),
};

const signed = () => withProof(alumni, { signer, method, now });

test('W3C’s vector comes out byte for byte: the signature, the key and the document', async () => {
  const document = await signed();
  expect(document.proof.proofValue).toBe(proofValue);
  expect(toMultikey(publicKey)).toBe(pair.publicKeyMultibase);
  expect(isProven(document, proofOf(document) ?? never(), publicKey)).toBe(true);
});

/** Published data, where it lies beside the repository. */
const vectors = fileURLToPath(new URL('../../../../shared/vectors', import.meta.url));
const read = (text: string) => z.record(z.string(), z.unknown()).parse(JSON.parse(text));
test.skipIf(!existsSync(vectors))(
  'every step of the published vectors comes out byte for byte (skipped where they do not lie beside the repository: the test above holds their end)',
  async () => {
    const text = (name: string) => readFileSync(join(vectors, 'eddsa-jcs-2022', name), 'utf8').trim();
    const unsigned = read(readFileSync(join(vectors, 'unsigned.json'), 'utf8'));
    const configuration = read(text('proofConfigJCS.json'));
    expect(canonical(unsigned)).toBe(text('canonDocJCS.txt'));
    expect(canonical(configuration)).toBe(text('proofCanonJCS.txt'));
    expect(signedHash(unsigned, configuration).toString('hex')).toBe(text('combinedHashJCS.txt'));
    const { proof } = await withProof(unsigned, { signer, method, now });
    expect(proof.proofValue).toBe(text('sigBTC58JCS.txt'));
    expect(await withProof(unsigned, { signer, method, now })).toEqual(JSON.parse(text('signedJCS.json')));
  },
);

describe('a proof breaks', () => {
  const broken = async (change: (document: Awaited<ReturnType<typeof signed>>) => object) => {
    const document = { ...change(await signed()) };
    const proof = proofOf(document);
    return proof ? isProven(document, proof, publicKey) : 'no proof we know';
  };
  test.each([
    ['with one word changed', { name: 'Alumnus Credential' }],
    ['with a member more', { extra: null }],
    ['under another context', { '@context': [...context].reverse() }],
    ['without one', { '@context': undefined }],
  ])('%s', async (_, change) => {
    expect(await broken((document) => ({ ...document, ...change }))).toBe(false);
  });
  test.each([
    ['when it says another moment', { created: '2024-02-24T23:36:38Z' }],
    ['under a context of its own', { '@context': context.slice(0, 1) }],
    ['with a letter changed', { proofValue: proofValue.replace('zz', 'z').replace('HnF', 'HnG') }],
    ['with letters of no alphabet', { proofValue: 'z0OIl' }],
    ['with another purpose of its own', { domain: 'x.example' }],
  ])('%s', async (_, change) => {
    expect(await broken((document) => ({ ...document, proof: { ...document.proof, ...change } }))).toBe(
      false,
    );
  });
  test.each([
    [{ cryptosuite: 'eddsa-rdfc-2022' }],
    [{ type: 'Ed25519Signature2020' }],
    [{ proofPurpose: 'authentication' }],
  ])('or is none: %j', async (change) => {
    expect(await broken((document) => ({ ...document, proof: { ...document.proof, ...change } }))).toBe(
      'no proof we know',
    );
  });
  test('or is one of several', async () => {
    expect(await broken((document) => ({ ...document, proof: [document.proof] }))).toBe('no proof we know');
  });
});

test('a second proof takes the place of the first, which it does not sign', async () => {
  const document = await signed();
  expect(await withProof(document, { signer, method, now })).toEqual(document);
});

test('what has no canonical JSON is not signed', () => {
  expect(() => canonical({ name: '\ud83d' })).toThrow('half a letter');
  expect(() => canonical({ '\ude00': 1 })).toThrow('half a letter');
  expect(() => canonical(Number.NaN)).toThrow();
  expect(() => canonical(undefined)).toThrow();
  // A backslash before the same letters is only words.
  expect(canonical({ name: '\\ud83d 😀' })).toBe('{"name":"\\\\ud83d 😀"}');
});

test('base58 carries zeros at its head, and nothing but its own letters', () => {
  expect(fromBase58(toBase58(Uint8Array.from([0, 0, 7, 255])))).toEqual(Uint8Array.from([0, 0, 7, 255]));
  expect(toBase58(Uint8Array.from([0, 0]))).toBe('z11');
  expect(fromBase58('u111')).toBeUndefined();
  expect(fromBase58(`z${'1'.repeat(101)}`)).toBeUndefined();
});

function never(): never {
  throw new Error('there is a proof');
}
