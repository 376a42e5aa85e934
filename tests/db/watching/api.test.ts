import { createServer } from 'node:http';

import { expect } from 'vitest';
import { z } from 'zod';

import { answerWith } from '#app/api/answer.server.ts';
import { apiLimits } from '#app/api/door.server.ts';
import { makeKey } from '#app/features/accounts/keys/commands.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { aCompany } from '#tests/support/factories/watching.ts';
import { test as base } from '#tests/support/test.ts';

type Ask = (
  method: string,
  path: string,
  sent?: { key?: string; body?: unknown },
) => Promise<[number, unknown]>;

/** The API on loopback, on the test's own database. */
const test = base.extend<{ ask: Ask }>({
  ask: async ({ copy: { db, pool } }, use) => {
    const ground = { db, pool, origin: 'https://scheme.example', limits: apiLimits(120) };
    const server = createServer(
      (request, response) => void answerWith(ground, request, response, '192.0.2.1'),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await use(async (method, path, { key, body } = {}) => {
      const response = await fetch(`http://127.0.0.1:${port}/api/v1${path}`, {
        ...{ method, headers: key ? { Authorization: `Bearer ${key}` } : {} },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      return [response.status, await response.json()];
    });
    server.close();
  },
});

test('a program watches in its company’s name, reads its own watches alone, and ends them', async ({
  db,
  work,
  now,
  ask,
}) => {
  await aCertificate(db, work);
  const keyOf = async (name: string, scope: 'watches:write' | 'register:read' = 'watches:write') => {
    const { owner } = await aCompany(db, now, name);
    return done(await makeKey(owner, { id: crypto.randomUUID(), name, scopes: [scope] })).key;
  };
  const [key, other, reader] = [
    await keyOf('Northwind'),
    await keyOf('Delta'),
    await keyOf('Gamma', 'register:read'),
  ];
  const number = 'LRN00012603';

  const [, made] = await ask('POST', '/watches', { key, body: { registrationNumber: 'lrn 0001 2603' } });
  expect(made).toMatchObject({ again: false });
  const [, again] = await ask('POST', '/watches', { key, body: { registrationNumber: number } });
  expect(again).toEqual({ ...Object(made), again: true });
  await ask('POST', '/watches', { key, body: { corridor: { origin: 'NP', destination: 'QA' } } });
  const list = { name: 'Suppliers', registrationNumbers: [number, 'LRN99999999'] };
  expect((await ask('POST', '/watches', { key, body: list }))[1]).toMatchObject({ unknown: ['LRN99999999'] });
  const [, read] = await ask('GET', '/watches', { key });
  expect(read).toMatchObject({ next: null });
  const { data } = z.object({ data: z.array(z.unknown()) }).parse(read);
  expect(data).toHaveLength(3);
  expect(data).toContainEqual(
    expect.objectContaining({ kind: 'corridor', corridor: { origin: 'NP', destination: 'QA' } }),
  );

  const id = z.object({ id: z.string() }).parse(made).id;
  expect(await ask('DELETE', `/watches/${id}`, { key: other })).toMatchObject([
    404,
    { code: 'unknown_watch' },
  ]);
  expect((await ask('GET', '/watches', { key: other }))[1]).toMatchObject({ data: [] });
  expect(await ask('DELETE', `/watches/${id}`, { key })).toEqual([200, { id, ended: true }]);
  expect(await ask('DELETE', `/watches/${id}`, { key })).toMatchObject([404, { code: 'unknown_watch' }]);

  for (const [method, path] of [
    ['GET', '/watches'],
    ['POST', '/watches'],
    ['DELETE', `/watches/${id}`],
  ] as const) {
    const body = method === 'POST' ? { registrationNumber: number } : undefined;
    expect(await ask(method, path, { body })).toMatchObject([401, { code: 'key_required' }]);
    expect(await ask(method, path, { key: reader, body })).toMatchObject([
      403,
      { code: 'insufficient_scope' },
    ]);
  }
  for (const body of [
    'no JSON',
    {},
    { registrationNumber: 5 },
    { corridor: { origin: 'XX', destination: 'QA' } },
  ])
    expect(await ask('POST', '/watches', { key, body })).toMatchObject([400, { code: 'invalid_body' }]);
  expect(await ask('POST', '/watches', { key, body: { registrationNumber: 'LRN88888888' } })).toMatchObject([
    ...[404, { code: 'unknown_recruiter' }],
  ]);
  expect(await ask('POST', '/recruiters', { key })).toMatchObject([405, { code: 'method_not_allowed' }]);
});
