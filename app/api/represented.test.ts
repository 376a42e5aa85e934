import { expect, test } from 'vitest';

import { preferred } from './represented.ts';

const offered = ['application/json', 'application/vc+jwt', 'application/vc'] as const;

test.each([
  ['', 'application/json'],
  ['*/*', 'application/json'],
  ['application/vc+jwt', 'application/vc+jwt'],
  ['application/vc', 'application/vc'],
  ['APPLICATION/VC', 'application/vc'],
  ['text/html, application/vc;q=0.9, */*;q=0.1', 'application/vc'],
  ['application/vc;q=0.4, application/vc+jwt;q=0.8', 'application/vc+jwt'],
  ['application/*;q=0.5, application/vc', 'application/vc'],
  ['application/json;q=0, */*', 'application/vc+jwt'],
  ['text/html', 'application/json'],
  ['application/vc;q=words', 'application/json'],
])('asked for %j, %s is sent', (accept, type) => {
  expect(preferred(accept, offered)).toBe(type);
});
