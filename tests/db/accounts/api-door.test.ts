import { createServer } from 'node:http';

import { describe, expect } from 'vitest';
import { z } from 'zod';

import { answerWith } from '#app/api/answer.server.ts';
import { apiLimits } from '#app/api/door.server.ts';
import { foundOrganisation } from '#app/features/accounts/commands.server.ts';
import { makeKey, revokeKey, rotateKey } from '#app/features/accounts/keys/commands.server.ts';
import type { KeyScope } from '#app/features/accounts/keys/model.ts';
import { inMemory } from '#app/platform/limits.server.ts';
import { aPerson, done } from '#tests/support/factories/audits.ts';
import { test as base } from '#tests/support/test.ts';

type Ask = (address: string, authorization?: string) => Promise<Response>;
type House = {
  /** Asks the API, which takes three questions a minute of a visitor and five of a key. */
  ask: Ask;
  keys: {
    make(...scopes: KeyScope[]): Promise<{ id: string; key: string }>;
    revoke(id: string): Promise<unknown>;
    replace(id: string): Promise<{ key: string }>;
  };
};

const test = base.extend<House>({
  ask: async ({ copy: { db, pool } }, use) => {
    const limits = { ...apiLimits(3), keys: inMemory({ name: 'key', points: 5, seconds: 60 }) };
    const ground = { db, pool, origin: 'https://scheme.example', limits };
    const server = createServer(
      (request, response) =>
        void answerWith(ground, request, response, String(request.headers['x-test-address'])),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await use((from, authorization) =>
      fetch(`http://127.0.0.1:${port}/api/v1/recruiters`, {
        headers: { 'X-Test-Address': from, ...(authorization !== undefined && { authorization }) },
      }),
    );
    server.close();
  },
  keys: async ({ db }, use) => {
    const kind = 'company';
    const now = new Date();
    const id = await foundOrganisation({ db, now }, { kind, name: 'Northwind', country: 'SE' });
    const scope = () => ({ db, now: new Date(), actor: { ...owner, owner: true } });
    const owner = await aPerson(db, { id, kind }, kind);
    await use({
      make: async (...scopes) =>
        done(await makeKey(scope(), { id: crypto.randomUUID(), name: 'Portal', scopes })),
      revoke: async (keyId) => done(await revokeKey(scope(), keyId)),
      replace: async (keyId) => done(await rotateKey(scope(), keyId, { overlap: 'none' })),
    });
  },
});

const told = async (response: Response) => {
  const { code } = z.object({ code: z.string() }).parse(await response.json());
  return [response.status, code];
};
const unknown = `Bearer fr_live_${'a'.repeat(43)}`;

describe('a key at the API', () => {
  test('opens what it was made for, and is noted', async ({ db, ask, keys }) => {
    const { key } = await keys.make('register:read');
    const response = await ask('192.0.2.1', `Bearer ${key}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('RateLimit-Policy')).toBe('"key";q=5;w=60');
    expect(response.headers.get('RateLimit')).toMatch(/^"key";r=4;t=\d+$/);
    const { last_used_at } = await db.selectFrom('api_key').select('last_used_at').executeTakeFirstOrThrow();
    expect(last_used_at).not.toBeNull();
  });

  test('made for something else is refused in so many words', async ({ ask, keys }) => {
    const { key } = await keys.make('watches:write', 'verifications:write');
    const response = await ask('192.0.2.1', `Bearer ${key}`);
    expect(response.headers.get('WWW-Authenticate')).toContain('scope="register:read"');
    expect(await told(response)).toEqual([403, 'insufficient_scope']);
  });

  test('that was revoked or replaced is refused with the next question', async ({ ask, keys }) => {
    const old = await keys.make('register:read');
    const fresh = await keys.replace(old.id);
    expect((await ask('192.0.2.1', `Bearer ${fresh.key}`)).status).toBe(200);
    expect(await told(await ask('192.0.2.1', `Bearer ${old.key}`))).toEqual([401, 'invalid_key']);
    const other = await keys.make('register:read');
    await keys.revoke(other.id);
    expect(await told(await ask('192.0.2.1', `Bearer ${other.key}`))).toEqual([401, 'invalid_key']);
  });

  test.for([
    unknown,
    'Bearer',
    'Bearer nonsense',
    'Basic dXNlcjpwYXNz',
    '',
    `Bearer ${'x'.repeat(4000)}`,
    `Bearer ${'a b '.repeat(20)}`,
  ])('%s is no key, 401', async (authorization, { ask }) => {
    const response = await ask('192.0.2.1', authorization);
    expect(response.headers.get('WWW-Authenticate')).toMatch(/^Bearer/);
    expect(await told(response)).toEqual([401, 'invalid_key']);
  });
});

describe('limits of the API', () => {
  test('a visitor is counted by address, and told what is left and how long to wait', async ({ ask }) => {
    for (const left of [2, 1, 0]) {
      const response = await ask('192.0.2.1');
      expect([response.status, response.headers.get('RateLimit')?.split(';')[1]]).toEqual([200, `r=${left}`]);
    }
    const full = await ask('192.0.2.1');
    const wait = Number(full.headers.get('Retry-After'));
    expect(wait > 0 && wait <= 60).toBe(true);
    expect(full.headers.get('RateLimit-Policy')).toBe('"visitor";q=3;w=60');
    expect(await told(full)).toEqual([429, 'too_many_requests']);
    expect((await ask('192.0.2.2')).status).toBe(200);
  });

  test('whoever chooses the end of an IPv6 address is one visitor', async ({ ask }) => {
    for (const end of [1, 2, 3]) expect((await ask(`2001:db8:1:2::${end}`)).status).toBe(200);
    expect((await ask('2001:db8:1:2::4')).status).toBe(429);
    expect((await ask('2001:db8:1:3::4')).status).toBe(200);
  });

  test('a key is counted by itself, from wherever it asks, and not its address', async ({ ask, keys }) => {
    const { key } = await keys.make('register:read');
    for (const end of [1, 2, 3, 4, 5])
      expect((await ask(`192.0.2.${end}`, `Bearer ${key}`)).status).toBe(200);
    expect((await ask('192.0.2.6', `Bearer ${key}`)).status).toBe(429);
    expect((await ask('192.0.2.1')).status).toBe(200);
    const other = await keys.make('register:read');
    expect((await ask('192.0.2.1', `Bearer ${other.key}`)).status).toBe(200);
  });

  test('wrong keys are limited by address and stop writing; the right key goes on', async ({
    db,
    ask,
    keys,
  }) => {
    const { key } = await keys.make('register:read');
    const statuses = [];
    for (let i = 0; i < 6; i += 1) statuses.push((await ask('192.0.2.1', unknown)).status);
    expect(statuses).toEqual([401, 401, 401, 429, 429, 429]);
    const rows = await db.selectFrom('rate_limit').select(['key', 'points']).execute();
    expect(rows).toMatchObject([{ points: 3 }]);
    expect(rows[0]?.key).not.toContain('192.0.2.1');
    expect((await ask('192.0.2.1', `Bearer ${key}`)).status).toBe(200);
  });

  test('thirty wrong keys in a quarter of an hour are enough, whatever the minute', async ({ db, ask }) => {
    await ask('192.0.2.1', unknown);
    await db.updateTable('rate_limit').set({ points: 30 }).execute();
    const response = await ask('192.0.2.1', unknown);
    expect(Number(response.headers.get('Retry-After'))).toBeGreaterThan(60);
    expect(await told(response)).toEqual([429, 'too_many_requests']);
  });
});
