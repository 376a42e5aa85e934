import { createServer } from 'node:http';

import Provider, { type Configuration } from 'oidc-provider';

/** What the provider says of somebody; people are known by what they type as their login there. */
type Said = { email?: string; email_verified?: boolean };

type Wishes = {
  /** Where people are sent back to. */
  callback: string;
  /** Says the address in the ID token itself, as many do, and not only when it is asked for. */
  inToken?: boolean;
};

export const clientId = 'fairroute';
export const clientSecret = 'a secret between two houses, long enough';

/** A real OpenID Connect provider on loopback; anybody who is known signs in there with any password. */
export async function startProvider({ callback, inToken = false }: Wishes) {
  const people = new Map<string, Said>();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the provider has no port');
  const issuer = `http://127.0.0.1:${address.port}`;
  const provider = new Provider(issuer, configuration(people, callback, inToken));
  const answer = provider.callback();
  server.on('request', (request, response) => void answer(request, response));
  return {
    issuer,
    people,
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

const configuration = (people: Map<string, Said>, callback: string, inToken: boolean): Configuration => ({
  clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [callback] }],
  claims: { openid: ['sub'], email: ['email', 'email_verified'] },
  conformIdTokenClaims: !inToken,
  pkce: { required: () => true },
  cookies: { keys: ['a key of the tests'] },
  findAccount: (_context, login) => {
    const said = people.get(login);
    return said && { accountId: login, claims: () => ({ sub: login, ...said }) };
  },
  // Nobody is asked whether Fairroute may know the address: their organisation decided that.
  async loadExistingGrant({ oidc }) {
    const { client, session, provider } = oidc;
    if (!client || !session?.accountId) return undefined;
    const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
    grant.addOIDCScope('openid email');
    await grant.save();
    return grant;
  },
});

/** Goes to the provider as a browser would and signs in there; answers with the address it sends back to. */
export async function signInAt(address: string, login: string) {
  const jar = new Map<string, string>();
  const ask = async (to: string, body?: URLSearchParams) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(to, {
      redirect: 'manual',
      headers: { Cookie: cookie },
      ...(body && { method: 'POST', body }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    const on = response.headers.get('Location');
    return { text: await response.text(), on: on && new URL(on, to).href };
  };
  const origin = new URL(address).origin;
  let at = await ask(address);
  for (let steps = 0; steps < 8; steps += 1) {
    if (at.on && !at.on.startsWith(origin)) return new URL(at.on);
    if (at.on) at = await ask(at.on);
    else {
      const form = /<form[^>]+action="([^"]+)"/.exec(at.text)?.[1];
      if (!form) throw new Error(`the provider says: ${at.text.slice(0, 400)}`);
      const answers = new URLSearchParams({ prompt: 'login', login, password: 'any' });
      at = await ask(new URL(form, origin).href, answers);
    }
  }
  throw new Error('the provider leads nowhere');
}
