import { expect, test } from 'vitest';

import { decideIndependently } from './rules.ts';

test('people not involved decide', () => {
  expect(decideIndependently(false).ok).toBe(true);
  expect(decideIndependently(true)).toEqual({ ok: false, refusal: 'involved_in_decision' });
});
