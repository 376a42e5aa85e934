import { describe, expect, test } from 'vitest';

import { sections, states, type Application, type State } from './model.ts';
import * as rules from './rules.ts';

const now = new Date('2026-03-01T09:00:00Z');
const today = '2026-03-01';
const clocks = {
  ...{ paymentDays: 30, reviewDays: 14, deferralDays: 60, appealDays: 30, engagementDays: 90 },
  ...{
    idleDraftDays: 180,
    expiredDays: 180,
    stageMonths: 6,
    appealDecisionDays: 60,
  },
};
const started = { id: 'a', reference: 'APP-00001', organisationId: 'o', schemeVersionId: 'v' };

const inState: Record<State, Application> = {
  draft: { ...started, state: 'draft' },
  submitted: { ...started, state: 'submitted' },
  awaiting_payment: { ...started, state: 'awaiting_payment', paymentDueOn: '2026-03-31' },
  under_review: { ...started, state: 'under_review', reviewDueOn: '2026-03-15' },
  deferred: { ...started, state: 'deferred', answerBy: '2026-04-30' },
  deferred_expired: { ...started, state: 'deferred_expired', lapsesOn: '2026-10-27' },
  rejected: { ...started, state: 'rejected', rejectedAt: now },
  accepted: { ...started, state: 'accepted', acceptedAt: now, lapsesOn: '2026-05-30' },
  engaged: {
    ...{ ...started, state: 'engaged', acceptedAt: now, lapsesOn: '2026-09-01' },
    ...{ auditBodyId: 'b', engagedAt: now },
  },
  in_audit: { ...started, state: 'in_audit', auditBodyId: 'b', engagedAt: now, auditStartedAt: now },
  decision_pending: { ...started, state: 'decision_pending', auditBodyId: 'b', packageFrozenAt: now },
  certified: { ...started, state: 'certified' },
  refused: { ...started, state: 'refused', concludedAt: now },
  appealed: { ...started, state: 'appealed', appealFrom: 'rejected', appealDueOn: '2026-04-30' },
  withdrawn: { ...started, state: 'withdrawn' },
  lapsed: { ...started, state: 'lapsed' },
  discarded: { ...started, state: 'discarded' },
};

const says = { agents: 'no', partners: 'no', others: 'no' };
const whole = {
  complete: sections,
  licenceScans: 1,
  licencesUntil: ['2027-01-01'],
  says,
  partnerKinds: ['employer'],
  selfAssessed: true,
};
const grounds = { licencesUntil: ['2027-01-01'], gaps: [] };
const late = '2026-12-31';

const actions = {
  save: (application: Application) => rules.save(application),
  submit: (application: Application) => rules.submit(application, whole, today, clocks),
  requestPayment: (application: Application) => rules.requestPayment(application, '2026-03-31'),
  startReview: (application: Application) => rules.startReview(application, today, clocks),
  defer: (application: Application) => rules.defer(application, today, clocks),
  reopenReview: (application: Application) => rules.reopenReview(application, today, clocks),
  expireDeferral: (application: Application) => rules.expireDeferral(application, late, clocks),
  reject: (application: Application) => rules.reject(application, now),
  accept: (application: Application) => rules.accept(application, grounds, now, clocks),
  engage: (application: Application) =>
    rules.engage(application, { auditBodyId: 'b', audits: 'none', barred: false }, now, clocks),
  startAudit: (application: Application) => rules.startAudit(application, now),
  freezePackage: (application: Application) => rules.freezePackage(application, now),
  certify: (application: Application) => rules.conclude(application, 'certified', { now, unaudited: false }),
  refuse: (application: Application) => rules.conclude(application, 'refused', { now, unaudited: false }),
  appeal: (application: Application) => rules.appeal(application, today, clocks),
  uphold: (application: Application) => rules.decideAppeal(application, 'upheld'),
  dismiss: (application: Application) => rules.decideAppeal(application, 'dismissed'),
  discard: (application: Application) => rules.discard(application),
  withdraw: (application: Application) => rules.withdraw(application),
  lapse: (application: Application) => rules.lapse(application, late),
};
type Action = keyof typeof actions;

