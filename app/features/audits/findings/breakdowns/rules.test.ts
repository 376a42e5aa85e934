import { describe, expect, test } from 'vitest';

import type { Audit, AuditState } from '../../model.ts';
import { auditStates } from '../../model.ts';
import { addedUp, answerBreakdown, type Minor, onIndicator, suggestMajors } from './rules.ts';

const minor = (id: string, auditId = 'a', indicatorCode = '1.1.2'): Minor => ({
  ...{ id, auditId, indicatorCode, name: id },
  criterion: indicatorCode.slice(0, 3),
});
const known = { auditId: 'a', answers: [], raised: [], minorsForMajor: 3 };
const three = [minor('1'), minor('2'), minor('3', 'b')];
const suggested = (given: Partial<Parameters<typeof suggestMajors>[0]>) =>
  suggestMajors({ ...known, minors: three, ...given }).map(({ criterion, answered }) => [
    criterion,
    answered,
  ]);

describe('minors suggest a major', () => {
  test.each([
    [2, true],
    [3, true],
    [4, false],
  ])('where its terms say %i: three do is %s', (minorsForMajor, is) => {
    expect(suggested({ minorsForMajor })).toEqual(is ? [['1.1', false]] : []);
  });

  test.each([
    { why: 'two on one criterion do not', minors: three.slice(1), is: [] },
    { why: 'three do, one of them of an earlier audit of the cycle', minors: three, is: [['1.1', false]] },
    { why: 'three on two criteria do not', minors: [...three.slice(1), minor('4', 'a', '1.2.1')], is: [] },
    {
      why: 'none of them in this audit do not',
      minors: three.map((one) => ({ ...one, auditId: 'b' })),
      is: [],
    },
  ])('$why', ({ minors, is }) => {
    expect(suggested({ minors })).toEqual(is);
  });

  test.each([
    { why: 'reasons or a major that spoke of all', minors: ['1', '2', '3'], stands: true, answered: true },
    { why: 'an answer before the third was raised', minors: ['1', '2'], stands: true, answered: false },
    { why: 'a major that was withdrawn', minors: ['1', '2', '3'], stands: false, answered: false },
  ])('and $why: answered is $answered', ({ minors, stands, answered }) => {
    expect(suggested({ answers: [{ criterion: '1.1', minors, stands }] })).toEqual([['1.1', answered]]);
  });

  test('and one of four that was graded up is an answer', () => {
    expect(suggested({ raised: ['1.1'] })).toEqual([['1.1', true]]);
  });
});

const audit = (state: AuditState): Audit => ({
  ...{ id: 'a', reference: 'AUD-00002', type: 'stage2', applicationId: 'p', certificateId: null },
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
const suggestion = { criterion: '1.1', minors: three, answered: false };

test.each(auditStates)('a suggestion is answered while findings are raised: %s', (state) => {
  const open = ['in_progress', 'fieldwork_done', 'report_draft'].includes(state);
  expect(answerBreakdown(audit(state), suggestion).ok).toBe(open);
});

test('what was answered, or suggests nothing, is not answered', () => {
  const refused = { ok: false, refusal: 'no_breakdown' };
  expect(answerBreakdown(audit('in_progress'), { ...suggestion, answered: true })).toEqual(refused);
  expect(answerBreakdown(audit('in_progress'), undefined)).toEqual(refused);
});

test('the major stands on an indicator of its minors', () => {
  expect(onIndicator(suggestion, '1.1.2')).toEqual({ ok: true, value: '1.1.2' });
  expect(onIndicator(suggestion, '1.1.9')).toEqual({ ok: false, refusal: 'not_of_criterion' });
});

test('the major says that it is what its minors add up to', () => {
  expect(addedUp('1.1')).toContain('criterion 1.1 add up to');
});
