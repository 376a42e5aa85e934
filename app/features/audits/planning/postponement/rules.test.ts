import { describe, expect, test } from 'vitest';

import { auditStates, type Audit } from '../../model.ts';
import { endingStepOn, endingSteps, endPostponement, endsOn } from './rules.ts';

const postponed: Audit = {
  ...{ id: 'a', reference: 'AUD-00001', applicationId: 'p', organisationId: 'o', auditBodyId: 'b' },
  ...{ certificateId: null, schemeVersionId: 'v', type: 'stage1', team: [] },
  ...{ startsOn: '2026-03-15', endsOn: '2026-03-16', noticeType: 'announced', plan: 'So.' },
  ...{ state: 'postponed', postponedUntil: '2026-05-14' },
};

test('the end of a postponement is announced 30 and 7 days ahead', () => {
  const on = (today: string) => endingStepOn('2026-05-14', today);
  expect(endingSteps).toEqual([7, 30]);
  expect(on('2026-04-13')).toBeUndefined();
  expect(on('2026-04-14')).toBe(30);
  expect(on('2026-05-06')).toBe(30);
  expect(on('2026-05-07')).toBe(7);
  expect(on('2026-06-01')).toBe(7);
});

test('it comes the day after, or when a late announcement ran its days', () => {
  expect(endsOn('2026-05-14', '2026-05-07')).toBe('2026-05-15');
  expect(endsOn('2026-05-14', '2026-05-20')).toBe('2026-05-27');
});

describe('what was not planned again', () => {
  test('counts as refused after its last day, as announced', () => {
    const ends = (told: string | undefined, today: string) => endPostponement(postponed, told, today);
    expect(ends('2026-05-07', '2026-05-14')).toEqual({ ok: false, refusal: 'postponement_runs' });
    expect(ends(undefined, '2026-05-15')).toEqual({ ok: false, refusal: 'not_announced' });
    expect(ends('2026-05-14', '2026-05-20')).toEqual({ ok: false, refusal: 'not_announced' });
    expect(ends('2026-05-07', '2026-05-15')).toMatchObject({ value: { state: 'refused_by_auditee' } });
  });

  test('is only what is postponed', () => {
    const other: Audit = { ...postponed, state: 'notified' };
    expect(auditStates).toContain(other.state);
    expect(endPostponement(other, '2026-05-07', '2026-05-15')).toEqual({
      ok: false,
      refusal: 'audit_is_notified',
    });
  });
});
