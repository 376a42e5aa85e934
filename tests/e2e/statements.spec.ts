import { makeKey } from '#app/features/accounts/keys/commands.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { addCompanies, cookieOf, openProduction, type Production } from '#tests/support/production.ts';

import { expect, test } from './support.ts';

let house: Production;
let cookie: string;

test.beforeAll(async () => {
  house = await openProduction();
  await addCompanies(house, ['owner@northwind.example']);
  cookie = await cookieOf(house, 'owner@northwind.example');
});
test.afterAll(() => house.close());

/** Statements a page asks of PostgreSQL, after it was opened once. */
async function statementsOf(path: string, headers: Record<string, string> = {}) {
  const open = async () => {
    const response = await fetch(`${house.origin}${path}`, { headers, redirect: 'manual' });
    await response.text();
    return response.status;
  };
  await open();
  house.statements.length = 0;
  expect(await open()).toBe(200);
  return [...house.statements];
}

for (const path of ['/', '/register', '/developers']) {
  test(`${path} costs a session exactly one statement more than none`, async () => {
    const without = await statementsOf(path);
    const within = await statementsOf(path, { Cookie: cookie });
    expect(without.filter((text) => text.includes('session'))).toEqual([]);
    expect(within.filter((text) => text.includes('session'))).toHaveLength(1);
    expect(within).toHaveLength(without.length + 1);
  });
}

for (const path of ['/now', '/organisation/keys', '/organisation/keys/new']) {
  test(`${path} reads session, person and rights in one statement`, async () => {
    const texts = await statementsOf(path, { Cookie: cookie });
    // What a page itself reads may name people beside its own records.
    const ofDoor = texts.filter((text) => /from "(session|membership|account|organisation)"/.test(text));
    expect(ofDoor.filter((text) => text.includes('"session"'))).toHaveLength(1);
    expect(ofDoor).toHaveLength(1);
  });
}

test('a question to the API costs a visitor nothing for its limit, and a key one statement for itself', async () => {
  const visitor = await statementsOf('/api/v1/recruiters');
  const withKey = await statementsOf('/api/v1/recruiters', { Authorization: `Bearer ${await aKey()}` });
  expect(visitor.filter((text) => /rate_limit|api_key/.test(text))).toEqual([]);
  expect(withKey).toHaveLength(visitor.length + 1);
});

async function aKey() {
  const { accountId, organisationId } = await house.db
    .selectFrom('membership')
    .select(['account_id as accountId', 'organisation_id as organisationId'])
    .executeTakeFirstOrThrow();
  const actor = { kind: 'company', accountId, organisationId, owner: true } as const;
  const form = { id: crypto.randomUUID(), name: 'Portal', scopes: ['register:read' as const] };
  return done(await makeKey({ db: house.db, now: new Date(), actor }, form)).key;
}
