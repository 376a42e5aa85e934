import { expect, test } from 'vitest';

import { noticeOn, noticeSteps } from './rules.ts';

test('a remedy is announced 30 and 7 days ahead, and told late from the day after', () => {
  const on = (today: string) => noticeOn('2026-05-30', today);
  expect(noticeSteps).toEqual([0, 7, 30]);
  expect(on('2026-04-29')).toBeUndefined();
  expect(on('2026-04-30')).toBe(30);
  expect(on('2026-05-22')).toBe(30);
  expect(on('2026-05-23')).toBe(7);
  expect(on('2026-05-30')).toBe(7);
  expect(on('2026-05-31')).toBe(0);
});
