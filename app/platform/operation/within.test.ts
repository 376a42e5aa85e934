import { setTimeout as pause } from 'node:timers/promises';

import { expect, test } from 'vitest';

import { Overdue, within } from './within.ts';

test('what comes in time is answered as it is, what does not is overdue', async () => {
  expect(await within(1000, Promise.resolve('here'))).toBe('here');
  await expect(within(1000, Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  await expect(within(5, pause(200))).rejects.toBeInstanceOf(Overdue);
});
