import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { compactVerify, decodeProtectedHeader, importJWK } from 'jose';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

import { SettingsError } from '../config.server.ts';
import { isEnvelopedBy, readEnvelope } from './jose.server.ts';
import { keysIn, rotateKeys } from './key-file.server.ts';
import { isProven, proofOf } from './proof.server.ts';
import { embedProof, needKeys, schemeDid, signCredential, signingWith } from './signing.server.ts';

const aFile = () => join(mkdtempSync(join(tmpdir(), 'signing-')), 'deep', 'keys.json');
const origin = 'https://register.example.org';
const at = (file: string) => signingWith({ keyring: keysIn(file, { make: true }), origin });
const credential = (issuer: unknown) => ({
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  issuer,
  n: 'ñ',
});
const did = 'did:web:register.example.org';

const keyOf = async (signing: ReturnType<typeof at>, method: string) => {
  const { verificationMethod } = await signing.didDocument();
  const found = verificationMethod.find(({ id }) => id === method);
  const jwk = found && 'publicKeyJwk' in found ? found.publicKeyJwk : undefined;
  if (!jwk) throw new Error(`${method} is not in the document`);
  return { jwk, bytes: Buffer.from(jwk.x, 'base64url') };
};

describe('an envelope', () => {
  test('verifies with jose under the key its header names in the DID document', async () => {
    const signing = at(aFile());
    const token = await signing.signCredential(credential(did));
    const { kid = '', ...header } = decodeProtectedHeader(token);
    expect(header).toEqual({ alg: 'EdDSA', typ: 'vc+jwt', cty: 'vc' });
    const { payload } = await compactVerify(token, await importJWK((await keyOf(signing, kid)).jwk, 'EdDSA'));
    expect(JSON.parse(new TextDecoder().decode(payload))).toEqual(credential(did));
  });

  test('opens for us as what was signed, and breaks with any letter changed', async () => {
    const signing = at(aFile());
    const token = await signing.signCredential(credential({ id: did, name: 'The scheme' }));
    const read = readEnvelope(token);
    if (!read.ok) throw new Error(read.refusal);
    expect(read.value.document).toEqual(credential({ id: did, name: 'The scheme' }));
    const { bytes } = await keyOf(signing, read.value.method);
    expect(await isEnvelopedBy(token, bytes)).toBe(true);
    const [head = '', body = '', tail = ''] = token.split('.');
    const changed = `${body.slice(0, 20)}${body[20] === 'A' ? 'B' : 'A'}${body.slice(21)}`;
    expect(await isEnvelopedBy([head, changed, tail].join('.'), bytes)).toBe(false);
    expect(await isEnvelopedBy([head, body, tail.slice(0, -4)].join('.'), bytes)).toBe(false);
    expect(await isEnvelopedBy(token, (await at(aFile()).keyring.signer()).bytes)).toBe(false);
  });

  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const good = { alg: 'EdDSA', typ: 'vc+jwt', cty: 'vc', kid: `${did}#x` };
  test.each([
    [{ ...good, alg: 'none' }, {}],
    [{ ...good, alg: 'HS256' }, {}],
    [{ ...good, typ: 'JWT' }, {}],
    [{ ...good, typ: undefined }, {}],
    [{ ...good, cty: 'vp' }, {}],
    [{ ...good, kid: undefined }, {}],
    [{ ...good, crit: ['b64'], b64: false }, {}],
    [good, { vc: {} }],
    [good, { vp: {} }],
    [good, []],
    [good, 'words'],
  ])('with the header %j and the payload %j is of a wrong type', (header, payload) => {
    const token = `${encoded(header)}.${encoded(payload)}.AAAA`;
    expect(readEnvelope(token)).toEqual({ ok: false, refusal: 'wrong_type' });
  });

  test.each(['', 'words', 'a.b.c', '...', `${'e'.repeat(1000)}.x.y`])('is not read in %j', (token) => {
    expect(readEnvelope(token)).toEqual({ ok: false, refusal: 'unreadable' });
  });
});

