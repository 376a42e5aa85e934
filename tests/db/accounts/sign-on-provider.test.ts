import { createServer, type RequestListener } from 'node:http';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import {
  callbackAddress,
  discover,
  newQuestion,
  type Provider,
} from '#app/features/accounts/sso/provider.server.ts';
import { clientId, clientSecret, signInAt, startProvider } from '#tests/support/oidc.ts';

/** Our door to providers against a real one. */
let real: Awaited<ReturnType<typeof startProvider>>;
beforeAll(async () => {
  real = await startProvider({ callback: callbackAddress() });
  real.people.set('mina', { email: 'Mina@himal.example', email_verified: true });
  real.people.set('ravi', { email: 'ravi@himal.example', email_verified: false });
  real.people.set('nobody', {});
});
afterAll(() => real.stop());

async function theProvider(registration = {}): Promise<Provider> {
  const found = await discover({ issuer: real.issuer, clientId, clientSecret, ...registration });
  if (!found.ok) throw new Error(found.refusal);
  return found.value;
}

async function comeBackAs(login: string, provider: Provider) {
  const question = newQuestion();
  return { question, back: await signInAt(await provider.addressFor(question, {}), login) };
}

describe('somebody who signs in at a provider', () => {
  test.each([
    ['mina', { email: 'mina@himal.example', emailVerified: true }],
    ['ravi', { email: 'ravi@himal.example', emailVerified: false }],
    ['nobody', { email: undefined, emailVerified: true }],
  ])('is who it says: %s', async (login, said) => {
    const provider = await theProvider();
    const { question, back } = await comeBackAs(login, provider);
    expect(await provider.identify(back, question)).toEqual({
      ok: true,
      value: { issuer: real.issuer, subject: login, ...said },
    });
  });

  test('is told to us in the token where the provider puts it there', async () => {
    const other = await startProvider({ callback: callbackAddress(), inToken: true });
    other.people.set('mina', { email: 'mina@himal.example' });
    const provider = await theProvider({ issuer: other.issuer });
    const { question, back } = await comeBackAs('mina', provider);
    expect(await provider.identify(back, question)).toMatchObject({
      ok: true,
      value: { email: 'mina@himal.example', emailVerified: true },
    });
    await other.stop();
  });

  test('is not believed twice, with another state, nonce or verifier, or by a code that was altered', async () => {
    const provider = await theProvider();
    const refused = { ok: false, refusal: 'not_vouched' };
    const other = newQuestion();
    for (const part of ['state', 'nonce', 'verifier'] as const) {
      const { question, back } = await comeBackAs('mina', provider);
      expect(await provider.identify(back, { ...question, [part]: other[part] }), part).toEqual(refused);
    }
    const { question, back } = await comeBackAs('mina', provider);
    const altered = new URL(back);
    altered.searchParams.set('code', 'another');
    expect(await provider.identify(altered, question)).toEqual(refused);
    expect(await provider.identify(back, question)).toMatchObject({ ok: true });
    expect(await provider.identify(back, question)).toEqual(refused);
    const declined = new URL(`${callbackAddress()}?error=access_denied&state=${question.state}`);
    expect(await provider.identify(declined, question)).toEqual(refused);
  });

  test('is not believed by another client’s secret', async () => {
    const provider = await theProvider({ clientSecret: 'not the secret' });
    const { question, back } = await comeBackAs('mina', provider);
    expect(await provider.identify(back, question)).toMatchObject({ ok: false });
  });

  test('must have signed in anew where that was asked', async () => {
    const provider = await theProvider();
    const question = newQuestion();
    const address = new URL(await provider.addressFor(question, { anew: true, email: 'mina@himal.example' }));
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      prompt: 'login',
      max_age: '0',
      code_challenge_method: 'S256',
      login_hint: 'mina@himal.example',
    });
    const back = await signInAt(address.href, 'mina');
    expect(await provider.identify(back, question, new Date())).toMatchObject({ ok: true });
    // The same provider, asked without it, does not say when somebody signed in.
    const old = await comeBackAs('mina', provider);
    expect(await provider.identify(old.back, old.question, new Date())).toEqual({
      ok: false,
      refusal: 'not_vouched',
    });
  });
});

/** A server that answers everything the same way. */
async function answering(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    issuer: `http://127.0.0.1:${port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

describe('what is no provider', () => {
  const asked = (issuer: string) => discover({ issuer, clientId, clientSecret });
  const json = (body: (issuer: string) => unknown): RequestListener => {
    return (request, response) => {
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(body(`http://${request.headers.host}`)));
    };
  };

  test.each<[string, string, RequestListener]>([
    ['a page', 'provider_unfit', (_request, response) => response.end('<h1>Hello</h1>')],
    ['nothing but an error', 'provider_unfit', (_request, response) => response.writeHead(500).end()],
    [
      'a redirect into our own network',
      'provider_unfit',
      (_request, response) => response.writeHead(302, { Location: 'http://169.254.169.254/' }).end(),
    ],
    ['another issuer', 'provider_unfit', json(() => ({ issuer: 'https://login.himal.example' }))],
    ['an issuer alone', 'provider_unfit', json((issuer) => ({ issuer }))],
    [
      'a script for an address',
      'provider_unfit',
      json((issuer) => ({
        issuer,
        authorization_endpoint: 'javascript:alert(1)',
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
      })),
    ],
    [
      'an address in our own network',
      'provider_unfit',
      json((issuer) => ({
        issuer,
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: 'https://10.0.0.1/token',
        jwks_uri: `${issuer}/jwks`,
      })),
    ],
    [
      'more than anybody reads',
      'provider_unreachable',
      (_request, response) => {
        response.setHeader('Content-Type', 'application/json');
        response.end(' '.repeat(2 * 1024 * 1024));
      },
    ],
  ])('%s', async (_what, refusal, listener) => {
    const server = await answering(listener);
    expect(await asked(server.issuer)).toEqual({ ok: false, refusal });
    server.stop();
  });

  test('silence ends after five seconds', async () => {
    const server = await answering(() => undefined);
    const before = Date.now();
    expect(await asked(server.issuer)).toEqual({ ok: false, refusal: 'provider_unreachable' });
    expect(Date.now() - before).toBeLessThan(8000);
    server.stop();
  });

  test.each([
    ['http://127.0.0.1:1', 'provider_unreachable'],
    ['http://login.himal.example', 'issuer_not_allowed'],
    ['https://169.254.169.254', 'issuer_not_allowed'],
    ['https://10.0.0.1/tenant', 'issuer_not_allowed'],
  ])('%s', async (issuer, refusal) => {
    expect(await asked(issuer)).toEqual({ ok: false, refusal });
  });
});
