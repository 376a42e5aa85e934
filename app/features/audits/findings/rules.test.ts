import { describe, expect, test } from 'vitest';

import { grades } from '#app/features/scheme/model.ts';

import { auditStates } from '../model.ts';
import { findingStates, type Finding, type FindingState } from './model.ts';
import * as rules from './rules.ts';
import { clocks, inState, observation, today } from './states.test-data.ts';

type Outcome = { ok: boolean; value?: unknown; refusal?: string };
type Action = { act: (finding: Finding) => Outcome; leads: Partial<Record<FindingState, FindingState>> };

const plan = (targetOn: string, remedyToWorkers: string | null = null) => ({ targetOn, remedyToWorkers });

/** Every action with a set of facts that does not stand in its way, and where it leads from each state. */
const actions: Record<string, Action> = {
  issue: { act: (f) => rules.issue(f, clocks, today), leads: { raised: 'awaiting_cap' } },
  submitPlan: {
    act: (f) => rules.submitPlan(f, plan('2026-04-01'), today),
    leads: { awaiting_cap: 'cap_submitted', cap_returned: 'cap_submitted' },
  },
  acceptPlan: { act: (f) => rules.acceptPlan(f, 1), leads: { cap_submitted: 'cap_accepted' } },
  returnPlan: { act: (f) => rules.returnPlan(f, 1, today), leads: { cap_submitted: 'cap_returned' } },
  submitEvidence: {
    act: rules.submitEvidence,
    leads: { cap_accepted: 'evidence_submitted', evidence_rejected: 'evidence_submitted' },
  },
  verify: { act: (f) => rules.verify(f, 1, 'desk', 'auditor'), leads: { evidence_submitted: 'verified' } },
  rejectEvidence: {
    act: (f) => rules.rejectEvidence(f, 1),
    leads: { evidence_submitted: 'evidence_rejected' },
  },
  close: {
    act: (f) => rules.close(f, { closedBy: 'reviewer', approved: true, tied: false, left: false }),
    leads: { verified: 'closed' },
  },
  withdraw: { act: rules.withdraw, leads: { raised: 'withdrawn' } },
};

describe.each(Object.entries(actions))('%s', (_name, { act, leads }) => {
  test.each(findingStates)('from %s', (state) => {
    const to = leads[state];
    const outcome = act(inState[state]);
    if (to) expect(outcome).toMatchObject({ ok: true, value: { state: to } });
    else expect(outcome).toEqual({ ok: false, refusal: `finding_is_${state}` });
  });
});

describe('issuing', () => {
  test.each([
    [
      'critical',
      { state: 'issued', containDueOn: '2026-03-04', planDueOn: '2026-03-08', closeDueOn: '2026-03-31' },
    ],
    ['major', { state: 'awaiting_cap', planDueOn: '2026-03-15', closeDueOn: '2026-05-30' }],
    ['minor', { state: 'awaiting_cap', planDueOn: '2026-03-31', closeDueOn: '2026-08-28' }],
    ['observation', { state: 'issued', containDueOn: null, planDueOn: null, closeDueOn: null }],
  ] as const)('gives a finding graded %s its clocks', (grade, value) => {
    expect(rules.issue({ ...inState.raised, grade }, clocks, today)).toMatchObject({ ok: true, value });
  });
});

describe('a plan', () => {
  test('ends by the day the finding has to be closed', () => {
    expect(rules.submitPlan(inState.awaiting_cap, plan('2026-05-30'), today)).toMatchObject({ ok: true });
    const late = rules.submitPlan(inState.awaiting_cap, plan('2026-05-31'), today);
    expect(late).toEqual({ ok: false, refusal: 'target_after_close' });
  });

  test('that is late already may end today, and no later', () => {
    const submits = (day: string) => rules.submitPlan(inState.awaiting_cap, plan(day), '2026-07-01');
    expect(submits('2026-07-01')).toMatchObject({ ok: true });
    expect(submits('2026-07-02')).toMatchObject({ ok: false });
  });

  test('says what workers get where they were harmed', () => {
    const harmed: Finding = { ...inState.awaiting_cap, harm: 'wages', remedy: 'owed' };
    expect(rules.submitPlan(harmed, plan('2026-05-30'), today)).toEqual({
      ok: false,
      refusal: 'remedy_not_planned',
    });
    const remedy = 'Two weeks of wages to each of the four.';
    expect(rules.submitPlan(harmed, plan('2026-05-30', remedy), today)).toMatchObject({ ok: true });
  });

  test('that plans nothing is not accepted as one that does', () => {
    expect(rules.acceptPlan({ ...inState.cap_submitted, noAction: true }, 1)).toEqual({
      ok: false,
      refusal: 'no_action_planned',
    });
  });

  test('that is returned is due again when the first was, at the soonest', () => {
    expect(rules.returnPlan({ ...inState.cap_submitted, returns: 1 }, 1, today)).toMatchObject({
      value: { state: 'cap_returned', returns: 2, resubmitDueOn: '2026-03-15' },
    });
  });
});

