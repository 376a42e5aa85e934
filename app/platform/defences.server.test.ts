import { describe, expect, test } from 'vitest';

import { standsHere, type Whence } from './defences.server.ts';

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
    ['nothing', {}, false],
    ['nothing but a host', { host }, false],
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
