import { expect, test } from 'vitest';

import { auditStates, type Audit, type AuditState } from '../model.ts';
import { reopen } from '../rules.ts';
import { endWithApplication, endWithCertificate } from './rules.ts';

const lead = { accountId: 'lead', name: 'Anjali Rao', role: 'lead_auditor', conflicted: false } as const;
const arranged = {
  id: 'a',
  reference: 'AUD-00001',
  applicationId: 'p',
  certificateId: null,
  organisationId: 'o',
  auditBodyId: 'b',
  schemeVersionId: 'v',
  noticeType: 'announced',
  startsOn: '2026-03-15',
  endsOn: '2026-03-17',
  plan: 'Head office',
} as const;
const reviewed = {
  ...{ summary: 'Sound', reportedAt: new Date('2026-03-20T09:00:00Z'), reportedBy: 'lead' },
  reviewedBy: 'reviewer',
};
const later = {
  postponedUntil: '2026-05-14',
  abortReason: 'safety',
  cancelCause: 'body',
  factCheckDueOn: '2026-03-24',
} as const;

/** More than each state holds, so that one table serves all. */
const inState = (state: AuditState, type: 'stage1' | 'stage2'): Audit => ({
  ...{ ...arranged, ...reviewed, ...later, team: [lead], readiness: null },
  ...{ state, type },
});

const ends: Partial<Record<AuditState, AuditState>> = {
  ...{ scheduled: 'cancelled', team_assigned: 'cancelled', planned: 'cancelled', notified: 'cancelled' },
  ...{ postponed: 'cancelled', in_progress: 'aborted', fieldwork_done: 'aborted', report_draft: 'aborted' },
  ...{ fact_check: 'aborted', tech_review: 'aborted', caps_open: 'closed', ready_for_decision: 'closed' },
};

test.each(auditStates)('an application that ends takes an audit that is %s with it, if it runs', (state) => {
  const outcome = endWithApplication(inState(state, 'stage2'));
  const to = ends[state];
  if (to) expect(outcome).toMatchObject({ ok: true, value: { state: to } });
  else expect(outcome).toEqual({ ok: false, refusal: `audit_is_${state}` });
  if (to === 'aborted') expect(outcome).toMatchObject({ value: { abortReason: 'application_ended' } });
});

test.each(auditStates)('and so does a certificate: %s', (state) => {
  const outcome = endWithCertificate({ ...inState(state, 'stage2'), type: 'surveillance' }, 'withdrawn');
  const to = ends[state];
  if (to) expect(outcome).toMatchObject({ ok: true, value: { state: to } });
  else expect(outcome).toEqual({ ok: false, refusal: `audit_is_${state}` });
  if (to === 'aborted') expect(outcome).toMatchObject({ value: { abortReason: 'certificate_ended' } });
  if (to === 'cancelled') expect(outcome).toMatchObject({ value: { cancelCause: 'certificate_ended' } });
});

test.each([
  ['expired', 'recertification', false],
  ['expired', 'surveillance', true],
  ['withdrawn', 'recertification', true],
] as const)('a certificate that is %s ends a %s audit: %s', (ended, type, ends) => {
  expect(endWithCertificate({ ...inState('in_progress', 'stage2'), type }, ended).ok).toBe(ends);
});

test.each(auditStates)(
  'another certificate in its place ends a surveillance that is %s if it had not begun',
  (state) => {
    const audit = { ...inState(state, 'stage2'), type: 'surveillance' as const };
    const outcome = endWithCertificate(audit, 'superseded');
    if (ends[state] === 'cancelled')
      expect(outcome).toMatchObject({ ok: true, value: { state: 'cancelled' } });
    else expect(outcome).toEqual({ ok: false, refusal: `audit_is_${state}` });
    for (const type of ['special', 'follow_up', 'recertification'] as const)
      expect(endWithCertificate({ ...audit, type }, 'superseded').ok).toBe(false);
  },
);

test('stage 1 after its fieldwork is closed without an outcome', () => {
  const outcome = endWithApplication(inState('fieldwork_done', 'stage1'));
  expect(outcome).toMatchObject({ ok: true, value: { state: 'closed', readiness: null } });
});

test('what is ready is not ended yet for what is not settled, where nothing is before the panel', () => {
  const audit = { ...inState('ready_for_decision', 'stage2'), certificateId: 'c' };
  const no = (refusal: string) => ({ ok: false, refusal });
  const grave = [{ grade: 'major', state: 'awaiting_cap' }] as const;
  expect(reopen(audit, grave, false)).toMatchObject({ ok: true, value: { state: 'caps_open' } });
  expect(reopen(audit, [{ grade: 'minor', state: 'cap_accepted' }], false)).toEqual(no('findings_settled'));
  expect(reopen(audit, grave, true)).toEqual(no('before_panel'));
  expect(reopen({ ...audit, certificateId: null }, grave, false)).toEqual(no('before_panel'));
});
