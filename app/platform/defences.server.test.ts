import { createServer, type RequestListener } from 'node:http';

import express from 'express';
import { describe, expect, test } from 'vitest';

import { defences, defendApi, standsHere, type Whence } from './defences.server.ts';
import { inRequest } from './request.server.ts';

const house = 'https://fairroute.example';
const host = 'fairroute.example';

describe('a write is taken from a page of this house:', () => {
  test.each<[string, Whence, boolean]>([
    ['its own origin', { origin: house }, true],
    ['its own origin, and the browser agrees', { origin: house, site: 'same-origin' }, true],
    ['no origin, but the browser says it stands here', { site: 'same-origin' }, true],
    ['an origin kept to itself, but it stands here', { origin: 'null', site: 'same-origin' }, true],
    ['only the page it came from', { referer: `${house}/apply/agency` }, true],
    ['another site', { origin: 'https://evil.example' }, false],
    ['another site that says it is not', { origin: house, site: 'cross-site' }, false],
    ['a sister of the house', { origin: 'https://mail.fairroute.example' }, false],
    ['a sister, by what the browser says', { site: 'same-site' }, false],
    ['the address bar', { site: 'none' }, false],
    ['another scheme', { origin: 'http://fairroute.example' }, false],
    ['another scheme with our host', { origin: 'http://fairroute.example', host }, false],
    ['another port', { origin: 'https://fairroute.example:8443' }, false],
    [
      'another port with its own host',
      { origin: 'https://fairroute.example:8443', host: `${host}:8443` },
      false,
    ],
    ['a site that brings its own host', { origin: 'https://evil.example', host: 'evil.example' }, false],
    ['our name with more behind it', { origin: 'https://fairroute.example.evil.example' }, false],
    ['our name in front of an at', { origin: 'https://fairroute.example@evil.example' }, false],
    ['an origin kept to itself', { origin: 'null' }, false],
    ['an origin kept to itself, with a page of ours', { origin: 'null', referer: house }, false],
    ['a page of another site', { referer: 'https://evil.example/?https://fairroute.example' }, false],
    ['an origin that is none', { origin: 'fairroute.example' }, false],
    ['nothing, as programs do', {}, true],
    ['nothing but a host, as programs do', { host }, true],
  ])('%s', (_what, whence, taken) => {
    expect(standsHere(whence, house)).toBe(taken);
  });
});

describe('on one’s own machine the house answers to each of its names:', () => {
  test.each<[string, Whence, boolean]>([
    ['the other name', { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }, true],
    ['the same name', { origin: 'http://localhost:3000', host: 'localhost:3000' }, true],
    ['another program on the machine', { origin: 'http://127.0.0.1:8080', host: '127.0.0.1:3000' }, false],
    ['a name somebody points here', { origin: 'http://evil.example:3000', host: 'evil.example:3000' }, false],
  ])('%s', (_what, whence, taken) => {
    expect(standsHere(whence, 'http://localhost:3000')).toBe(taken);
  });
});

/** The headers of one answer, from a server that says nothing else. */
async function headersOf(listener: RequestListener, path: string) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const { headers } = await fetch(`http://127.0.0.1:${port}${path}`);
  await new Promise((resolve) => server.close(resolve));
  return headers;
}

const site = (origin: string) =>
  express()
    .use(inRequest)
    .use(defences(origin))
    .use('/en', (_request, response) => void response.append('Referrer-Policy', 'no-referrer').send(''))
    .use((_request, response) => void response.send(''));

const policyOf = async (origin: string, path: string) =>
  (await headersOf(site(origin), path)).get('Content-Security-Policy') ?? '';

const local = 'http://localhost:3000';

test.each(['/sign-in', '/sign-in/sso', '/sign-in/sso?next=/now', '/sign-in/second-factor'])(
  'forms at %s lead to this house alone',
  async (path) => {
    for (const origin of [house, local])
      expect(await policyOf(origin, path)).toContain("form-action 'self';");
  },
);

test('TLS is insisted on where the house speaks it, and nowhere else', async () => {
  const [secure, plain] = [await headersOf(site(house), '/'), await headersOf(site(local), '/')];
  expect(secure.get('Strict-Transport-Security')).toBe('max-age=63072000; includeSubDomains; preload');
  expect(secure.get('Content-Security-Policy')).toContain('upgrade-insecure-requests');
  expect(plain.has('Strict-Transport-Security')).toBe(false);
  expect(plain.get('Content-Security-Policy')).not.toContain('upgrade-insecure-requests');
});

test('a page may say more of itself, in the place of what is said of all', async () => {
  expect((await headersOf(site(house), '/en/check')).get('Referrer-Policy')).toBe('no-referrer');
  expect((await headersOf(site(house), '/sign-in')).get('Referrer-Policy')).toBe('same-origin');
});

test('nothing is unsafe in the policy of a page, and no two answers share a nonce', async () => {
  const [one, two] = [await policyOf(house, '/'), await policyOf(house, '/')];
  expect(one).toMatch(/^default-src 'none';script-src 'nonce-[\w+/]{22}=='/);
  expect(one).not.toMatch(/unsafe|\*|http:/);
  expect(one).not.toBe(two);
});

test('data of the API is for anyone, and for no browser to show as a page', async () => {
  const api = defendApi((_request, response) => response.end('{}'), house);
  const headers = await headersOf((request, response) => void api(request, response), '/');
  expect(headers.get('Content-Security-Policy')).toBe("default-src 'none';frame-ancestors 'none'");
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
  expect(headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin');
});
