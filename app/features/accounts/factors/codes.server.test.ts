import { expect, test } from 'vitest';

import { newSecret } from './authenticator.server.ts';
import { newCodes } from './codes.server.ts';

test('recovery codes are ten letters of thirty-two each, fifty bits, and none comes twice', () => {
  const codes = Array.from({ length: 200 }, newCodes).flat();
  expect(codes).toHaveLength(2000);
  expect(new Set(codes).size).toBe(2000);
  for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
  expect(new Set(codes.join('').replaceAll('-', '')).size).toBe(32);
});

test('the secret of an app has 160 bits and is new every time', () => {
  const secrets = Array.from({ length: 100 }, newSecret);
  expect(new Set(secrets).size).toBe(100);
  for (const secret of secrets) expect(secret).toMatch(/^[A-Z2-7]{32}$/);
});
