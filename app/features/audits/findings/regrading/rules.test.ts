import { describe, expect, test } from 'vitest';

import { grades, type Grade } from '#app/features/scheme/model.ts';

import { findingStates, type FindingState } from '../model.ts';
import { clocks, inState, today } from '../states.test-data.ts';
import { answerRegrade, proposeRegrade, regrade } from './rules.ts';

const standing: FindingState[] = ['verified', 'closed', 'withdrawn'];

describe('proposing', () => {
  test.each(findingStates)('from %s', (state) => {
    const finding = inState[state];
    const outcome = proposeRegrade(finding, 'minor');
    if (standing.includes(state)) expect(outcome).toEqual({ ok: false, refusal: `finding_is_${state}` });
    else expect(outcome).toEqual({ ok: true, value: { from: finding.grade, to: 'minor' } });
  });

  test('the same grade, or while another proposal waits, is refused', () => {
    const { awaiting_cap } = inState;
    expect(proposeRegrade(awaiting_cap, 'major')).toEqual({ ok: false, refusal: 'same_grade' });
    const proposal = { from: 'major' as const, to: 'minor' as const, proposedBy: 'lead' };
    expect(proposeRegrade({ ...awaiting_cap, proposal }, 'critical')).toEqual({
      ok: false,
      refusal: 'regrade_open',
    });
  });
});

test('what harmed workers never becomes an observation', () => {
  const harmed = { ...inState.awaiting_cap, harm: 'fee_charged' as const };
  expect(proposeRegrade(harmed, 'observation')).toEqual({ ok: false, refusal: 'harm_is_no_observation' });
  expect(proposeRegrade(harmed, 'minor')).toMatchObject({ ok: true });
});

describe('answering', () => {
  const proposal = { from: 'major' as const, to: 'minor' as const, proposedBy: 'lead' };

  test.each(findingStates)('from %s', (state) => {
    const outcome = answerRegrade(
      { ...inState[state], grade: 'major', proposal },
      { to: 'minor', outcome: 'approved', answeredBy: 'reviewer', approved: true, tied: false },
    );
    if (standing.includes(state)) expect(outcome).toEqual({ ok: false, refusal: `finding_is_${state}` });
    else expect(outcome).toMatchObject({ ok: true });
  });

  test('only dismisses what the clock overtook', () => {
    const overtaken = { ...inState.awaiting_cap, proposal: { ...proposal, from: 'minor' as const } };
    const given = { to: 'minor' as const, answeredBy: 'reviewer', approved: true, tied: false };
    expect(answerRegrade(overtaken, { ...given, outcome: 'approved' })).toEqual({
      ok: false,
      refusal: 'grade_changed_since',
    });
    expect(answerRegrade(overtaken, { ...given, outcome: 'dismissed' })).toMatchObject({ ok: true });
  });

  test('is nobody’s who is tied to the recruiter, or not approved for it', () => {
    const finding = { ...inState.awaiting_cap, proposal };
    const given = {
      to: 'minor',
      outcome: 'approved',
      answeredBy: 'reviewer',
      approved: true,
      tied: true,
    } as const;
    expect(answerRegrade(finding, given)).toEqual({ ok: false, refusal: 'tied_to_recruiter' });
    expect(answerRegrade(finding, { ...given, approved: false, tied: false })).toEqual({
      ok: false,
      refusal: 'reviewer_not_approved',
    });
  });

  test('is never done by whoever proposed, nor to a grade that was not read', () => {
    const finding = { ...inState.awaiting_cap, proposal };
    expect(
      answerRegrade(finding, {
        to: 'minor',
        outcome: 'approved',
        answeredBy: 'lead',
        approved: true,
        tied: false,
      }),
    ).toEqual({
      ok: false,
      refusal: 'own_regrade',
    });
    expect(
      answerRegrade(finding, {
        to: 'critical',
        outcome: 'approved',
        answeredBy: 'reviewer',
        approved: true,
        tied: false,
      }),
    ).toEqual({
      ok: false,
      refusal: 'another_proposal',
    });
    expect(
      answerRegrade(inState.awaiting_cap, {
        to: 'minor',
        outcome: 'approved',
        answeredBy: 'reviewer',
        approved: true,
        tied: false,
      }),
    ).toEqual({
      ok: false,
      refusal: 'no_regrade',
    });
  });
});

describe('the new grade', () => {
  const days = {
    critical: { containDueOn: '2026-03-04', planDueOn: '2026-03-08', closeDueOn: '2026-03-31' },
    major: { containDueOn: null, planDueOn: '2026-03-15', closeDueOn: '2026-05-30' },
    minor: { containDueOn: null, planDueOn: '2026-03-31', closeDueOn: '2026-08-28' },
    observation: { containDueOn: null, planDueOn: null, closeDueOn: null },
  } as const;
  const open = [
    inState.issued,
    inState.awaiting_cap,
    inState.cap_submitted,
    inState.cap_returned,
    inState.cap_accepted,
    inState.evidence_submitted,
    inState.evidence_rejected,
  ].flatMap((finding) => grades.map((to) => ({ finding, from: finding.state, to })));

  const leads = (from: FindingState, to: Grade) => {
    if (to === 'observation' || to === 'critical') return 'issued';
    return from === 'issued' ? 'awaiting_cap' : from;
  };
  test.each(open)('$to, from $from, begins its clocks today', ({ finding, from, to }) => {
    expect(regrade(finding, to, clocks, today)).toEqual({ ...days[to], grade: to, state: leads(from, to) });
  });

  test('asks for no second containment, and begins no clock before the finding is issued', () => {
    const { evidence_rejected, raised } = inState;
    expect(regrade({ ...evidence_rejected, contained: true }, 'critical', clocks, today)).toEqual({
      ...days.critical,
      grade: 'critical',
      state: 'evidence_rejected',
    });
    expect(regrade(raised, 'minor', clocks, today)).toEqual({
      ...days.observation,
      grade: 'minor',
      state: 'raised',
    });
    // Told at once.
    expect(regrade(raised, 'critical', clocks, today)).toEqual({
      ...days.critical,
      grade: 'critical',
      state: 'issued',
    });
  });

  test('ends a dispute', () => {
    expect(regrade(inState.disputed, 'minor', clocks, today)).toMatchObject({ state: 'awaiting_cap' });
    const proposal = { from: 'major' as const, to: 'minor' as const, proposedBy: 'reviewer' };
    expect(
      answerRegrade(
        { ...inState.disputed, proposal },
        { to: 'minor', outcome: 'approved', answeredBy: 'lead', approved: true, tied: false },
      ),
    ).toEqual({
      ok: false,
      refusal: 'own_finding',
    });
  });
});
