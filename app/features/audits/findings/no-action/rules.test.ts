import { describe, expect, test } from 'vitest';

import { findingStates, type Finding } from '../model.ts';
import { inState } from '../states.test-data.ts';
import { acceptNoAction, mayBeLeft, planNoAction } from './rules.ts';

const no = (refusal: string) => ({ ok: false, refusal });
const minor = (finding: Finding): Finding => ({ ...finding, grade: 'minor', noAction: true });

describe('planning nothing', () => {
  test.each(findingStates)('from %s', (state) => {
    const outcome = planNoAction(minor(inState[state]));
    if (state === 'awaiting_cap' || state === 'cap_returned')
      expect(outcome).toMatchObject({
        ok: true,
        value: { state: 'cap_submitted', plans: 2, noAction: true },
      });
    else expect(outcome).toEqual(no(`finding_is_${state}`));
  });

  test('is for what is minor and harmed nobody', () => {
    const waiting = minor(inState.awaiting_cap);
    for (const grade of ['critical', 'major'] as const)
      expect(planNoAction({ ...waiting, grade })).toEqual(no('grade_needs_action'));
    expect(planNoAction({ ...waiting, harm: 'wages', remedy: 'owed' })).toEqual(no('harm_needs_action'));
    expect(mayBeLeft({ grade: 'minor', harm: null })).toBe(true);
    expect(mayBeLeft({ grade: 'minor', harm: 'other' })).toBe(false);
  });
});

describe('accepting why', () => {
  test.each(findingStates)('from %s', (state) => {
    const outcome = acceptNoAction(minor(inState[state]), 1);
    if (state === 'cap_submitted') expect(outcome).toMatchObject({ ok: true, value: { state: 'closed' } });
    else expect(outcome).toEqual(no(`finding_is_${state}`));
  });

  test('waits for the round that was read, for its grade to be settled, and refuses what grew graver', () => {
    const sent = minor(inState.cap_submitted);
    expect(acceptNoAction(sent, 2)).toEqual(no('another_round'));
    expect(acceptNoAction({ ...sent, noAction: false }, 1)).toEqual(no('action_planned'));
    const proposal = { from: 'minor', to: 'major', proposedBy: 'lead' } as const;
    expect(acceptNoAction({ ...sent, proposal }, 1)).toEqual(no('regrade_open'));
    expect(acceptNoAction({ ...sent, grade: 'major' }, 1)).toEqual(no('grade_needs_action'));
    expect(acceptNoAction({ ...sent, harm: 'other' }, 1)).toEqual(no('harm_needs_action'));
  });
});
