import { apiLimits } from '#app/api/door.server.ts';
import { makeKey } from '#app/features/accounts/keys/commands.server.ts';
import { serveApi } from '#tests/support/loopback.ts';
import { test as base } from '#tests/support/test.ts';

import { done } from './audits.ts';
import { origin, someSigning } from './listed.ts';
import { anOrganisation } from './organisations.ts';

type Sending = { key?: string; headers?: Record<string, string>; path?: string };
export type Send = (body: unknown, sending?: Sending) => Promise<Response>;
type House = {
  signing: ReturnType<typeof someSigning>;
  ask: (path: string, init?: RequestInit) => Promise<Response>;
  /** Sends a list to be checked: JSON, unless it is text already. */
  send: Send;
  company: Awaited<ReturnType<typeof anOrganisation<'company'>>> & { key: string };
};

/** The API on loopback, on the test's own database, and a company with a key for checks. */
export const test = base.extend<House>({
  signing: async ({}, use) => use(someSigning()),
  ask: async ({ copy: { db, pool }, signing }, use) => {
    const ground = { db, pool, origin, signing, limits: apiLimits(120) };
    const served = await serveApi(ground);
    await use((path, init) => fetch(`${served.url}${path}`, init));
    served.stop();
  },
  send: async ({ ask }, use) =>
    use((body, { key, headers, path = '/api/v1/verifications' } = {}) =>
      ask(path, {
        method: 'POST',
        body: typeof body === 'string' ? body : JSON.stringify(body),
        headers: {
          'Content-Type': 'application/json',
          ...(key !== undefined && { Authorization: `Bearer ${key}` }),
          ...headers,
        },
      }),
    ),
  company: async ({ db }, use) => {
    const company = await anOrganisation(db, 'company', 'company', { name: 'Northwind', country: 'SE' });
    const scope = { db, now: new Date(), actor: company.owner };
    const made = await makeKey(scope, {
      id: crypto.randomUUID(),
      name: 'Portal',
      scopes: ['verifications:write'],
    });
    await use({ ...company, key: done(made).key });
  },
});
