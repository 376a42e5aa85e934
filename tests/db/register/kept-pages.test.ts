import type { ServerResponse } from 'node:http';

import { sql } from 'kysely';
import { expect } from 'vitest';

import { KeptAnswers } from '#app/platform/kept/answers.server.ts';
import { keptPage } from '#app/platform/kept/pages.server.ts';
import { serve } from '#tests/support/loopback.ts';
import { test as base } from '#tests/support/test.ts';

const policy = "default-src 'none'; style-src 'self' 'nonce-abc123'";
type Page = { words: string; headers?: Record<string, string>; status?: number };
type House = {
  page: Page;
  rendered: () => number;
  open: (path: string, init?: RequestInit) => Promise<Response>;
};

/** A house whose pages say what they are told to; one that is sent without being rendered was kept. */
const test = base.extend<{ house: House }>({
  house: async ({ copy: { url } }, use) => {
    const kept = new KeptAnswers();
    const stop = kept.listen(url);
    while (kept.begin(new Date()) === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
    const page: Page = { words: '<p>Certified</p>' };
    let rendered = 0;
    const render = (response: ServerResponse) => {
      rendered += 1;
      const said = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy };
      for (const [name, value] of Object.entries({ ...said, ...page.headers }))
        response.setHeader(name, value);
      response.statusCode = page.status ?? 200;
      // In pieces, as a page is streamed.
      response.write(page.words.slice(0, 5));
      response.end(page.words.slice(5));
    };
    const served = await serve((request, response) => {
      if (!keptPage(kept, request, response)) render(response);
    });
    await use({
      page,
      rendered: () => rendered,
      open: (path, init) => fetch(`${served.url}${path}`, init),
    });
    served.stop();
    await stop();
  },
});

const record = '/register/LRN00012603';

test('a record is rendered once for everybody who is not signed in', async ({ house }) => {
  const first = await house.open(record);
  expect(await first.text()).toBe('<p>Certified</p>');
  const second = await house.open(record);
  expect(await second.text()).toBe('<p>Certified</p>');
  expect(house.rendered()).toBe(1);
  expect(second.headers.get('Content-Security-Policy')).toBe("default-src 'none'; style-src 'self'");
  const etag = second.headers.get('ETag') ?? '';
  const again = await house.open(record, { headers: { 'If-None-Match': etag } });
  expect([again.status, await again.text()]).toEqual([304, '']);
  expect(house.rendered()).toBe(1);
});

test('a change of the register has it rendered anew', async ({ house, db }) => {
  await (await house.open(record)).text();
  house.page.words = '<p>Suspended</p>';
  await sql`update certificate set since = since`.execute(db);
  const words = async () => (await house.open(record)).text();
  const end = Date.now() + 1000;
  while ((await words()) !== house.page.words && Date.now() < end);
  expect(await words()).toBe('<p>Suspended</p>');
});

test('what is for one reader is rendered for each', async ({ house }) => {
  for (const of of [
    { path: record, init: { headers: { Cookie: 'session=of-somebody' } } },
    { path: `${record}?asOf=2026-03-01` },
    { path: record, page: { words: '<script nonce="abc123"></script>' } },
    { path: record, page: { words: 'Gone', status: 410 } },
    { path: record, page: { words: 'Hello', headers: { 'Set-Cookie': 'session=new' } } },
    { path: record, page: { words: '{}', headers: { 'Content-Type': 'application/json' } } },
  ]) {
    Object.assign(house.page, { words: '<p>Certified</p>', status: 200, headers: {} }, of.page);
    const before = house.rendered();
    await (await house.open(of.path, of.init)).text();
    await (await house.open(of.path, of.init)).text();
    expect(house.rendered() - before, JSON.stringify(of)).toBe(2);
  }
});