test('an answer to a round that was not read is refused', () => {
  const refusal = { ok: false, refusal: 'another_round' };
  expect(rules.acceptPlan(inState.cap_submitted, 2)).toEqual(refusal);
  expect(rules.returnPlan(inState.cap_submitted, 2, today)).toEqual(refusal);
  expect(rules.verify(inState.evidence_submitted, 2, 'desk', 'auditor')).toEqual(refusal);
  expect(rules.rejectEvidence(inState.evidence_submitted, 2)).toEqual(refusal);
});

describe('verifying', () => {
  const evidence = (grade: Finding['grade']): Finding => ({ ...inState.evidence_submitted, grade });
  test.each([
    ['critical', 'desk', undefined],
    ['critical', 'on_site', 'verified'],
    ['critical', 'worker_confirmed', 'verified'],
    ['major', 'desk', 'verified'],
    ['minor', 'desk', 'closed'],
  ] as const)('%s, by %s', (grade, method, state) => {
    const outcome = rules.verify(evidence(grade), 1, method, 'auditor');
    if (state) expect(outcome).toMatchObject({ value: { state } });
    else expect(outcome).toEqual({ ok: false, refusal: 'desk_is_not_enough' });
  });

  test.each(['critical', 'major', 'minor'] as const)(
    '%s, with harm, waits for its remedy, and then for a second person',
    (grade) => {
      const harmed = (remedy: Finding['remedy']): Finding => ({ ...evidence(grade), harm: 'wages', remedy });
      const verifies = (remedy: Finding['remedy']) =>
        rules.verify(harmed(remedy), 1, 'worker_confirmed', 'auditor');
      for (const remedy of ['owed', 'open'] as const)
        expect(verifies(remedy)).toEqual({ ok: false, refusal: 'remedy_open' });
      expect(verifies('completed')).toMatchObject({ value: { state: 'verified', verifiedBy: 'auditor' } });
      expect(rules.closesAlone(harmed('completed'))).toBe(false);
      expect(rules.closesAlone(evidence(grade))).toBe(grade === 'minor');
    },
  );
});

test.each([
  {
    who: 'verified it',
    given: { closedBy: 'auditor', approved: true, tied: false, left: false },
    refusal: 'same_person',
  },
  {
    who: 'raised it',
    given: { closedBy: inState.verified.raisedBy, approved: true, tied: false, left: false },
    refusal: 'own_finding',
  },
  {
    who: 'was at the audit',
    given: { closedBy: 'second', approved: true, tied: false, left: false },
    refusal: 'on_team',
  },
  {
    who: 'left its team',
    given: { closedBy: 'gone', approved: true, tied: false, left: true },
    refusal: 'on_team',
  },
  {
    who: 'is tied to the recruiter',
    given: { closedBy: 'reviewer', approved: true, tied: true, left: false },
    refusal: 'tied_to_recruiter',
  },
  {
    who: 'is not approved as reviewer',
    given: { closedBy: 'reviewer', approved: false, tied: false, left: false },
    refusal: 'reviewer_not_approved',
  },
])('whoever $who does not close it', ({ given, refusal }) => {
  const finding = { ...inState.verified, team: [{ accountId: 'second', role: 'auditor' as const }] };
  expect(rules.close(finding, given)).toEqual({ ok: false, refusal });
});

