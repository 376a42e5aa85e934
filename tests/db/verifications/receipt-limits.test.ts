import { sql } from 'kysely';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { z } from 'zod';

import { answerWith } from '#app/api/answer.server.ts';
import { apiLimits } from '#app/api/door.server.ts';
import { makeKey } from '#app/features/accounts/keys/commands.server.ts';
import { theDatabase } from '#app/platform/database/client.server.ts';
import { action as askOnPage } from '#app/routes/receipts/ask.tsx';
import { done } from '#tests/support/factories/audits.ts';
import { aListed, origin, someSigning } from '#tests/support/factories/listed.ts';
import { aCompany } from '#tests/support/factories/watching.ts';
import { serve } from '#tests/support/loopback.ts';
import { copyOfTemplate } from '#tests/support/postgres.ts';

const number = 'LRN00022603';

/** Pages ask the process's own database, which for this file is one copy. */
let copy: Awaited<ReturnType<typeof copyOfTemplate>>;
let api: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  copy = await copyOfTemplate(inject('serverUrl'));
  process.env['DATABASE_URL'] = copy.url;
  const { db, pool } = copy;
  await aListed(db, { name: 'Everest Gate', number });
  const ground = { db, pool, origin, signing: someSigning(), limits: apiLimits(1000) };
  api = await serve(
    (request, response) =>
      void answerWith(ground, request, response, String(request.headers['x-test-address'])),
  );
});

afterAll(async () => {
  api.stop();
  await theDatabase().db.destroy();
  await copy.drop();
});

async function ask(from: string, { key, receipt = true }: { key?: string; receipt?: boolean } = {}) {
  const response = await fetch(`${api.url}/api/v1/verifications${receipt ? '?receipt=true' : ''}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-Test-Address': from,
      ...(key !== undefined && { Authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify({ items: [{ registrationNumber: number }] }),
  });
  const { code } = z.looseObject({ code: z.string().optional() }).parse(await response.json());
  return { status: response.status, code, wait: Number(response.headers.get('Retry-After')) };
}

const receipts = async () => {
  const { rows } = await sql<{ count: number }>`select count(*) from verification`.execute(copy.db);
  return rows[0]?.count;
};

test('by the API one network has thirty receipts an hour without a key, another its own, a company as it likes', async () => {
  const before = (await receipts()) ?? 0;
  for (let had = 0; had < 30; had += 1) expect((await ask('192.0.2.1')).status).toBe(200);
  const full = await ask('192.0.2.1');
  expect(full).toMatchObject({ status: 429, code: 'too_many_requests' });
  expect(full.wait > 60 && full.wait <= 3600).toBe(true);
  expect(await receipts()).toBe(before + 30);
  // What leaves nothing behind is asked on.
  expect((await ask('192.0.2.1', { receipt: false })).status).toBe(200);
  expect((await ask('192.0.2.2')).status).toBe(200);
  const { owner } = await aCompany(copy.db, new Date());
  const scopes = ['verifications:write' as const];
  const { key } = done(await makeKey(owner, { id: crypto.randomUUID(), name: 'Portal', scopes }));
  expect((await ask('192.0.2.1', { key })).status).toBe(200);
});

test('on the page a visitor has thirty an hour, then is told how long to wait', async () => {
  const request = () =>
    askOnPage({
      request: new Request(`${origin}/receipts/ask/${number}`, { method: 'POST' }),
      params: { registrationNumber: number },
      context: {},
    });
  const before = (await receipts()) ?? 0;
  for (let had = 0; had < 30; had += 1) expect(await request()).toMatchObject({ status: 302 });
  const full = await request();
  expect(full).toMatchObject({
    data: { refusal: expect.stringMatching(/^too_many:\d+$/) },
    init: { status: 429, headers: { 'Retry-After': expect.stringMatching(/^\d+$/) } },
  });
  expect(await receipts()).toBe(before + 30);
});
