import { setTimeout as pause } from 'node:timers/promises';

import { expect, test } from 'vitest';

import { hashPassword, passwordMatches } from './password.server.ts';

test('twenty at once are all answered, each with its own answer', async () => {
  const hashed = await hashPassword('correct horse');
  const tries = Array.from({ length: 20 }, (_, i) => (i % 3 ? 'correct horse' : `wrong ${i}`));
  const answers = await Promise.all(tries.map((password) => passwordMatches(hashed, password)));
  expect(answers).toEqual(tries.map((password) => password === 'correct horse'));
});

test('while many wait in line, everything else goes on', async () => {
  const hashed = await hashPassword('correct horse');
  const all = Promise.all(Array.from({ length: 20 }, () => passwordMatches(hashed, 'wrong')));
  const ended = all.then(() => 'ended');
  let turns = 0;
  while ((await Promise.race([ended, pause(1, 'turn')])) === 'turn') turns += 1;
  expect(turns).toBeGreaterThan(20);
});

test('one that fails gives its place to the next', async () => {
  const broken = Array.from({ length: 10 }, () => passwordMatches('no hash at all', 'x'));
  const settled = await Promise.allSettled(broken);
  expect(settled.every(({ status }) => status === 'rejected')).toBe(true);
  expect(await passwordMatches(await hashPassword('x'), 'x')).toBe(true);
});
