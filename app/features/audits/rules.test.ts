import { describe, expect, test } from 'vitest';

import { auditStates, type Audit, type AuditState, type AuditType, type Stage } from './model.ts';
import * as fieldwork from './fieldwork/rules.ts';
import * as planning from './planning/rules.ts';
import * as report from './report/rules.ts';
import * as core from './rules.ts';
import * as team from './team/rules.ts';

const rules = { ...core, ...team, ...planning, ...fieldwork, ...report };

const now = new Date('2026-03-01T09:00:00Z');
const today = '2026-03-01';
const nothing = { open: 0, conflicts: 0, unheard: 0, unjudged: 0, concerns: 0, misuses: 0, unfound: 0 };
const heard = { short: false, reasons: '', unseen: 0, coverage: '' };
const lead = { accountId: 'lead', name: 'Anjali Rao', role: 'lead_auditor', conflicted: false } as const;
const undeclared = { ...lead, conflicted: null };
const known = {
  ...({ id: 'a', reference: 'AUD-00001', type: 'stage2' } as const),
  ...{ applicationId: 'p', certificateId: null, organisationId: 'o' },
} as const;
const begun = { ...known, auditBodyId: 'b', schemeVersionId: 'v', team: [lead] };
const days = {
  noticeType: 'announced',
  startsOn: '2026-03-15',
  endsOn: '2026-03-17',
  plan: 'Head office',
} as const;
const arranged = { ...begun, ...days };
const reported = { ...arranged, summary: 'Sound', reportedAt: now, reportedBy: 'lead' };
const reviewed = { ...reported, reviewedBy: 'reviewer' };

const inState: Record<AuditState, Audit> = {
  scheduled: { ...begun, team: [undeclared], state: 'scheduled' },
  team_assigned: { ...begun, state: 'team_assigned' },
  planned: { ...arranged, state: 'planned' },
  notified: { ...arranged, state: 'notified' },
  postponed: { ...arranged, state: 'postponed', postponedUntil: '2026-05-14' },
  refused_by_auditee: { ...arranged, state: 'refused_by_auditee' },
  aborted: { ...arranged, state: 'aborted', abortReason: 'safety' },
  report_draft: { ...arranged, state: 'report_draft' },
  fact_check: { ...reported, state: 'fact_check', factCheckDueOn: '2026-03-24' },
  report_final: { ...reviewed, state: 'report_final' },
  failed: { ...reviewed, state: 'failed' },
  in_progress: { ...arranged, state: 'in_progress' },
  fieldwork_done: { ...arranged, state: 'fieldwork_done' },
  tech_review: { ...reported, state: 'tech_review' },
  caps_open: { ...reviewed, state: 'caps_open' },
  ready_for_decision: { ...reviewed, state: 'ready_for_decision' },
  closed: { ...arranged, state: 'closed', readiness: null },
  cancelled: { ...begun, state: 'cancelled', cancelCause: 'body' },
};

/** Planned, it begins without a notice only when it is unannounced. */
const untold = (audit: Audit): Audit =>
  audit.state === 'planned' ? { ...audit, noticeType: 'unannounced' } : audit;
const asStage1 = (audit: Audit): Audit => ({ ...audit, type: 'stage1' });
const stage = (type: AuditType, state: AuditState, readiness: Stage['readiness'] = null): Stage => ({
  type,
  state,
  readiness,
});
const ready = stage('stage1', 'closed', 'ready');
const words = {
  ...{ summary: 'Sound', scope: 'All', method: 'Interviews', sample: 'Twelve', strengths: 'Many' },
  ...{ notSeen: 'Nothing', publicSummary: 'A working system.' },
};
const sending = { text: words, namings: [], beside: [], unanswered: 0, reportedBy: 'lead', reportedAt: now };
const review = { reviewer: 'reviewer', approved: true, tied: false, left: false, unanswered: 0, seen: true };
const arrangement = { ...days, window: null, kept: null, dueOn: null, lateReasons: '' };
const open = { outcome: null };
const first = { today: days.startsOn, toldFrom: days.startsOn };

type Outcome = { ok: boolean; value?: unknown; refusal?: string };
type Action = { act: (audit: Audit) => Outcome; leads: Partial<Record<AuditState, AuditState>> };