/** What each action makes of the states that allow it; every other state refuses it. */
const allowed: Record<Action, Partial<Record<State, State>>> = {
  save: { draft: 'draft', deferred: 'deferred', deferred_expired: 'deferred_expired' },
  submit: { draft: 'submitted', deferred: 'under_review', deferred_expired: 'deferred_expired' },
  requestPayment: { submitted: 'awaiting_payment' },
  startReview: { awaiting_payment: 'under_review' },
  defer: { under_review: 'deferred' },
  reopenReview: { deferred_expired: 'under_review' },
  expireDeferral: { deferred: 'deferred_expired' },
  reject: { under_review: 'rejected' },
  accept: { under_review: 'accepted' },
  engage: { accepted: 'engaged' },
  startAudit: { engaged: 'in_audit' },
  freezePackage: { in_audit: 'decision_pending' },
  certify: { decision_pending: 'certified' },
  refuse: { decision_pending: 'refused' },
  appeal: { rejected: 'appealed', refused: 'appealed' },
  uphold: { appealed: 'under_review' },
  dismiss: { appealed: 'rejected' },
  discard: { draft: 'discarded' },
  withdraw: {
    draft: 'withdrawn',
    submitted: 'withdrawn',
    awaiting_payment: 'withdrawn',
    under_review: 'withdrawn',
    deferred: 'withdrawn',
    accepted: 'withdrawn',
    engaged: 'withdrawn',
    in_audit: 'withdrawn',
    deferred_expired: 'withdrawn',
    decision_pending: 'withdrawn',
    appealed: 'withdrawn',
  },
  lapse: {
    awaiting_payment: 'lapsed',
    deferred_expired: 'lapsed',
    accepted: 'lapsed',
    engaged: 'lapsed',
  },
};

const table = Object.entries(actions).flatMap(([action, act]) =>
  states.map((from) => {
    const to = Object.entries(allowed).find(([name]) => name === action)?.[1][from];
    return { action, act, from, to };
  }),
);

describe('every action in every state', () => {
  test.each(table)('$action of $from leads to $to', ({ act, from, to }) => {
    const outcome = act(inState[from]);
    if (to) expect(outcome).toMatchObject({ ok: true, value: { state: to } });
    else expect(outcome).toMatchObject({ ok: false, refusal: expect.stringMatching(/^[a-z_]+$/) });
  });
});

describe('sending', () => {
  test.each([
    ['a section is missing', { ...whole, complete: sections.slice(1) }, 'sections_missing'],
    ['its sub-agents are not named', { ...whole, says: { ...says, agents: 'yes' } }, 'partners_unnamed'],
    ['its partners are not named', { ...whole, says: { ...says, partners: 'yes' } }, 'partners_unnamed'],
    ['nobody in between is named', { ...whole, says: { ...says, others: 'yes' } }, 'partners_unnamed'],
    ['it has not assessed itself', { ...whole, selfAssessed: false }, 'self_assessment_missing'],
    ['no licence is scanned', { ...whole, licenceScans: 0 }, 'licence_scan_missing'],
    ['every licence ended yesterday', { ...whole, licencesUntil: ['2026-02-28'] }, 'licence_ended'],
    ['there is no licence', { ...whole, licencesUntil: [] }, 'licence_ended'],
  ])('is refused while %s', (_why, contents, refusal) => {
    expect(rules.submit(inState.draft, contents, today, clocks)).toEqual({ ok: false, refusal });
  });

  test('a licence is good on its last day', () => {
    expect(rules.submit(inState.draft, { ...whole, licencesUntil: [today] }, today, clocks).ok).toBe(true);
  });

  test('an answer to a deferral counts until its day, and not after', () => {
    expect(
      rules.submit(inState.deferred, { ...whole, licencesUntil: ['2027-01-01'] }, '2026-04-30', clocks).ok,
    ).toBe(true);
    expect(rules.submit(inState.deferred, whole, '2026-05-01', clocks)).toEqual({
      ok: false,
      refusal: 'answered_too_late',
    });
  });
});

