import { describe, expect, test } from 'vitest';

import { defaultTerms } from '#app/features/scheme/terms.ts';
import type { SignedIn } from '#app/platform/scope.ts';

import * as findings from './findings/steps.ts';
import { clocks as defaultFindingClocks } from './findings/states.test-data.ts';
import { findingStates, type Finding, type FindingState } from './findings/model.ts';
import { refusalText } from './findings/ui/refusals.ts';
import type { Audit, AuditState } from './model.ts';
import { stepsOf } from './steps.ts';

const member = { accountId: 'lead', name: 'Anjali', role: 'lead_auditor' as const };
/** Everybody has declared once the team is assigned. */
const teamIn = (state: AuditState) => [{ ...member, conflicted: state === 'scheduled' ? null : false }];
const parties = {
  applicationId: 'p',
  certificateId: null,
  organisationId: 'agency',
  auditBodyId: 'body',
  schemeVersionId: 'v',
  team: [{ ...member, conflicted: false }],
};
const days = { noticeType: 'announced', startsOn: '2026-03-01', endsOn: '2026-03-02', plan: '' } as const;
const report = { summary: '', reportedAt: new Date(0), reportedBy: 'lead', reviewedBy: 'r', readiness: null };
const set = { postponedUntil: '', abortReason: 'safety', cancelCause: 'body', factCheckDueOn: '' } as const;
const audit = (state: AuditState): Audit => ({
  ...{ id: 'a', reference: 'AUD-1', type: 'stage2', ...parties, ...days, ...report, ...set },
  team: teamIn(state),
  state,
});

const lead: SignedIn = { kind: 'auditor', accountId: 'lead', organisationId: 'body' };
const reviewer: SignedIn = { kind: 'reviewer', accountId: 'r', organisationId: 'body' };
const officer: SignedIn = { kind: 'officer', accountId: 'f', organisationId: 'scheme' };
const recruiter: SignedIn = { kind: 'recruiter', accountId: 'o', organisationId: 'agency' };
const pages = (steps: { to: string }[]) => steps.map(({ to }) => to.split('/').slice(3).join('/'));

describe('the next steps of an audit', () => {
  test.each([
    ['scheduled', lead, ['declare']],
    ['team_assigned', lead, ['plan', 'cancel']],
    ['planned', lead, ['notify', 'plan/itinerary', 'plan', 'cancel']],
    ['planned', recruiter, ['objections/new', 'objections']],
    ['notified', lead, ['start', 'refused', 'cancel']],
    ['notified', reviewer, ['objections']],
    ['postponed', lead, ['plan', 'cancel']],
    [
      'in_progress',
      lead,
      ['indicators?show=open', 'close-fieldwork', 'offline', 'effectiveness', 'interviews', 'abort'],
    ],
    ['aborted', officer, ['put-before-panel']],
    ['refused_by_auditee', officer, ['put-before-panel']],
    ['aborted', lead, ['interviews']],
    ['fieldwork_done', lead, ['report', 'effectiveness', 'interviews']],
    ['report_draft', lead, ['report/send', 'report', 'interviews']],
    ['report_draft', recruiter, []],
    ['fact_check', lead, ['comments', 'interviews']],
    ['fact_check', recruiter, ['fact-check', 'fact-check/end']],
    ['fact_check', reviewer, []],
    ['tech_review', lead, ['comments', 'interviews']],
    ['tech_review', reviewer, ['review', 'return']],
    ['in_progress', reviewer, []],
    ['in_progress', recruiter, []],
    ['closed', lead, ['interviews']],
  ] as const)('%s, for the %o', (state, actor, expected) => {
    expect(pages(stepsOf(audit(state), actor))).toEqual(expected);
  });

  test('an officer says what follows of a certificate, and of an application that has ended', () => {
    const of = { ...audit('refused_by_auditee'), certificateId: 'c' };
    expect(pages(stepsOf(of, officer))).toEqual(['follow-up']);
    expect(pages(stepsOf(audit('aborted'), officer, true))).toEqual(['follow-up']);
  });

  test('an unannounced audit begins from its plan', () => {
    const hidden = { ...parties, ...days, id: 'a', reference: 'AUD-1', type: 'stage2' } as const;
    const secret: Audit = { ...hidden, noticeType: 'unannounced', state: 'planned' };
    expect(pages(stepsOf(secret, lead))).toEqual(['start', 'plan/itinerary', 'plan', 'cancel']);
  });

  test('stage 1 ends with its outcome', () => {
    expect(pages(stepsOf({ ...audit('fieldwork_done'), type: 'stage1' }, lead))).toEqual([
      'readiness',
      'interviews',
    ]);
  });
});

