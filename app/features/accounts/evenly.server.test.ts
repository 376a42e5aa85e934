import { setTimeout as pause } from 'node:timers/promises';

import { expect, test } from 'vitest';

import { evenly } from './evenly.server.ts';

const timeOf = async (work: () => Promise<unknown>) => {
  const begun = performance.now();
  await evenly(work).catch(() => undefined);
  return performance.now() - begun;
};

test('short work, longer work and a failure leave no earlier than the same moment', async () => {
  const times = await Promise.all([
    timeOf(() => Promise.resolve()),
    timeOf(() => pause(60)),
    timeOf(() => Promise.reject(new Error('no'))),
  ]);
  for (const time of times) expect(time).toBeGreaterThanOrEqual(245);
});

test('what the work answers comes through', async () => {
  expect(await evenly(() => Promise.resolve(7))).toBe(7);
});
