import { expect, test } from 'vitest';

import { conditionStates, daysAhead, noticeOn, settle, suspensionFor } from './rules.ts';

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

test.each([
  ['2026-05-17', undefined],
  ['2026-05-18', 'soon'],
  ['2026-06-01', 'soon'],
  ['2026-06-02', 'overdue'],
])('on %s the clock tells of a condition due on the first of June: %s', (today, step) => {
  expect(noticeOn({ state: 'open', dueOn: '2026-06-01' }, today)).toBe(step);
  for (const state of ['met', 'not_met'] as const)
    expect(noticeOn({ state, dueOn: '2026-06-01' }, today)).toBeUndefined();
});

test('a condition is reminded of two weeks ahead', () => {
  expect(daysAhead).toBe(14);
});

test('a condition that was not met gives the reason and the note of a suspension', () => {
  expect(suspensionFor({ text: 'Train every sub-agent.', dueOn: '2026-06-01' })).toEqual({
    reasonClass: 'late_corrective_action',
    note: 'A condition of the grant was not met by 1 June 2026: Train every sub-agent.',
  });
});
