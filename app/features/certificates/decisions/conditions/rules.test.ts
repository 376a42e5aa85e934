import { expect, test } from 'vitest';

import { conditionStates, settle } from './rules.ts';

test('a condition is settled once, whatever it came to', () => {
  for (const state of conditionStates)
    for (const outcome of ['met', 'not_met'] as const)
      expect(settle(state, { outcome, tied: false })).toEqual(
        state === 'open'
          ? { ok: true, value: { state: outcome } }
          : { ok: false, refusal: 'condition_settled' },
      );
});

test('a condition is settled by nobody with a tie to the recruiter', () => {
  expect(settle('open', { outcome: 'met', tied: true })).toEqual({ ok: false, refusal: 'tied_officer' });
});
