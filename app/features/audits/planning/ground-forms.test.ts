import { describe, expect, test } from 'vitest';

import type { Audit } from '../model.ts';
import type { DayInputs } from './days.ts';
import { daysForm, linesOf, sampleAnswers, sampleForm } from './ground-forms.ts';
import { prepare, rest } from './rules.ts';

const least: DayInputs = {
  ...{
    effectiveStaff: 1,
    extraBranches: 0,
    corridors: 1,
    interviews: 0,
    highRiskTiers: 0,
    reductionPercent: 0,
  },
};

describe('a plan', () => {
  const team = [{ accountId: 'lead', name: 'Anjali', role: 'lead_auditor' as const, conflicted: false }];
  const audit: Audit = {
    ...{ id: 'a', reference: 'AUD-1', applicationId: 'p', certificateId: null, organisationId: 'o' },
    ...{ auditBodyId: 'b', schemeVersionId: 'v', team, type: 'stage2', state: 'team_assigned' },
  };
  const ground = { calculation: { totalDays: 5, offSiteDays: 1, interviews: 12 }, sample: { target: 12 } };
  const days = { startsOn: '2026-03-01', endsOn: '2026-03-04' };

  test('rests on its days and its sample, and is long enough for its team', () => {
    expect(prepare(audit)).toMatchObject({ ok: true });
    expect(prepare({ ...audit, state: 'scheduled' })).toEqual({ ok: false, refusal: 'audit_is_scheduled' });
    expect(rest(audit, { ...ground, calculation: null }, days)).toMatchObject({
      refusal: 'days_not_calculated',
    });
    expect(rest(audit, { ...ground, sample: null }, days)).toMatchObject({ refusal: 'sample_not_planned' });
    expect(rest({ ...audit, type: 'stage1' }, { ...ground, sample: null }, days)).toMatchObject({ ok: true });
    const short = { ...days, endsOn: '2026-03-03' };
    expect(rest(audit, ground, short)).toMatchObject({ refusal: 'fewer_days_than_calculated' });
    expect(rest(audit, ground, days)).toMatchObject({ ok: true });
    expect(rest(audit, { ...ground, sample: { target: 13 } }, days)).toMatchObject({
      refusal: 'interviews_without_days',
    });
    const two = {
      ...audit,
      team: [
        ...team,
        { ...team[0], accountId: 'other', name: 'Bo', role: 'auditor' as const, conflicted: false },
      ],
    };
    expect(rest(two, ground, short)).toMatchObject({ ok: true });
  });
});

describe('the forms', () => {
  const days = {
    ...Object.fromEntries(Object.entries(least).map(([key, value]) => [key, String(value)])),
    offSiteDays: '0.5',
  };
  test('take a reduction with its reasons only', () => {
    expect(daysForm.safeParse(days).success).toBe(true);
    const paths = (sent: object) => daysForm.safeParse(sent).error?.issues.map(({ path }) => path);
    expect(paths({ ...days, reductionPercent: '10' })).toEqual([['reductionReason']]);
    expect(paths({ ...days, reductionPercent: '31', reductionReason: 'x'.repeat(20) })).toEqual([
      ['reductionPercent'],
    ]);
    expect(paths({ ...days, offSiteDays: '0.3' })).toEqual([['offSiteDays']]);
  });

  test('read one group a line, and name the line that cannot be read', () => {
    const sent = sampleForm.parse({ corridor: 'NP-QA: 240\n\nNP-MY; 12', sex: 'Women: 40' });
    expect(sent.corridor).toEqual([
      { name: 'NP-QA', workers: 240 },
      { name: 'NP-MY', workers: 12 },
    ]);
    expect(sampleAnswers(sent).corridor).toBe(linesOf(sent.corridor));
    const messages = (boxes: object) =>
      sampleForm.safeParse(boxes).error?.issues.map(({ message }) => message);
    expect(messages({ corridor: 'NP-QA: 240\nmany' })).toEqual([
      'Line 2 is not a name, a colon and a number of workers',
    ]);
    expect(messages({ corridor: 'A: 1\nA: 2' })).toEqual(['A name stands here twice']);
    expect(messages({ corridor: '' })).toEqual(['Enter the workers of each corridor']);
    expect(messages({ corridor: 'A: 1', sex: 'Women: 2' })).toHaveLength(1);
  });
});
