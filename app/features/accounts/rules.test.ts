import { expect, test } from 'vitest';

import { afterConfirming, localPath } from './rules.ts';

test.each([
  ['/audits?page=2', '/audits?page=2'],
  ['/findings/1#plan', '/findings/1#plan'],
  ['/register?q=a//b&to=https://fairroute.example', '/register?q=a//b&to=https://fairroute.example'],
  // Left as they are by every browser: paths of this site, however odd.
  ['/@evil.example', '/@evil.example'],
  ['/%09/evil.example', '/%09/evil.example'],
  ['/%2F/evil.example', '/%2F/evil.example'],
  ['/%252Fevil.example', '/%252Fevil.example'],
  ['/%5Cevil.example', '/%5Cevil.example'],
  ['/https://evil.example', '/https://evil.example'],
  // Written out, so that a header can hold them.
  ['/\uFF0Fevil.example', '/%EF%BC%8Fevil.example'],
  ['/\u2215\u2044evil.example', '/%E2%88%95%E2%81%84evil.example'],
  ['/काठमाडौं', `/${encodeURIComponent('काठमाडौं')}`],
  ['/\uD800', '/%EF%BF%BD'],
])('after signing in, %j leads to %s', (next, path) => {
  expect(localPath(next)).toBe(path);
});

test.each([
  '//evil.example',
  '///evil.example',
  '////evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\\/evil.example',
  '/path\\..\\..\\evil.example',
  '/\tevil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '\t//evil.example',
  ' //evil.example',
  '/\u0000/evil.example',
  '/\u0085/evil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/%2e//evil.example',
  '/a/../..//evil.example',
  '//evil.example@fairroute.example',
  '@evil.example',
  '.evil.example',
  'evil.example',
  'https://evil.example',
  'https:evil.example',
  'http:/evil.example',
  'HTTPS://fairroute.example@evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  '?next=//evil.example',
  '#//evil.example',
  '%2F%2Fevil.example',
  '//[::1',
  '/a\r\nSet-Cookie: x',
  `/${'a'.repeat(2000)}`,
  // Doors: whoever is through would stand before them again.
  '/sign-in',
  '/sign-in?next=/sign-in',
  '/sign-out',
  '/sign-up/complete',
  '/SIGN-OUT',
  '/./sign-in',
  '/a/../sign-in',
  '/%73ign-out',
  '/sign%2Din',
  '/confirm-identity?next=/now',
  '/%E0%A4%A',
  '',
  null,
  undefined,
])('after signing in, %j leads to the first page', (next) => {
  expect(localPath(next)).toBe('/now');
});

test.each([
  [undefined, '/confirm-identity'],
  ['', '/confirm-identity'],
  ['/scheme/certificates', '/scheme/certificates'],
  ['//elsewhere.example', '/now'],
])('after saying who one is for %j the way leads to %s', (next, to) => {
  expect(afterConfirming(next)).toBe(to);
});
