import { describe, expect, test } from 'vitest';

import {
  auditBy,
  auditLapseDay,
  auditWarningDays,
  discardDay,
  draftWarningDays,
  reminderDay,
  reminders,
  type AuditSeen,
} from './rules.ts';

describe('a reminder before a day', () => {
  test.each([
    ['2026-03-23', undefined],
    ['2026-03-24', 7],
    ['2026-03-30', 7],
    ['2026-03-31', 0],
    // Whoever was away over the day itself says nothing: what follows from it says enough.
    ['2026-04-01', undefined],
  ])('on %s is that of %s days before', (today, days) => {
    expect(reminderDay([7, 0], '2026-03-31', today)).toBe(days);
  });

  test('after a standstill over two of them is the later one alone', () => {
    expect(reminderDay([30, 7, 1], '2026-04-30', '2026-04-25')).toBe(7);
  });

  test('after a day goes out however late', () => {
    expect(reminderDay([-1], '2026-03-15', '2026-03-15')).toBeUndefined();
    expect(reminderDay([-1], '2026-03-15', '2026-03-16')).toBe(-1);
    expect(reminderDay([-1], '2026-03-15', '2026-06-01')).toBe(-1);
  });
});

test('each reminder has a name of its own', () => {
  const kinds = reminders.map(({ kind }) => kind);
  expect(new Set(kinds).size).toBe(kinds.length);
});

test('a draft is discarded after its days, and never sooner than it was warned', () => {
  const clocks = { idleDraftDays: 180 };
  expect(draftWarningDays).toBe(14);
  expect(discardDay('2026-03-01', '2026-08-14', clocks)).toBe('2026-08-28');
  expect(discardDay('2026-03-01', '2026-12-01', clocks)).toBe('2026-12-15');
});

describe('the next audit of an application', () => {
  const clocks = { stageMonths: 6 };
  const by = (...audits: AuditSeen[]) => auditBy(audits, '2026-03-01', clocks);
  const planned = { underWay: false, endedOn: null };

  test('begins within its months of the acceptance, then of the end of the one before', () => {
    expect(by()).toBe('2026-09-01');
    expect(by(planned)).toBe('2026-09-01');
    expect(auditBy([planned], '2026-03-01', { stageMonths: 4 })).toBe('2026-07-01');
    expect(auditBy([{ underWay: false, endedOn: '2026-05-31' }], '2026-03-01', { stageMonths: 4 })).toBe(
      '2026-09-30',
    );
    expect(by({ underWay: false, endedOn: '2026-05-31' })).toBe('2026-11-30');
    expect(
      by({ underWay: false, endedOn: '2026-05-31' }, { underWay: false, endedOn: '2026-07-02' }, planned),
    ).toBe('2027-01-02');
  });

  test('has no clock while one is under way', () => {
    expect(by({ underWay: false, endedOn: '2026-05-31' }, { underWay: true, endedOn: null })).toBeUndefined();
  });

  test('late, ends the application no sooner than its warning said', () => {
    expect(auditWarningDays).toBe(30);
    expect(auditLapseDay('2026-09-01', '2026-08-02')).toBe('2026-09-01');
    expect(auditLapseDay('2026-09-01', '2026-10-01')).toBe('2026-10-31');
  });
});