/** Every action with a set of facts that does not stand in its way, and where it leads from each state. */
const actions: Record<string, Action> = {
  declare: { act: (a) => rules.declare(a, 'lead', false), leads: { scheduled: 'team_assigned' } },
  'declare a conflict': { act: (a) => rules.declare(a, 'lead', true), leads: { scheduled: 'cancelled' } },
  plan: {
    act: (a) => rules.plan(a, arrangement, today),
    leads: { team_assigned: 'planned', planned: 'planned', postponed: 'planned' },
  },
  notify: {
    act: (a) => rules.notify(a, { today, noticeDays: 14, reason: '' }),
    leads: { planned: 'notified' },
  },
  start: {
    act: (a) => rules.start(untold(a), [ready], first),
    leads: { planned: 'in_progress', notified: 'in_progress' },
  },
  askPostponement: { act: (a) => rules.askPostponement(a, undefined), leads: { notified: 'notified' } },
  postpone: {
    act: (a) => rules.postpone(a, open, { toldFrom: days.startsOn, most: 60 }),
    leads: { notified: 'postponed' },
  },
  declinePostponement: { act: (a) => rules.declinePostponement(a, open), leads: { notified: 'notified' } },
  recordRefusal: {
    act: rules.recordRefusal,
    leads: { notified: 'refused_by_auditee' },
  },
  abort: { act: (a) => rules.abort(a, 'safety'), leads: { in_progress: 'aborted' } },
  closeAbandoned: {
    act: (a) => rules.closeAbandoned(a, { tied: false, before: false, decided: true }),
    leads: { aborted: 'closed', refused_by_auditee: 'closed' },
  },
  assess: { act: rules.assess, leads: { in_progress: 'in_progress' } },
  raise: {
    act: rules.raise,
    leads: { in_progress: 'in_progress', fieldwork_done: 'fieldwork_done', report_draft: 'report_draft' },
  },
  closeFieldwork: {
    act: (a) => rules.closeFieldwork(a, nothing, heard),
    leads: { in_progress: 'fieldwork_done' },
  },
  recordReadiness: {
    act: (a) => rules.recordReadiness(asStage1(a), 'ready', false),
    leads: { fieldwork_done: 'closed' },
  },
  write: { act: rules.write, leads: { fieldwork_done: 'report_draft', report_draft: 'report_draft' } },
  sendReport: {
    act: (a) => rules.sendReport(a, sending, '2026-03-06'),
    leads: { report_draft: 'fact_check' },
  },
  comment: { act: (a) => rules.comment(a, today), leads: { fact_check: 'fact_check' } },
  endFactCheck: { act: rules.endFactCheck, leads: { fact_check: 'tech_review' } },
  passFactCheck: { act: (a) => rules.passFactCheck(a, '2026-03-25'), leads: { fact_check: 'tech_review' } },
  answerComment: {
    act: (a) => rules.answerComment(a, { outcome: null }),
    leads: { fact_check: 'fact_check', tech_review: 'tech_review' },
  },
  approve: { act: (a) => rules.approve(a, review), leads: { tech_review: 'report_final' } },
  followOn: { act: (a) => rules.followOn(a, []), leads: { report_final: 'ready_for_decision' } },
  returnReport: {
    act: (a) => rules.returnReport(a, { reviewer: 'reviewer', approved: true, tied: false, left: false }),
    leads: { tech_review: 'report_draft' },
  },
  settle: { act: (a) => rules.settle(a, []), leads: { caps_open: 'ready_for_decision' } },
  reopen: {
    act: (a) =>
      rules.reopen({ ...a, certificateId: 'c' }, [{ grade: 'major', state: 'cap_accepted' }], false),
    leads: { ready_for_decision: 'caps_open' },
  },
  close: { act: (a) => rules.close(a, true), leads: { ready_for_decision: 'closed' } },
  cancel: {
    act: (a) => rules.cancel(a, 'Nobody of the team is free.'),
    leads: {
      ...{ scheduled: 'cancelled', team_assigned: 'cancelled', planned: 'cancelled' },
      ...{ notified: 'cancelled', postponed: 'cancelled' },
    },
  },
};

test('an audit with something grave open ends by a decision alone', () => {
  expect(rules.close(inState.ready_for_decision, false)).toEqual({ ok: false, refusal: 'findings_open' });
});
describe.each(Object.entries(actions))('%s', (_name, { act, leads }) => {
  test.each(auditStates)('from %s', (state) => {
    const to = leads[state];
    const outcome = act(inState[state]);
    if (to) expect(outcome).toMatchObject({ ok: true, value: { state: to } });
    else expect(outcome).toEqual({ ok: false, refusal: `audit_is_${state}` });
  });
});

describe('scheduling', () => {
  const cases: [string, AuditType, Stage[], string | undefined][] = [
    ['stage 1 first', 'stage1', [], undefined],
    ['stage 1 once', 'stage1', [stage('stage1', 'planned')], 'already_scheduled'],
    ['stage 1 not again after it went well', 'stage1', [ready], 'already_scheduled'],
    ['stage 1 again after not ready', 'stage1', [stage('stage1', 'closed', 'not_ready')], undefined],
    ['stage 2 not without stage 1', 'stage2', [], 'stage1_first'],
    ['stage 2 while stage 1 runs', 'stage2', [stage('stage1', 'scheduled')], undefined],
    [
      'stage 2 after ready with concerns',
      'stage2',
      [stage('stage1', 'closed', 'ready_with_concerns')],
      undefined,
    ],
    ['stage 2 not after not ready', 'stage2', [stage('stage1', 'closed', 'not_ready')], 'stage1_not_ready'],
    ['stage 2 once', 'stage2', [stage('stage2', 'planned'), ready], 'already_scheduled'],
    ['stage 2 after a second stage 1', 'stage2', [ready, stage('stage1', 'closed', 'not_ready')], undefined],
  ];
  test.each(cases)('%s', (_why, type, stages, refusal) => {
    const expected = refusal ? { ok: false, refusal } : { ok: true, value: type };
    expect(rules.schedule('in_audit', stages, type)).toEqual(expected);
  });

  test.each(['accepted', 'decision_pending', 'certified', 'withdrawn'])(
    'not when the application is %s',
    (state) => {
      expect(rules.schedule(state, [], 'stage1')).toEqual({ ok: false, refusal: 'not_engaged' });
    },
  );
});

