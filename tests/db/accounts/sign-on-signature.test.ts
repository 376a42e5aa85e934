import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { discover, newQuestion } from '#app/features/accounts/sso/provider.server.ts';

/** A provider whose tokens this file writes itself, as nobody honest would. */
const known = generateKeyPairSync('rsa', { modulusLength: 2048 });
const other = generateKeyPairSync('rsa', { modulusLength: 2048 });

let issuer = '';
let token = '';

const server = createServer((request, response) => {
  const told: Record<string, object> = {
    '/.well-known/openid-configuration': {
      issuer,
      authorization_endpoint: `${issuer}/authorise`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
    },
    '/keys': {
      keys: [{ ...known.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }],
    },
    '/token': { access_token: 'access', token_type: 'Bearer', id_token: token },
  };
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify(told[request.url ?? ''] ?? {}));
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  issuer = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const now = () => Math.floor(Date.now() / 1000);

type Written = { alg?: string; claims?: object; signature?: (text: string) => string };

const signedBy = (key: typeof known.privateKey) => (text: string) =>
  sign('sha256', Buffer.from(text), key).toString('base64url');

/** Whom we believe to have come back, with a token written this way. */
async function believed({ alg = 'RS256', claims = {}, signature = signedBy(known.privateKey) }: Written) {
  const provider = await discover({ issuer, clientId: 'fairroute', clientSecret: 'secret' });
  if (!provider.ok) throw new Error(provider.refusal);
  const question = newQuestion();
  const whole = {
    iss: issuer,
    aud: 'fairroute',
    sub: 'mina',
    nonce: question.nonce,
    email: 'mina@himal.example',
  };
  const text = `${part({ alg, kid: 'one' })}.${part({ ...whole, iat: now(), exp: now() + 60, ...claims })}`;
  token = `${text}.${signature(text)}`;
  const back = new URL(`http://127.0.0.1:3000/sign-in/sso/callback?code=x&state=${question.state}`);
  return provider.value.identify(back, question);
}

test('a token that the provider signed is believed', async () => {
  expect(await believed({})).toMatchObject({ ok: true, value: { subject: 'mina' } });
});

test.each<[string, Written]>([
  ['signed by somebody else', { signature: signedBy(other.privateKey) }],
  ['without a signature', { signature: () => '' }],
  ['that says it needs none', { alg: 'none', signature: () => '' }],
  ['signed for other words', { signature: () => signedBy(known.privateKey)('other.words') }],
  ['for another house', { claims: { aud: 'another' } }],
  ['of another provider', { claims: { iss: 'https://login.himal.example' } }],
  ['that is over', { claims: { exp: now() - 3600 } }],
])('a token %s is not believed', async (_what, written) => {
  expect(await believed(written)).toEqual({ ok: false, refusal: 'not_vouched' });
});
