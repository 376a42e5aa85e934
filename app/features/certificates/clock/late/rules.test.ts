import { describe, expect, test } from 'vitest';

import { changeFor, comingOfLate, owedOf, turns, type Late } from './rules.ts';

const issued = {
  ...{ id: 'c', number: 'ERC-1', organisationId: 'o', applicationId: 'a', validUntil: '2029-02-28' },
  since: new Date('2026-03-01T09:00:00Z'),
};
const active = { ...issued, status: 'active' } as const;
const suspended = { ...issued, status: 'suspended', reasonClass: 'critical_finding' } as const;
const late: Late = {
  ...{ grade: 'major', owed: 'plan', dueOn: '2026-03-15', actsOn: null, extended: false },
};

test.each([
  ['active', 'major', 'suspension'],
  ['active_under_watch', 'critical', 'suspension'],
  ['suspended', 'major', 'suspension_goes_on'],
  ['suspended', 'critical', 'withdrawal'],
] as const)('a certificate that is %s, a %s finding: %s', (status, grade, change) => {
  expect(changeFor({ status }, { grade })).toBe(change);
});

describe('what a late finding brings', () => {
  test('comes the day after it was due, where there is time to say so', () => {
    expect(comingOfLate(active, late, 7, '2026-03-02')).toEqual({
      ...{ change: 'suspension', owed: 'plan', dueOn: '2026-03-15', on: '2026-03-16', extendable: true },
    });
  });

  test('waits for the days of the last word otherwise', () => {
    expect(comingOfLate(active, late, 7, '2026-03-12').on).toBe('2026-03-19');
    expect(comingOfLate(active, { ...late, actsOn: '2026-03-17' }, 7, '2026-03-12').on).toBe('2026-03-17');
  });

  test('says what is owed, and whether more time can be given', () => {
    expect(turns.map((state) => owedOf({ clock: 'plan', state }))).toEqual([
      ...['containment', 'plan', 'new_plan', 'evidence', 'new_evidence'],
    ]);
    expect(owedOf({ clock: 'remedy', state: 'evidence_submitted' })).toBe('repayment');
    expect(owedOf({ clock: 'close', state: 'evidence_submitted' })).toBeUndefined();
    expect(comingOfLate(suspended, { ...late, owed: 'repayment' }, 7, '2026-03-02')).toMatchObject({
      ...{ owed: 'repayment', extendable: false },
    });
    expect(comingOfLate(active, { ...late, extended: true }, 7, '2026-03-02').extendable).toBe(false);
  });
});
