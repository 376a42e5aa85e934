import { describe, expect, test } from 'vitest';

import {
  addDays,
  addMonths,
  addWorkingDays,
  dayInWords,
  dayOf,
  daysBetween,
  timeInWords,
  untilInWords,
} from './calendar.ts';

test('a day is the day in UTC, wherever the server stands', () => {
  expect(dayOf(new Date('2026-06-30T23:59:59Z'))).toBe('2026-06-30');
});

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2026-11-24', 36, '2029-11-24'],
])('%s and %i months is %s', (from, months, day) => {
  expect(addMonths(from, months)).toBe(day);
});

test('days are counted over the end of a year and of summer time', () => {
  expect(addDays('2026-12-30', 3)).toBe('2027-01-02');
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2);
});

// 2 March 2026 is a Monday.
test.each([
  ['2026-03-02', 0, '2026-03-02'],
  ['2026-03-02', 4, '2026-03-06'],
  ['2026-03-02', 5, '2026-03-09'],
  ['2026-03-06', 1, '2026-03-09'],
  ['2026-03-07', 1, '2026-03-09'],
  ['2026-03-08', 5, '2026-03-13'],
  ['2026-03-04', 10, '2026-03-18'],
])('%s and %i working days is %s', (from, count, day) => {
  expect(addWorkingDays(from, count)).toBe(day);
});

describe('a clock in words', () => {
  test.each([
    ['2026-12-18', 'in 24 days'],
    ['2026-11-25', 'in 1 day'],
    ['2026-11-24', 'today'],
    ['2026-11-23', '1 day late'],
    ['2026-11-22', '2 days late'],
  ])('due %s reads "%s"', (due, words) => {
    expect(untilInWords(due, '2026-11-24')).toBe(words);
  });
});

test('days and times are words, never bare numbers', () => {
  expect(dayInWords('2026-12-16')).toBe('16 December 2026');
  expect(timeInWords('2026-12-16T09:41:00Z')).toBe('16 December 2026 at 09:41 UTC');
});