describe('declaring', () => {
  test('waits for everyone on the team', () => {
    const audit: Audit = {
      ...begun,
      team: [undeclared, { ...undeclared, accountId: 'other' }],
      state: 'scheduled',
    };
    expect(rules.declare(audit, 'lead', false)).toMatchObject({ value: { state: 'scheduled' } });
  });

  test('counts once a person, and only for those on the team', () => {
    const audit: Audit = { ...begun, team: [lead, undeclared], state: 'scheduled' };
    expect(rules.declare(audit, 'lead', false)).toEqual({ ok: false, refusal: 'already_declared' });
    expect(rules.declare(audit, 'nobody', false)).toEqual({ ok: false, refusal: 'already_declared' });
  });
});

test('an audit is not planned into the past', () => {
  const late = { ...arrangement, startsOn: '2026-02-28' };
  expect(rules.plan(inState.team_assigned, late, today)).toEqual({
    ok: false,
    refusal: 'starts_in_the_past',
  });
  expect(rules.plan(inState.team_assigned, { ...arrangement, startsOn: today }, today)).toMatchObject({
    ok: true,
  });
});

describe('starting stage 2', () => {
  test.each([
    ['without stage 1', [], 'stage1_open'],
    ['while stage 1 runs', [stage('stage1', 'in_progress')], 'stage1_open'],
    ['after not ready', [stage('stage1', 'closed', 'not_ready')], 'stage1_not_ready'],
  ])('is refused %s', (_why, stages, refusal) => {
    expect(rules.start(inState.notified, stages, first)).toEqual({ ok: false, refusal });
  });

  test('stage 1 itself waits for nothing', () => {
    expect(rules.start(asStage1(inState.notified), [], first)).toMatchObject({ ok: true });
  });
});

test('each stage has its own end', () => {
  expect(rules.recordReadiness(inState.fieldwork_done, 'ready', false)).toEqual({
    ok: false,
    refusal: 'not_stage1',
  });
  expect(rules.write(asStage1(inState.fieldwork_done))).toEqual({
    ok: false,
    refusal: 'stage1_has_no_report',
  });
});

test('nobody reviews a report of their own team', () => {
  const refusal = { ok: false, refusal: 'reviewer_on_team' };
  for (const not of [{ reviewer: 'lead' }, { left: true }]) {
    expect(rules.approve(inState.tech_review, { ...review, ...not })).toEqual(refusal);
    expect(rules.returnReport(inState.tech_review, { ...review, ...not })).toEqual(refusal);
  }
});

test('nobody who is tied says what follows from an audit that was broken off', () => {
  for (const audit of [inState.aborted, inState.refused_by_auditee])
    expect(rules.closeAbandoned(audit, { tied: true, before: false, decided: true })).toEqual({
      ok: false,
      refusal: 'tied_officer',
    });
});

test('of an application nobody but the panel says what follows, of a certificate an officer does', () => {
  const asked = { tied: false, before: false, decided: false };
  for (const audit of [inState.aborted, inState.refused_by_auditee]) {
    const no = (refusal: string) => ({ ok: false, refusal });
    expect(rules.closeAbandoned({ ...audit, certificateId: null }, asked)).toEqual(no('panel_decides'));
    expect(rules.closeAbandoned({ ...audit, certificateId: null }, { ...asked, before: true })).toEqual(
      no('with_panel'),
    );
    expect(rules.closeAbandoned({ ...audit, certificateId: 'c' }, asked).ok).toBe(true);
  }
});

test('findings that stand in the way keep corrective actions open', () => {
  const open = [{ grade: 'major', state: 'awaiting_cap' }] as const;
  expect(rules.followOn(inState.report_final, open)).toMatchObject({ value: { state: 'caps_open' } });
  expect(rules.settle(inState.caps_open, open)).toEqual({ ok: false, refusal: 'findings_open' });
});

test.each([
  [[], true],
  [['2024-03-01'], true],
  [['2024-03-02'], false],
  [['2020-01-01', '2026-02-28'], false],
])('a team that advised the recruiter on %j keeps its distance: %s', (advisedOn, far) => {
  expect(rules.keepDistance(advisedOn, today)).toEqual(
    far ? { ok: true, value: today } : { ok: false, refusal: 'advised_recently' },
  );
});

test('whoever is on the team is not the second person', () => {
  expect(rules.isOnTeam(inState.tech_review, 'lead')).toBe(true);
  expect(rules.isOnTeam(inState.tech_review, 'reviewer')).toBe(false);
});
