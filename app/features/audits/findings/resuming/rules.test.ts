import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addDays, daysBetween } from '#app/platform/calendar.ts';

import { findingStates } from '../model.ts';
import { inState } from '../states.test-data.ts';
import { laterBy, resume } from './rules.ts';

const days = {
  ...{ containDueOn: null, planDueOn: '2026-03-15', closeDueOn: '2026-05-30', resubmitDueOn: null },
};
const standstill = { from: '2026-03-10', today: '2026-04-10' };

test.each(findingStates)('of a finding that is %s the clocks run again where any ran', (state) => {
  const outcome = resume(inState[state], days, standstill);
  if (state === 'raised' || state === 'closed' || state === 'withdrawn')
    expect(outcome).toEqual({ ok: false, refusal: `finding_is_${state}` });
  else if (state === 'disputed') expect(outcome).toEqual({ ok: true, value: { stood: 31, days } });
  else
    expect(outcome).toEqual({
      ok: true,
      value: { stood: 31, days: { ...days, planDueOn: '2026-04-15', closeDueOn: '2026-06-30' } },
    });
});

describe('after a standstill', () => {
  const { awaiting_cap } = inState;
  test('an observation has no clock, and a day that was missed stays missed', () => {
    expect(resume({ ...awaiting_cap, grade: 'observation' }, days, standstill)).toEqual({
      ok: false,
      refusal: 'nothing_runs',
    });
    const missed = { ...days, planDueOn: '2026-03-09' };
    expect(resume(awaiting_cap, missed, standstill)).toMatchObject({
      value: { days: { planDueOn: '2026-03-09', closeDueOn: '2026-06-30' } },
    });
  });

  test('each clock has the days it had left', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(400), (left, stood) => {
        const from = '2026-03-10';
        const today = addDays(from, stood);
        const outcome = resume(awaiting_cap, { ...days, closeDueOn: addDays(from, left) }, { from, today });
        if (!outcome.ok) throw new Error(outcome.refusal);
        expect(daysBetween(today, outcome.value.days.closeDueOn ?? '')).toBe(left);
      }),
    );
  });
});

test('a day comes later by as long as it stood, and one that was missed before stays missed', () => {
  const stood = { from: '2026-03-03', today: '2026-03-15' };
  expect(laterBy(stood, '2026-03-03')).toBe('2026-03-15');
  expect(laterBy(stood, '2026-03-02')).toBe('2026-03-02');
  expect(laterBy({ from: '2026-03-15', today: '2026-03-03' }, '2026-03-20')).toBe('2026-03-20');
});