describe('a new key on top', () => {
  test('signs from then on without a restart, and what older ones signed still verifies', async () => {
    const file = aFile();
    const signing = at(file);
    const [token, document] = [
      await signing.signCredential(credential(did)),
      await signing.embedProof(credential(did)),
    ];
    const before = await signing.didDocument();
    const id = rotateKeys(file);

    const after = await signing.didDocument();
    expect(after.assertionMethod).toEqual(expect.arrayContaining(before.assertionMethod));
    expect(decodeProtectedHeader(await signing.signCredential(credential(did))).kid).toBe(`${did}#${id}`);
    const { bytes } = await keyOf(signing, decodeProtectedHeader(token).kid ?? '');
    expect(await isEnvelopedBy(token, bytes)).toBe(true);
    const proof = proofOf(document);
    expect(after.verificationMethod.map((method) => method.id)).toContain(proof?.verificationMethod);
    expect(proof && isProven(document, proof, bytes)).toBe(true);
  });

  test('leaves of an older one the public half, if that is all there is', async () => {
    const file = aFile();
    const signing = at(file);
    const old = (await signing.keyring.signer()).id;
    rotateKeys(file);
    const kept = z.object({ keys: z.array(z.record(z.string(), z.string())) });
    const { keys } = kept.parse(JSON.parse(readFileSync(file, 'utf8')));
    expect(keys).toHaveLength(2);
    const half = { ...keys[1] };
    delete half['d'];
    writeFileSync(file, JSON.stringify({ keys: [keys[0], half] }));
    expect((await signing.keyring.publicKeys()).map(({ id }) => id)).toContain(old);
  });
});

describe('the file of keys', () => {
  test('is made where it may be, for its owner’s eyes alone', async () => {
    const file = aFile();
    await at(file).keyring.signer();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    rotateKeys(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('is missed aloud where none may be made', async () => {
    const file = aFile();
    await expect(keysIn(file, { make: false }).signer()).rejects.toThrow('is missing');
    const stopped = needKeys(signingWith({ keyring: keysIn(file, { make: false }), origin }));
    await expect(stopped).rejects.toThrow(SettingsError);
    await expect(stopped).rejects.toThrow('SIGNING_KEYS');
    const id = rotateKeys(file);
    expect((await keysIn(file, { make: false }).signer()).id).toBe(id);
  });

  const x = 'A'.repeat(43);
  test.each([
    ['not JSON', '{'],
    ['an empty set', '{"keys":[]}'],
    ['a key of another kind', '{"keys":[{"kty":"RSA","n":"AQAB"}]}'],
    ['a first key without its private half', JSON.stringify({ keys: [{ kty: 'OKP', crv: 'Ed25519', x }] })],
    [
      'halves of two keys',
      JSON.stringify({
        keys: [{ kty: 'OKP', crv: 'Ed25519', x, d: Buffer.alloc(32, 1).toString('base64url') }],
      }),
    ],
  ])('with %s signs nothing', async (_, text) => {
    const file = aFile();
    await at(file).keyring.signer();
    writeFileSync(file, text);
    await expect(keysIn(file, { make: true }).signer()).rejects.toThrow();
  });
});

test('nothing is signed in the name of anybody else', async () => {
  const signing = at(aFile());
  for (const issuer of ['did:web:other.example', { id: 'did:web:other.example' }, undefined, null])
    await expect(signing.signCredential(credential(issuer))).rejects.toThrow('not ours to sign');
  await expect(signing.embedProof(credential('did:web:x'))).rejects.toThrow('not ours to sign');
});

test('this process signs as the installation at its own address, its port included', async () => {
  expect(schemeDid()).toBe('did:web:127.0.0.1%3A3000');
  expect(readEnvelope(await signCredential(credential(schemeDid()))).ok).toBe(true);
  expect(await embedProof(credential(schemeDid()))).toHaveProperty('proof.cryptosuite', 'eddsa-jcs-2022');
});
