import { describe, expect, test } from 'vitest';

import { findingStates } from '../model.ts';
import { inState, observation, today } from '../states.test-data.ts';
import { answerDispute, awaitsAnswer, dispute, runOn } from './rules.ts';

describe('disputing', () => {
  test.each(findingStates)('from %s', (state) => {
    const outcome = dispute(inState[state], today);
    if (state === 'awaiting_cap') expect(outcome).toEqual({ ok: true, value: { answerBy: '2026-03-11' } });
    else if (state === 'issued') expect(outcome).toEqual({ ok: false, refusal: 'contain_first' });
    else expect(outcome).toEqual({ ok: false, refusal: `finding_is_${state}` });
  });

  test('an observation is possible, too', () => {
    expect(dispute(observation, today)).toMatchObject({ ok: true });
  });

  test('ends five days after the issue, and happens once', () => {
    const { awaiting_cap } = inState;
    expect(dispute(awaiting_cap, '2026-03-06')).toMatchObject({ ok: true });
    expect(dispute(awaiting_cap, '2026-03-07')).toEqual({ ok: false, refusal: 'dispute_too_late' });
    expect(dispute({ ...awaiting_cap, contested: true }, today)).toEqual({
      ok: false,
      refusal: 'disputed_before',
    });
  });
});

describe('the answer', () => {
  const { disputed } = inState;
  const given = {
    outcome: 'kept',
    answeredBy: 'reviewer',
    approved: true,
    tied: false,
    today: '2026-03-04',
  } as const;

  test.each(findingStates)('from %s', (state) => {
    const outcome = answerDispute(inState[state], given);
    if (state === 'disputed') expect(outcome).toMatchObject({ ok: true });
    else expect(outcome).toEqual({ ok: false, refusal: `finding_is_${state}` });
  });

  test('that keeps it gives back the days the dispute took', () => {
    expect(answerDispute(disputed, given)).toMatchObject({
      value: { state: 'awaiting_cap', planDueOn: '2026-03-18', closeDueOn: '2026-06-02' },
    });
    const resting = { ...disputed, planDueOn: null, closeDueOn: null };
    expect(answerDispute(resting, given)).toMatchObject({ value: { state: 'issued', closeDueOn: null } });
  });

  test('that somebody gave meanwhile stands', () => {
    const kept = { ...inState.awaiting_cap, contested: true };
    expect(answerDispute(kept, given)).toEqual({ ok: false, refusal: 'dispute_answered' });
  });

  test('may withdraw it', () => {
    expect(answerDispute(disputed, { ...given, outcome: 'withdrawn' })).toMatchObject({
      value: { state: 'withdrawn' },
    });
  });

  test('is nobody’s who raised it, and waits for a proposed grade', () => {
    expect(answerDispute(disputed, { ...given, answeredBy: 'lead' })).toEqual({
      ok: false,
      refusal: 'own_finding',
    });
    expect(answerDispute(disputed, { ...given, tied: true })).toEqual({
      ok: false,
      refusal: 'tied_to_recruiter',
    });
    expect(answerDispute(disputed, { ...given, approved: false })).toEqual({
      ok: false,
      refusal: 'reviewer_not_approved',
    });
    const proposal = { from: 'major' as const, to: 'minor' as const, proposedBy: 'lead' };
    expect(answerDispute({ ...disputed, proposal }, given)).toEqual({ ok: false, refusal: 'regrade_open' });
  });
});

describe('running on without an answer', () => {
  test.each(findingStates)('from %s', (state) => {
    const outcome = runOn(inState[state], '2026-03-12');
    if (state === 'disputed')
      expect(outcome).toMatchObject({
        ok: true,
        value: { state: 'awaiting_cap', planDueOn: '2026-03-26', closeDueOn: '2026-06-10' },
      });
    else expect(outcome).toEqual({ ok: false, refusal: `finding_is_${state}` });
  });

  test('waits until the day of the answer has passed, and has to have clocks', () => {
    expect(runOn(inState.disputed, '2026-03-11')).toEqual({ ok: false, refusal: 'not_overdue' });
    const resting = { ...inState.disputed, planDueOn: null, closeDueOn: null };
    expect(runOn(resting, '2026-03-12')).toEqual({ ok: false, refusal: 'nothing_runs' });
  });

  const given = { answeredBy: 'reviewer', approved: true, tied: false, today: '2026-03-20' } as const;
  test.each(findingStates)('leaves the answer owed while it is %s and open', (state) => {
    const finding = { ...inState[state], contested: true, answerOwed: true };
    const open = state !== 'closed' && state !== 'withdrawn';
    expect(awaitsAnswer(finding)).toBe(open);
    const kept = answerDispute(finding, { ...given, outcome: 'kept' });
    const withdrawn = answerDispute(finding, { ...given, outcome: 'withdrawn' });
    if (!open) expect(kept).toEqual({ ok: false, refusal: 'dispute_answered' });
    else if (state !== 'disputed') expect(kept).toEqual({ ok: true, value: finding });
    if (state === 'verified') expect(withdrawn).toEqual({ ok: false, refusal: 'finding_is_verified' });
    else if (open) expect(withdrawn).toMatchObject({ value: { state: 'withdrawn' } });
  });
});
