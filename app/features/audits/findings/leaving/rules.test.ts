import { describe, expect, test } from 'vitest';

import { findingStates } from '../model.ts';
import { inState } from '../states.test-data.ts';
import { leaveOpen } from './rules.ts';

describe.each(findingStates)('a recruiter leaves with a finding that is %s', (state) => {
  test('which is told where it is open', () => {
    const outcome = leaveOpen({ ...inState[state], grade: 'major', harm: 'wages', told: false });
    expect(outcome).toEqual(
      state === 'closed' || state === 'withdrawn'
        ? { ok: false, refusal: `finding_is_${state}` }
        : { ok: true, value: { harmed: true } },
    );
  });
});

test.each([
  ['a critical one that harmed nobody', { grade: 'critical' }, { ok: true, value: { harmed: false } }],
  ['one that is neither', { grade: 'major' }, { ok: false, refusal: 'nothing_grave' }],
  ['one that was told', { grade: 'critical', told: true }, { ok: false, refusal: 'told_before' }],
] as const)('%s', (_what, change, outcome) => {
  expect(leaveOpen({ ...inState.awaiting_cap, told: false, ...change })).toEqual(outcome);
});
