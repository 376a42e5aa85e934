import { expect, test } from 'vitest';

import { localPath } from './rules.ts';

test.each([
  ['/audits?page=2', '/audits?page=2'],
  ['//evil.example', '/now'],
  ['/\\evil.example', '/now'],
  ['https://evil.example', '/now'],
  ['/a\r\nSet-Cookie: x', '/now'],
  ['/sign-out', '/now'],
  ['', '/now'],
  [null, '/now'],
  [undefined, '/now'],
])('after signing in, %j leads to %s', (next, path) => {
  expect(localPath(next)).toBe(path);
});
