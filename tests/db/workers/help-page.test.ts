import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { z } from 'zod';

import { listInDirectory } from '#app/features/workers/help/commands.server.ts';
import { theDatabase } from '#app/platform/database/client.server.ts';
import { loader } from '#app/routes/workers/help.tsx';
import { done } from '#tests/support/factories/audits.ts';
import { helpForm, keepers } from '#tests/support/factories/help.ts';
import { copyOfTemplate } from '#tests/support/postgres.ts';

/** Pages ask the process's own database, which for this file is one copy. */
let copy: Awaited<ReturnType<typeof copyOfTemplate>>;

beforeAll(async () => {
  copy = await copyOfTemplate(inject('serverUrl'));
  process.env['DATABASE_URL'] = copy.url;
  const { officer } = await keepers(copy.db);
  done(await listInDirectory({ ...officer, now: new Date() }, helpForm));
  done(await listInDirectory(officer, { ...helpForm, name: 'Never checked again', country: 'AE' }));
});

afterAll(async () => {
  await theDatabase().db.destroy();
  await copy.drop();
});

const shape = z.looseObject({
  data: z.looseObject({
    country: z.string().optional(),
    topic: z.string().optional(),
    countries: z.array(z.string()),
    entries: z.array(z.looseObject({ name: z.string() })),
  }),
  init: z.object({ headers: z.record(z.string(), z.string()) }),
});

const asked = async (path: string) => {
  const request = new Request(`https://scheme.example${path}`);
  const lang = path.split('/')[1] ?? '';
  return loader({ request, params: { lang }, context: {} });
};
const read = async (path: string) => shape.parse(await asked(path));

test('the page offers the countries somebody is known in today', async () => {
  const { data, init } = await read('/ne/help');
  expect(data).toMatchObject({ language: 'ne', countries: ['QA'], entries: [] });
  expect(init.headers).toEqual({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });
});

test('a country and a topic are read from the address; what is neither is nothing', async () => {
  const names = async (query: string) =>
    (await read(`/en/help?${query}`)).data.entries.map(({ name }) => name);
  expect(await names('country=QA')).toEqual(['Harbour Centre']);
  expect(await names('country=qa&topic=shelter')).toEqual(['Harbour Centre']);
  expect(await names('country=QA&topic=union')).toEqual([]);
  expect(await names('country=QA&topic=money')).toEqual(['Harbour Centre']);
  expect(await names('country=AE')).toEqual([]);
  expect((await read('/en/help?country=Qatar')).data).toMatchObject({
    country: undefined,
    countries: ['QA'],
  });
});

test('a language nobody wrote leads to English with what was asked', async () => {
  const answer = await asked('/xx/help?country=QA');
  expect(answer).toBeInstanceOf(Response);
  const { status, headers } = z.instanceof(Response).parse(answer);
  expect([status, headers.get('Location')]).toEqual([302, '/en/help?country=QA']);
  expect(headers.get('Cache-Control')).toBe('no-store');
});