describe('the clock', () => {
  const due: Record<FindingState, [string | null, string | null]> = {
    raised: [null, null],
    issued: ['contain', '2026-03-04'],
    disputed: ['answer', '2026-03-11'],
    awaiting_cap: ['plan', '2026-03-15'],
    cap_submitted: ['close', '2026-05-30'],
    cap_returned: ['plan', '2026-03-15'],
    cap_accepted: ['close', '2026-05-30'],
    evidence_submitted: ['close', '2026-05-30'],
    evidence_rejected: ['close', '2026-05-30'],
    verified: ['close', '2026-05-30'],
    closed: [null, null],
    withdrawn: [null, null],
  };
  test.each(findingStates)('of a finding that is %s', (state) => {
    const [what, day] = due[state];
    expect(rules.clockOf(inState[state], today)).toEqual({ what, due: day, overdue: false });
    expect(rules.clockOf(inState[state], '2027-01-01')).toEqual({ what, due: day, overdue: day !== null });
  });

  test('gives a returned plan a week, where the first day has come closer', () => {
    expect(rules.returnPlan(inState.cap_submitted, 1, '2026-03-14')).toMatchObject({
      value: { resubmitDueOn: '2026-03-21' },
    });
  });

  test('does not run for an observation, and is not late on its last day', () => {
    expect(rules.clockOf(observation, today)).toEqual({ due: null, what: null, overdue: false });
    expect(rules.clockOf(inState.awaiting_cap, '2026-03-15').overdue).toBe(false);
  });
});

describe('what stands in the way of a decision', () => {
  const harmless: Record<Finding['grade'], FindingState[]> = {
    critical: ['closed', 'withdrawn'],
    major: ['closed', 'withdrawn'],
    minor: ['cap_accepted', 'evidence_submitted', 'evidence_rejected', 'verified', 'closed', 'withdrawn'],
    observation: [...findingStates],
  };
  const every = grades.flatMap((grade) => findingStates.map((state) => ({ grade, state })));
  test.each(every)('$grade, $state', ({ grade, state }) => {
    expect(rules.settled([{ grade, state }])).toBe(harmless[grade].includes(state));
  });
});

test('a critical finding is verified where it happened, a fee case by workers, any other also at the desk', () => {
  const methods = (grade: Finding['grade'], workersPaid = false) => rules.methodsFor({ grade, workersPaid });
  expect(methods('critical')).toEqual(['on_site', 'worker_confirmed']);
  expect(methods('major')).toEqual(['desk', 'on_site', 'worker_confirmed']);
  for (const grade of grades) expect(methods(grade, true)).toEqual(['worker_confirmed']);
  const paid = { ...inState.evidence_submitted, workersPaid: true };
  expect(rules.verify(paid, 1, 'on_site', 'auditor')).toEqual({ ok: false, refusal: 'workers_confirm' });
});

test('the same finding again is graded up, and never down', () => {
  expect(grades.map(rules.gradeUp)).toEqual(['critical', 'critical', 'major', 'minor']);
  for (const chosen of grades) expect(rules.gradeRaised(chosen, undefined)).toBe(chosen);
  expect(grades.map((chosen) => rules.gradeRaised(chosen, 'minor'))).toEqual([
    ...['critical', 'major', 'major', 'major'],
  ]);
});

test('a finding begins as its grade says, on the day it is told', () => {
  expect(rules.begin('critical', clocks, today)).toEqual({
    ...{ state: 'issued', containDueOn: '2026-03-04', planDueOn: '2026-03-08', closeDueOn: '2026-03-31' },
  });
  expect(rules.begin('minor', clocks, today)).toMatchObject({ state: 'awaiting_cap', containDueOn: null });
});

test('a finding says the same as an earlier one in the same words, of the same indicator, by the same person', () => {
  const said = { code: '1.1.2', statement: 'No payee is named.', by: 'ines' };
  const first = { ...said, state: 'raised' as const, raisedAt: new Date('2026-03-01T09:00:00Z') };
  const latest = { ...first, raisedAt: new Date('2026-03-02T09:00:00Z') };
  expect(rules.alikeFinding([first, latest], { ...said, statement: ' no payee  is named. ' })).toBe(latest);
  expect(rules.alikeFinding([{ ...first, state: 'withdrawn' }], said)).toBeUndefined();
  for (const other of [{ code: '1.1.3' }, { statement: 'No day is named.' }, { by: 'mina' }])
    expect(rules.alikeFinding([first], { ...said, ...other })).toBeUndefined();
});

test.each(auditStates)(
  'a raised finding is withdrawn until others read it in the report: %s',
  (auditState) => {
    const open = ['in_progress', 'fieldwork_done', 'report_draft'].includes(auditState);
    const outcome = rules.withdraw({ ...inState.raised, auditState });
    expect(outcome).toMatchObject(open ? { ok: true } : { ok: false, refusal: 'report_sent' });
  },
);
