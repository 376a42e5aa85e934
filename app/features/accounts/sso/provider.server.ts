import * as oidc from 'openid-client';

import { theConfig } from '#app/platform/config.server.ts';
import { log } from '#app/platform/operation/log.server.ts';
import { ok, refuse, type Result } from '#app/platform/result.ts';

import { allowsLoopback, mayAsk } from '#app/platform/outbound/addresses.server.ts';
import { ForbiddenAddress, Unanswered } from '#app/platform/outbound/guarded-call.server.ts';
import { guardedFetch } from '#app/platform/outbound/guarded-fetch.server.ts';
import type { Identity } from './model.ts';

export type Registration = { issuer: string; clientId: string; clientSecret: string | undefined };

/** What ties an answer to its question. */
export type Question = { state: string; nonce: string; verifier: string };

type Trouble = 'issuer_not_allowed' | 'provider_unreachable' | 'provider_unfit';

/** Where every provider sends people back to. */
export const callbackAddress = () => `${theConfig().ORIGIN}/sign-in/sso/callback`;

export type Provider = {
  /** As the provider itself writes it. */
  issuer: string;
  /** Where the browser goes; `anew` asks for a fresh sign-in even of somebody signed in there. */
  addressFor(question: Question, wish: { email?: string; anew?: boolean }): Promise<string>;
  /** Who came back with this address; `since`: they must have signed in there after it. */
  identify(back: URL, question: Question, since?: Date): Promise<Result<Identity, 'not_vouched'>>;
};

/** Reads what the provider says of itself; the only door to the library. */
export async function discover(registration: Registration): Promise<Result<Provider, Trouble>> {
  const allowLoopback = allowsLoopback(theConfig().ORIGIN);
  const issuer = new URL(registration.issuer);
  if (!mayAsk(issuer, allowLoopback)) return refuse('issuer_not_allowed');
  try {
    const config = await configurationOf(issuer, registration, allowLoopback);
    const server = config.serverMetadata();
    const needed = [server.authorization_endpoint, server.token_endpoint, server.jwks_uri];
    const fit = needed.every((address) => address && mayAsk(new URL(address), allowLoopback));
    // A provider for many tenants names another issuer than the one asked: then anybody's tenant would do.
    if (!fit || new URL(server.issuer).href !== issuer.href) return refuse('provider_unfit');
    return ok(providerOf(config));
  } catch (error) {
    return refuse(troubleOf(error));
  }
}

function configurationOf(issuer: URL, { clientId, clientSecret }: Registration, allowLoopback: boolean) {
  return oidc.discovery(issuer, clientId, {}, authenticationFor(clientSecret), {
    timeout: 5,
    [oidc.customFetch]: guardedFetch({ allowLoopback }),
    // The library trusts a token that came over TLS; we look at its signature as well.
    execute: [oidc.enableNonRepudiationChecks, ...(allowLoopback ? [oidc.allowInsecureRequests] : [])],
  });
}

/** As the provider wishes it; in the header unless it says otherwise (OpenID Connect Discovery, section 3). */
const authenticationFor =
  (secret: string | undefined): oidc.ClientAuth =>
  (server, client, body, headers) => {
    const method = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    if (!secret) return oidc.None()(server, client, body, headers);
    const way = method.includes('client_secret_basic') ? oidc.ClientSecretBasic : oidc.ClientSecretPost;
    way(secret)(server, client, body, headers);
  };

function troubleOf(error: unknown): Trouble {
  const causes = causesOf(error);
  if (causes.some((cause) => cause instanceof ForbiddenAddress)) return 'issuer_not_allowed';
  return causes.some((cause) => cause instanceof Unanswered) ? 'provider_unreachable' : 'provider_unfit';
}

function causesOf(error: unknown): unknown[] {
  return error instanceof Error ? [error, ...causesOf(error.cause)] : [];
}

const providerOf = (config: oidc.Configuration): Provider => ({
  issuer: config.serverMetadata().issuer,
  async addressFor({ state, nonce, verifier }, { email, anew }) {
    const address = oidc.buildAuthorizationUrl(config, {
      redirect_uri: callbackAddress(),
      scope: 'openid email',
      state,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...(email && { login_hint: email }),
      ...(anew && { prompt: 'login', max_age: '0' }),
    });
    return address.href;
  },
  async identify(back, question, since) {
    try {
      return ok(await identityFrom(config, { back, question, since }));
    } catch (error) {
      const [named] = causesOf(error);
      const code = named instanceof Error && 'code' in named ? named.code : 'unknown';
      log.warn({ code }, 'a provider did not vouch for somebody');
      return refuse('not_vouched');
    }
  },
});

type Answer = { back: URL; question: Question; since: Date | undefined };

/** Exchanges the code and checks signature, issuer, audience, nonce, state and, where asked, the age of the sign-in. */
async function identityFrom(
  config: oidc.Configuration,
  { back, question, since }: Answer,
): Promise<Identity> {
  const tokens = await oidc.authorizationCodeGrant(config, back, {
    expectedState: question.state,
    expectedNonce: question.nonce,
    pkceCodeVerifier: question.verifier,
    idTokenExpected: true,
    ...(since && { maxAge: Math.max(0, Math.ceil((Date.now() - since.getTime()) / 1000)) }),
  });
  const claims = tokens.claims();
  if (!claims) throw new Error('no claims');
  const more = claims['email'] === undefined && config.serverMetadata().userinfo_endpoint !== undefined;
  const told = more ? await oidc.fetchUserInfo(config, tokens.access_token, claims.sub) : claims;
  const { email, email_verified: verified } = told;
  return {
    issuer: claims.iss,
    subject: claims.sub,
    email: typeof email === 'string' && email.length <= 254 ? email.trim().toLowerCase() : undefined,
    // Some providers write the word instead of the value.
    emailVerified: verified !== false && verified !== 'false',
  };
}

/** Fresh, for one trip there and back. */
export const newQuestion = (): Question => ({
  state: oidc.randomState(),
  nonce: oidc.randomNonce(),
  verifier: oidc.randomPKCECodeVerifier(),
});
