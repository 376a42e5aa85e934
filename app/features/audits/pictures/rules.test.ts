import { describe, expect, test } from 'vitest';

import type { Turned } from './model.ts';
import { burnDown, heatOf, periodOf, periodOfAudit, pointsOf, stepOf } from './rules.ts';

const today = '2026-06-30';

describe('the period of a picture', () => {
  test.each([
    { why: 'asked for', from: '2026-01-01', until: '2026-03-31', is: ['2026-01-01', '2026-03-31'] },
    { why: 'that begins alone', from: '2026-05-01', until: null, is: ['2026-05-01', today] },
    { why: 'nobody asked for', from: null, until: null, is: ['2025-07-01', today] },
    { why: 'that ends before it begins', from: today, until: '2026-01-01', is: ['2025-07-01', today] },
    { why: 'longer than can be drawn', from: '1900-01-01', until: today, is: ['2025-07-01', today] },
    { why: 'that is no day', from: 'now', until: '2026-02-31x', is: ['2025-07-01', today] },
  ])('$why', ({ from, until, is }) => {
    expect(Object.values(periodOf({ from, until }, today))).toEqual(is);
  });

  test('of an audit begins with it, and is a month at least', () => {
    expect(periodOfAudit('2026-01-10', today)).toEqual({ from: '2026-01-10', until: today });
    expect(periodOfAudit('2026-06-28', today)).toEqual({ from: '2026-05-31', until: today });
    expect(periodOfAudit(undefined, today).from).toBe('2026-05-31');
  });
});

describe('the days a burn-down shows', () => {
  test('are thirteen at even distances, and three to come where the period ends today', () => {
    const year = { from: '2025-07-01', until: today };
    expect(stepOf(year)).toBe(31);
    expect(pointsOf(year, today)).toHaveLength(16);
    expect(pointsOf(year, today)[12]).toBe(today);
    expect(pointsOf(year, '2026-12-31')).toHaveLength(13);
  });

  test('never name a day twice in a short period', () => {
    const points = pointsOf({ from: '2026-06-28', until: today }, '2026-12-31');
    expect(points).toEqual(['2026-06-28', '2026-06-29', today]);
  });
});

test('a heat map has a row for each principle and a cell for each grade, empty ones too', () => {
  const title = 'Fees';
  expect(
    heatOf([
      { code: '1', title, grade: 'critical', count: 2 },
      { code: '1', title, grade: 'minor', count: 1 },
      { code: '2', title: 'Freedom', grade: null, count: 0 },
    ]),
  ).toEqual([
    { label: '1 Fees', cells: [2, 0, 1, 0] },
    { label: '2 Freedom', cells: [0, 0, 0, 0] },
  ]);
});

test('a burn-down adds up what was opened and takes off what ended, was due or is late', () => {
  const turned: Turned[] = [
    { point: 0, grade: 'major', turn: 'opened', count: 3 },
    { point: 1, grade: 'major', turn: 'ended', count: 1 },
    { point: 1, grade: 'minor', turn: 'opened', count: 2 },
    { point: 1, grade: 'major', turn: 'due', count: 2 },
    { point: 1, grade: 'major', turn: 'late', count: 1 },
    { point: 2, grade: 'major', turn: 'mended', count: 1 },
    { point: 2, grade: 'major', turn: 'ended', count: 1 },
    { point: 3, grade: 'minor', turn: 'due', count: 2 },
  ];
  const points = ['2026-04-30', '2026-05-31', today, '2026-07-31'];
  expect(burnDown(turned, points, today)).toEqual([
    { on: '2026-04-30', open: { critical: 0, major: 3, minor: 0 }, late: 0, planned: 3 },
    { on: '2026-05-31', open: { critical: 0, major: 2, minor: 2 }, late: 1, planned: 3 },
    { on: today, open: { critical: 0, major: 1, minor: 2 }, late: 0, planned: 3 },
    { on: '2026-07-31', open: undefined, late: undefined, planned: 1 },
  ]);
});
