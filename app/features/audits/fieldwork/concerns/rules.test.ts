import { expect, test } from 'vitest';

import { auditStates, type Audit, type AuditState, type AuditType } from '../../model.ts';
import { closeConcern, nameConcerns } from './rules.ts';

test.each([
  { readiness: 'ready' as const, count: 0, refusal: undefined },
  { readiness: 'ready' as const, count: 1, refusal: 'ready_without_concerns' },
  { readiness: 'ready_with_concerns' as const, count: 0, refusal: 'concerns_missing' },
  { readiness: 'ready_with_concerns' as const, count: 2, refusal: undefined },
  { readiness: 'not_ready' as const, count: 0, refusal: undefined },
  { readiness: 'not_ready' as const, count: 1, refusal: undefined },
])('$readiness with $count concerns', ({ readiness, count, refusal }) => {
  expect(nameConcerns(readiness, count)).toEqual(
    refusal ? { ok: false, refusal } : { ok: true, value: count },
  );
});

const audit = (state: AuditState, type: AuditType = 'stage2'): Audit => ({
  ...{ id: 'a', reference: 'AUD-00002', type, applicationId: 'p', certificateId: null },
  ...{ organisationId: 'o', auditBodyId: 'b', schemeVersionId: 'v', team: [] },
  ...{ noticeType: 'announced', startsOn: '2026-03-01', endsOn: '2026-03-02', plan: '' },
  ...{ summary: '', reportedAt: new Date(0), reportedBy: 'l', reviewedBy: 'r', readiness: null },
  ...{
    postponedUntil: '2026-04-01',
    abortReason: 'safety',
    cancelCause: 'body',
    factCheckDueOn: '2026-04-01',
  },
  state,
});

test.each(auditStates)('a concern is closed in the fieldwork of stage 2: %s', (state) => {
  expect(closeConcern(audit(state), { note: null }).ok).toBe(state === 'in_progress');
});

test('a concern is closed once, and not in another audit', () => {
  expect(closeConcern(audit('in_progress'), { note: 'Seen.' })).toEqual({
    ok: false,
    refusal: 'concern_closed',
  });
  expect(closeConcern(audit('in_progress', 'surveillance'), { note: null })).toEqual({
    ok: false,
    refusal: 'not_stage2',
  });
});
