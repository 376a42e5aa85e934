import { apiLimits } from '#app/api/door.server.ts';
import { publishingAt } from '#app/features/credentials/house.server.ts';
import { verifyCredential } from '#app/features/credentials/verify/verify.server.ts';
import type { Publishing } from '#app/features/credentials/status-list/publish.server.ts';
import { serveApi } from '#tests/support/loopback.ts';
import { test as base } from '#tests/support/test.ts';

export const origin = 'https://scheme.example';
export const did = 'did:web:scheme.example';

type Fixtures = {
  house: Publishing;
  ask: (path: string, headers?: Record<string, string>) => Promise<Response>;
  verify: (pasted: string, now?: Date) => ReturnType<typeof verifyCredential>;
};

/** The API on loopback and the page's verifier, on the test's own database. */
export const test = base.extend<Fixtures>({
  house: async ({ db }, use) => use(publishingAt({ db }, origin)),
  ask: async ({ copy: { db, pool } }, use) => {
    const ground = { db, pool, origin, limits: apiLimits(1000) };
    const served = await serveApi(ground);
    await use((path, headers = {}) => fetch(`${served.url}${path}`, { headers }));
    served.stop();
  },
  verify: async ({ house }, use) => use((pasted, now = new Date()) => verifyCredential(house, pasted, now)),
});

export const jwt = { Accept: 'application/vc+jwt' };
export const embedded = { Accept: 'application/vc' };