const standing = {
  raisedBy: 'lead',
  issuedOn: '2026-03-01',
  extended: false,
  workersPaid: false,
  harm: null,
  remedy: 'none' as const,
  remedyDueOn: null,
  contested: false,
  escalated: false,
};
const terms = { findings: defaultFindingClocks, correctiveAction: defaultTerms.correctiveAction };
const rounds = {
  ...standing,
  terms,
  contained: true,
  containments: 1,
  containmentAwaits: false,
  answerOwed: false,
  proposal: null,
  plans: 0,
  noAction: false,
  returns: 0,
  proofs: 0,
  resubmitDueOn: '2026-03-15',
  disputedOn: '2026-03-01',
  disputeDueOn: '2026-03-11',
  verifiedBy: 'lead',
};
const clocks = { containDueOn: '2026-03-04', planDueOn: '2026-03-08', closeDueOn: '2026-03-31' };
const finding = (state: FindingState): Finding => ({
  ...{
    id: 'f',
    auditId: 'a',
    auditReference: 'AUD-1',
    auditState: 'report_draft',
    number: 1,
    indicatorCode: '1.1.5',
    grade: 'critical',
  },
  ...{ ...parties, ...rounds, ...clocks },
  state,
});

/** What a state asks of somebody; what is possible at any time apart. */
const asked = (record: Finding, actor: SignedIn) =>
  pages(findings.stepsOf(record, actor).filter(({ quiet }) => !quiet));

describe('the next steps of a finding', () => {
  const whose: Record<FindingState, [SignedIn, string[]]> = {
    raised: [lead, ['withdraw']],
    issued: [recruiter, ['contain']],
    disputed: [reviewer, ['dispute/answer']],
    awaiting_cap: [recruiter, ['plan']],
    cap_submitted: [lead, ['accept-plan', 'return-plan']],
    cap_returned: [recruiter, ['plan']],
    cap_accepted: [recruiter, ['evidence']],
    evidence_submitted: [lead, ['verify', 'reject-evidence']],
    evidence_rejected: [recruiter, ['evidence']],
    verified: [reviewer, ['close']],
    closed: [lead, []],
    withdrawn: [lead, []],
  };
  test.each(Object.entries(whose))('%s', (state, [actor, expected]) => {
    const others = [lead, reviewer, recruiter].filter((other) => other !== actor);
    const known =
      Object.keys(whose).find((candidate): candidate is FindingState => candidate === state) ?? 'raised';
    expect(asked(finding(known), actor)).toEqual(expected);
    for (const other of others) expect(asked(finding(known), other)).toEqual([]);
  });

  test('somebody of the team says first whether the harm is stopped', () => {
    const said: Finding = { ...finding('cap_submitted'), containmentAwaits: true };
    expect(asked(said, lead)).toEqual(['contain/answer', 'accept-plan', 'return-plan']);
    expect(asked(said, recruiter)).toEqual([]);
  });

  test('a minor finding that harmed nobody may be left as it is, for a reason that is accepted', () => {
    const left: Finding = { ...finding('awaiting_cap'), grade: 'minor' };
    expect(pages(findings.stepsOf(left, recruiter))).toContain('no-action');
    expect(pages(findings.stepsOf({ ...left, harm: 'wages' }, recruiter))).not.toContain('no-action');
    const sent: Finding = { ...finding('cap_submitted'), grade: 'minor', noAction: true };
    expect(asked(sent, lead)).toEqual(['accept-no-action', 'return-plan']);
  });

  const anyTime = (record: Finding, actor: SignedIn) =>
    pages(findings.stepsOf(record, actor).filter(({ quiet }) => quiet)).filter((page) => page !== 'regrade');
  test('more time is the body’s to give, a dispute the recruiter’s to begin, once each', () => {
    const waiting = finding('awaiting_cap');
    expect(anyTime(waiting, lead)).toEqual(['extend']);
    expect(anyTime(waiting, recruiter)).toEqual(['dispute']);
    expect(anyTime({ ...waiting, extended: true, contested: true }, lead)).toEqual([]);
    expect(anyTime({ ...waiting, extended: true, contested: true }, recruiter)).toEqual([]);
    expect(anyTime({ ...waiting, escalated: true }, reviewer)).toEqual([]);
    expect(anyTime(finding('cap_submitted'), lead)).toEqual([]);
  });

  const grading = (record: Finding, actor: SignedIn) =>
    pages(findings.stepsOf(record, actor)).filter((page) => page.startsWith('regrade'));
  test.each(findingStates)('its grade, while it is %s', (state) => {
    const open = ['verified', 'closed', 'withdrawn'].includes(state) ? [] : ['regrade'];
    const proposed = {
      ...finding(state),
      proposal: { from: 'major' as const, to: 'minor' as const, proposedBy: 'lead' },
    };
    expect(grading(finding(state), lead)).toEqual(open);
    expect(grading(finding(state), reviewer)).toEqual(open);
    expect(grading(finding(state), recruiter)).toEqual([]);
    expect(grading(proposed, lead)).toEqual([]);
    expect(grading(proposed, reviewer)).toEqual(open.map((page) => `${page}/answer`));
  });
});

test.each(['audit_is_planned', 'finding_is_closed', 'own_finding', 'assessed_meanwhile', 'anything_else'])(
  'the refusal %s is told in words',
  (refusal) => {
    expect(refusalText(refusal)).toMatch(/^[A-Z].+\.$/);
  },
);
