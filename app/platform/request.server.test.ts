import { createServer } from 'node:http';

import express from 'express';
import { expect, test } from 'vitest';

import { clientAddress } from './request.server.ts';

/** Asks a server on loopback where a request came from, both ways. */
async function addressSeen(proxies: number, forwarded: string) {
  const app = express();
  app.set('trust proxy', proxies);
  app.get('/', (request, response) => void response.send(request.ip));
  const server = createServer((request, response) => {
    if (request.url === '/api') response.end(clientAddress(app, request));
    else app(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const headers = { 'X-Forwarded-For': forwarded };
  const [api, pages] = await Promise.all(
    ['/api', '/'].map(async (path) => (await fetch(origin + path, { headers })).text()),
  );
  server.close();
  return { api, pages };
}

test.each([
  [0, '203.0.113.9', '127.0.0.1'],
  [1, '203.0.113.9', '203.0.113.9'],
  [1, '198.51.100.1, 203.0.113.9', '203.0.113.9'],
  [2, '198.51.100.1, 203.0.113.9', '198.51.100.1'],
])('behind %i proxies, %s: the API and the pages both see %s', async (proxies, forwarded, seen) => {
  expect(await addressSeen(proxies, forwarded)).toEqual({ api: seen, pages: seen });
});
