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
  ['a tied member leaves a running audit', running, 'tied', {}, undefined],
  ['and one that is not planned yet', scheduled, 'tied', {}, undefined],
  ['the lead leaves to a successor', running, 'lead', { successor: 'new' }, undefined],
  ['the lead does not leave to nobody', running, 'lead', {}, 'successor_missing'],
  ['nobody is put in twice', running, 'lead', { successor: 'free' }, 'successor_on_team'],
  ['who is free stays', running, 'free', {}, 'not_tied'],
  ['a stranger is not on it', running, 'other', {}, 'not_on_team'],
  ['nobody takes themselves off', running, 'tied', { by: 'tied' }, 'own_release'],
  ['who is gone with the audit stays in its record', closed, 'tied', {}, 'audit_is_closed'],
] as const)('%s', (_, audit, who, given, refusal) => {
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
