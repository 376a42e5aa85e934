import { expect, test } from 'vitest';

import { auditStates, type Audit } from '../../model.ts';
import { isUnderWay } from '../rules.ts';
import { release } from './rules.ts';

const known = {
  ...{ id: 'audit', reference: 'AUD-00001', type: 'stage2' as const, applicationId: 'application' },
  ...{ certificateId: null, organisationId: 'agency', auditBodyId: 'body', schemeVersionId: 'version' },
  team: [
    { accountId: 'lead', name: 'Lead', role: 'lead_auditor' as const, conflicted: false, tied: true },
    { accountId: 'tied', name: 'Tied', role: 'auditor' as const, conflicted: false, tied: true },
    { accountId: 'free', name: 'Free', role: 'auditor' as const, conflicted: false, tied: false },
  ],
};
const arranged = { noticeType: 'announced' as const, startsOn: '', endsOn: '', plan: '' };
const running: Audit = { ...known, ...arranged, state: 'in_progress' };
const scheduled: Audit = { ...known, state: 'scheduled' };
const closed: Audit = { ...known, ...arranged, state: 'closed', readiness: null };

test.each([
  { why: 'a tied member leaves a running audit', audit: running, who: 'tied', given: {}, refusal: undefined },
  { why: 'and one that is not planned yet', audit: scheduled, who: 'tied', given: {}, refusal: undefined },
  {
    why: 'the lead leaves to a successor',
    audit: running,
    who: 'lead',
    given: { successor: 'new' },
    refusal: undefined,
  },
  {
    why: 'the lead does not leave to nobody',
    audit: running,
    who: 'lead',
    given: {},
    refusal: 'successor_missing',
  },
  {
    why: 'nobody is put in twice',
    audit: running,
    who: 'lead',
    given: { successor: 'free' },
    refusal: 'successor_on_team',
  },
  { why: 'who is free stays', audit: running, who: 'free', given: {}, refusal: 'not_tied' },
  { why: 'a stranger is not on it', audit: running, who: 'other', given: {}, refusal: 'not_on_team' },
  {
    why: 'nobody takes themselves off',
    audit: running,
    who: 'tied',
    given: { by: 'tied' },
    refusal: 'own_release',
  },
  {
    why: 'who is gone with the audit stays in its record',
    audit: closed,
    who: 'tied',
    given: {},
    refusal: 'audit_is_closed',
  },
] as const)('$why', ({ audit, who, given, refusal }) => {
  const releasing = { successor: undefined, by: 'reviewer', ...given };
  const outcome = release(audit, who, releasing);
  expect(outcome.ok ? undefined : outcome.refusal).toBe(refusal);
});

test('an audit is under way until its report is final', () => {
  expect(auditStates.filter((state) => isUnderWay({ state }))).toEqual([
    ...['scheduled', 'team_assigned', 'planned', 'notified', 'postponed', 'in_progress', 'fieldwork_done'],
    ...['report_draft', 'fact_check', 'tech_review'],
  ]);
});