describe('clocks', () => {
  test('a review is due after the review’s days, a deferral after its own', () => {
    expect(rules.startReview(inState.awaiting_payment, today, clocks)).toMatchObject({
      value: { reviewDueOn: '2026-03-15' },
    });
    expect(rules.defer(inState.under_review, today, clocks)).toMatchObject({
      value: { answerBy: '2026-04-30' },
    });
  });

  test('nothing lapses on its last day', () => {
    expect(rules.lapse(inState.awaiting_payment, '2026-03-31')).toEqual({ ok: false, refusal: 'not_due' });
    expect(rules.lapse(inState.awaiting_payment, '2026-04-01').ok).toBe(true);
    expect(rules.lapse(inState.accepted, '2026-05-30')).toEqual({ ok: false, refusal: 'not_due' });
    expect(rules.lapse(inState.deferred_expired, '2026-10-28').ok).toBe(true);
  });

  test('in audit it lapses by the day its next audit was to begin, where there is such a day', () => {
    expect(rules.lapse(inState.in_audit, '2026-09-02')).toEqual({ ok: false, refusal: 'no_clock' });
    expect(rules.lapse(inState.in_audit, '2026-09-01', '2026-09-01')).toEqual({
      ok: false,
      refusal: 'not_due',
    });
    expect(rules.lapse(inState.in_audit, '2026-09-02', '2026-09-01')).toMatchObject({
      value: { state: 'lapsed' },
    });
  });

  test('one accepted before its clock was kept does not lapse', () => {
    const accepted: Application = { ...started, state: 'accepted', acceptedAt: now, lapsesOn: null };
    expect(rules.lapse(accepted, '2030-01-01')).toEqual({ ok: false, refusal: 'not_due' });
  });

  test('a deferral expires the day after its last, and then has its own days', () => {
    expect(rules.expireDeferral(inState.deferred, '2026-04-30', clocks)).toEqual({
      ok: false,
      refusal: 'not_due',
    });
    expect(rules.expireDeferral(inState.deferred, '2026-05-01', clocks)).toMatchObject({
      value: { lapsesOn: '2026-10-27' },
    });
    // Found out ten days later, it lapses ten days later.
    expect(rules.expireDeferral(inState.deferred, '2026-05-11', clocks)).toMatchObject({
      value: { lapsesOn: '2026-11-06' },
    });
  });

  test('an audit body is found in ninety days, the first audit begins in six months', () => {
    expect(rules.accept(inState.under_review, grounds, now, clocks)).toMatchObject({
      value: { lapsesOn: '2026-05-30' },
    });
    const first = { auditBodyId: 'b', audits: 'none', barred: false } as const;
    expect(rules.engage(inState.accepted, first, now, clocks)).toMatchObject({
      value: { lapsesOn: '2026-09-01' },
    });
  });

  test('another body is engaged until an audit is arranged, and gives no more time', () => {
    const later = new Date('2026-05-04T09:00:00Z');
    const engage = (auditBodyId: string, audits: 'none' | 'over' | 'arranged', barred = false) =>
      rules.engage(inState.engaged, { auditBodyId, audits, barred }, later, clocks);
    expect(engage('c', 'none')).toMatchObject({
      value: { state: 'engaged', auditBodyId: 'c', engagedAt: later, lapsesOn: '2026-09-01' },
    });
    expect(engage('c', 'arranged')).toEqual({ ok: false, refusal: 'audit_arranged' });
    expect(engage('c', 'over', true)).toEqual({ ok: false, refusal: 'audit_arranged' });
    expect(engage('b', 'none')).toEqual({ ok: false, refusal: 'already_engaged' });
  });

  test.each([
    { auditBodyId: 'c', audits: 'over', barred: true, refusal: undefined },
    { auditBodyId: 'c', audits: 'none', barred: true, refusal: undefined },
    { auditBodyId: 'c', audits: 'arranged', barred: true, refusal: 'audit_arranged' },
    { auditBodyId: 'c', audits: 'over', barred: false, refusal: 'body_stays' },
    { auditBodyId: 'c', audits: 'none', barred: false, refusal: 'body_stays' },
    { auditBodyId: 'b', audits: 'over', barred: true, refusal: 'already_engaged' },
  ] as const)('in audit, body $auditBodyId, audits $audits, barred $barred', ({ refusal, ...engaging }) => {
    const later = new Date('2026-05-04T09:00:00Z');
    expect(rules.engage(inState.in_audit, engaging, later, clocks)).toEqual(
      refusal
        ? { ok: false, refusal }
        : { ok: true, value: { ...inState.in_audit, auditBodyId: 'c', engagedAt: later } },
    );
  });
});

describe('appeals', () => {
  test('are lodged within the days of appeal, the last one included', () => {
    expect(rules.appeal(inState.rejected, '2026-03-31', clocks).ok).toBe(true);
    expect(rules.appeal(inState.rejected, '2026-04-01', clocks)).toEqual({
      ok: false,
      refusal: 'appeal_too_late',
    });
    expect(rules.appeal(inState.refused, today, clocks)).toMatchObject({
      value: { appealFrom: 'refused', appealDueOn: '2026-04-30' },
    });
  });

  test('against a refusal lead back to the panel, or leave it refused', () => {
    const appealed: Application = {
      ...{ ...started, state: 'appealed', appealFrom: 'refused', appealDueOn: '2026-04-30' },
    };
    expect(rules.decideAppeal(appealed, 'upheld')).toMatchObject({ value: { state: 'decision_pending' } });
    expect(rules.decideAppeal(appealed, 'dismissed')).toMatchObject({ value: { state: 'refused' } });
  });
});

test('nobody leaves once the panel has decided', () => {
  expect(rules.withdraw(inState.decision_pending, true)).toEqual({ ok: false, refusal: 'already_decided' });
});

test('nobody is accepted on a licence that ended while the review went on, nor with a gap open', () => {
  const accept = (changed: Partial<rules.Grounds>) =>
    rules.accept(inState.under_review, { ...grounds, ...changed }, now, clocks);
  expect(accept({ licencesUntil: ['2026-02-28'] })).toEqual({ ok: false, refusal: 'licence_ended' });
  expect(accept({ gaps: ['identity'] })).toEqual({ ok: false, refusal: 'gaps_open' });
  expect(accept({ unsent: true })).toEqual({ ok: false, refusal: 'answers_unsent' });
});
