import { createPrivateKey, sign } from 'node:crypto';
import { createServer } from 'node:http';

import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';

import { newPrivateJwk, thumbprintOf } from './ed25519.server.ts';
import { isEnvelopedBy, readEnvelope } from './jose.server.ts';
import { isProven, proofOf } from './proof.server.ts';
import { keysAt } from './key-service.server.ts';
import { signingWith } from './signing.server.ts';

const token = 'a token of the service';
const origin = 'https://register.example.org';
const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

const asked = z.object({ kid: z.string(), payload: z.string() });
const read = (text: string) => asked.parse(JSON.parse(text));

/** A service in front of keys that never leave it, on loopback; `keys` may be changed while it runs. */
async function aService() {
  const keys = [newPrivateJwk()];
  const state = { down: false, signsWithOldest: false };
  const idOf = ({ x = '' }: { x?: string }) => thumbprintOf(Buffer.from(x, 'base64url'));
  const signed = (body: string) => {
    const { kid, payload } = read(body);
    const key = state.signsWithOldest ? keys.at(-1) : keys.find((one) => idOf(one) === kid);
    const signature =
      key && sign(null, Buffer.from(payload, 'base64url'), createPrivateKey({ key, format: 'jwk' }));
    return { signature: signature?.toString('base64url') };
  };
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const may = request.headers.authorization === `Bearer ${token}` && !state.down;
      const publics = { keys: keys.map(({ kty, crv, x }) => ({ kty, crv, x })) };
      const answer = request.url === '/vault/sign' ? () => signed(body) : () => publics;
      response.writeHead(may ? 200 : 503).end(may ? JSON.stringify(answer()) : '');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => void server.close());
  const found = server.address();
  const port = typeof found === 'object' && found ? found.port : 0;
  return {
    keys,
    state,
    address: `http://127.0.0.1:${port}/vault`,
    rotate: () => keys.unshift(newPrivateJwk()),
  };
}

async function aSigning() {
  const service = await aService();
  const time = { now: 0 };
  const keyring = keysAt({ address: service.address, token, clock: () => time.now });
  return { service, time, keyring, signing: signingWith({ keyring, origin }) };
}
const credential = { issuer: 'did:web:register.example.org', n: 1 };

test('both envelopes are signed by a key that we never see, and it stands in the DID document', async () => {
  const { signing, keyring } = await aSigning();
  const { bytes } = await keyring.signer();
  const envelope = await signing.signCredential(credential);
  expect(await isEnvelopedBy(envelope, bytes)).toBe(true);
  const document = await signing.embedProof(credential);
  const proof = proofOf(document);
  expect(proof && isProven(document, proof, bytes)).toBe(true);
  const named = readEnvelope(envelope);
  const { assertionMethod } = await signing.didDocument();
  expect(assertionMethod).toContain(named.ok && named.value.method);
});

test('a new key on top signs within a minute, and what the older one signed still verifies', async () => {
  const { service, time, signing, keyring } = await aSigning();
  const before = await keyring.signer();
  const envelope = await signing.signCredential(credential);
  service.rotate();
  expect((await keyring.signer()).id).toBe(before.id);
  time.now = 60_001;
  const after = await keyring.signer();
  expect(after.id).not.toBe(before.id);
  expect((await keyring.publicKeys()).map(({ id }) => id)).toEqual([after.id, before.id]);
  expect(await isEnvelopedBy(envelope, before.bytes)).toBe(true);
  expect(await isEnvelopedBy(await signing.signCredential(credential), after.bytes)).toBe(true);
});

test('while it is silent nothing is signed, and the public keys stay known', async () => {
  const { service, time, signing, keyring } = await aSigning();
  const known = await keyring.publicKeys();
  service.state.down = true;
  time.now = 60_001;
  expect(await keyring.publicKeys()).toEqual(known);
  await expect(signing.signCredential(credential)).rejects.toThrow('answered 503');
  await expect(keysAt({ address: service.address, token }).publicKeys()).rejects.toThrow('answered 503');
  await expect(keysAt({ address: service.address }).signer()).rejects.toThrow('answered 503');
});

test('a signature by another key than it was asked for does not leave us', async () => {
  const { service, signing } = await aSigning();
  service.rotate();
  service.state.signsWithOldest = true;
  await expect(signing.signCredential(credential)).rejects.toThrow('did not sign');
});
