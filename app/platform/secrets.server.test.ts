import { expect, test } from 'vitest';

import { open, seal } from './secrets.server.ts';

test('what is sealed opens again, is never written twice the same, and breaks when it is altered', () => {
  const sealed = seal('a client’s secret');
  expect(open(sealed)).toBe('a client’s secret');
  expect(sealed.includes('secret')).toBe(false);
  expect(seal('a client’s secret').equals(sealed)).toBe(false);
  const altered = Buffer.from(sealed);
  altered[altered.length - 1] = (altered.at(-1) ?? 0) ^ 1;
  expect(() => open(altered)).toThrow();
});
