import { expect, test } from 'vitest';

import type { Audit, AuditState } from '../../model.ts';
import { auditStates } from '../../model.ts';
import { again, graded, judge } from './rules.ts';

const audit = (state: AuditState): Audit => ({
  ...{ id: 'a', reference: 'AUD-00002', type: 'surveillance', applicationId: 'p', certificateId: 'c' },
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
const past = {
  ...{ id: 'f', name: 'AUD-00001/1', indicatorCode: '1.1.2', requirement: '', statement: '', judged: null },
  ...{ grade: 'minor' as const, state: 'closed' as const },
};

test.each(auditStates)('a correction is judged while findings are raised: %s', (state) => {
  const outcome = judge(audit(state), past, true);
  if (['in_progress', 'fieldwork_done', 'report_draft'].includes(state))
    expect(outcome).toEqual({ ok: true, value: { reopenedAs: null } });
  else expect(outcome).toMatchObject({ ok: false });
});

test('what did not last is one grade higher, and judged once', () => {
  expect(judge(audit('in_progress'), past, false)).toEqual({ ok: true, value: { reopenedAs: 'major' } });
  const judged = { effective: true, note: 'It held.' };
  expect(judge(audit('in_progress'), { ...past, judged }, false)).toEqual({
    ok: false,
    refusal: 'judged_already',
  });
  expect(judge(audit('in_progress'), { ...past, state: 'verified' }, false)).toEqual({
    ok: false,
    refusal: 'not_closed_before',
  });
});

test('what is raised again names no worker of this audit by the keys of the one before', () => {
  const statement = 'W-03 and W-120 paid, says W-03; form W-1 is signed.';
  expect(again({ name: 'AUD-00001/1', statement })).toBe(
    'Again, as in AUD-00001/1: a worker heard then and a worker heard then paid, says a worker heard then; form W-1 is signed.',
  );
});

test('what is raised again says why it has its grade', () => {
  expect(graded({ name: 'AUD-1/3', grade: 'minor' })).toContain('one grade above AUD-1/3, which was minor');
});
