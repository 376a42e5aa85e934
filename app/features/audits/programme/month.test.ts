import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { monthOf, onDays } from './month.ts';

const months = fc
  .record({ year: fc.integer({ min: 2000, max: 2100 }), month: fc.integer({ min: 1, max: 12 }) })
  .map(({ year, month }) => `${year}-${String(month).padStart(2, '0')}`);

describe('monthOf', () => {
  test('whole weeks from Monday on hold every day of the month, each once', () => {
    fc.assert(
      fc.property(months, (asked) => {
        const { weeks, first, last } = monthOf(asked, '2026-03-01');
        const days = weeks.flat();
        expect(days).toEqual([...new Set(days)].toSorted());
        expect(days).toContain(first);
        expect(days).toContain(last);
        expect(new Date(`${days[0] ?? ''}T00:00:00Z`).getUTCDay()).toBe(1);
        expect(days.filter((day) => day.startsWith(asked))).toHaveLength(Number(last.slice(8)));
        expect((weeks[0] ?? []).some((day) => day.startsWith(asked))).toBe(true);
        expect((weeks.at(-1) ?? []).some((day) => day.startsWith(asked))).toBe(true);
      }),
    );
  });

  test.each([null, '', '2026-13', 'x', "2026-01' or 1=1"])('%j is this month', (asked) => {
    expect(monthOf(asked, '2026-03-09').month).toBe('2026-03');
  });

  test('its neighbours cross the year', () => {
    expect(monthOf('2026-01', '2026-03-09')).toMatchObject({ before: '2025-12', after: '2026-02' });
    expect(monthOf('2026-12', '2026-03-09')).toMatchObject({ before: '2026-11', after: '2027-01' });
  });
});

test('onDays: an audit stands on each of its days, a last day on its own', () => {
  const audits = [{ startsOn: '2026-03-02', endsOn: '2026-03-03' }];
  const due = [{ dueOn: '2026-03-03' }];
  const days = onDays(['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04'], { audits, due });
  expect(days.map((day) => [day.audits.length, day.due.length])).toEqual([
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 0],
  ]);
});
