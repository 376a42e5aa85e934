import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addDays } from '#app/platform/calendar.ts';

import { askedDay } from './asked-day.ts';
import { countedOf, endOf, historyOf, knownBefore, standingOn, type Decided, type Past } from './rules.ts';

const at = (day: string) => new Date(`${day}T09:00:00Z`);
const listing = { acceptedOn: '2026-01-10', acceptedAt: at('2026-01-10'), endedAt: null, refusals: [] };
const one = { id: 'one', validUntil: '2029-02-28' };

let position = 0;
const decided = (day: string, status: string, more: Partial<Decided> = {}): Decided => ({
  ...{ certificateId: 'one', position: (position += 1), action: status, status, reasonClass: null },
  ...{ at: at(day), ...more },
});
const past = (statuses: Decided[], more: Partial<Past> = {}): Past => ({
  ...{ listings: [listing], certificates: [one], statuses, ...more },
});
const statusOn = (of: Past, day: string) => {
  const stood = standingOn(of, day);
  return typeof stood === 'string' ? stood : stood.status;
};

describe('the standing of a day', () => {
  test('is that of its end: what was decided in it counts, what came later does not', () => {
    const story = past([
      decided('2026-03-01', 'active', { action: 'issued' }),
      decided('2026-05-04', 'suspended', { reasonClass: 'fees_charged' }),
      decided('2026-06-01', 'active', { action: 'reinstated' }),
    ]);
    expect(statusOn(story, '2026-01-09')).toBe('not_yet_listed');
    expect(statusOn(story, '2026-02-28')).toBe('applicant');
    expect(statusOn(story, '2026-05-03')).toBe('certified');
    expect(standingOn(story, '2026-05-04')).toEqual({
      ...{ status: 'suspended', since: '2026-05-04T09:00:00.000Z', reasonClass: 'fees_charged' },
    });
    expect(statusOn(story, '2026-06-01')).toBe('certified');
    expect(statusOn(story, '2029-02-28')).toBe('certified');
    expect(standingOn(story, '2029-03-05')).toEqual({
      ...{ status: 'expired', since: '2029-03-01', reasonClass: null },
    });
  });

  test('goes on from the first day of a suspension that became graver', () => {
    const story = past([
      decided('2026-03-01', 'active', { action: 'issued' }),
      decided('2026-05-04', 'suspended', { reasonClass: 'levy_unpaid' }),
      decided('2026-05-09', 'suspended', { reasonClass: 'fees_charged' }),
    ]);
    expect(standingOn(story, '2026-05-20')).toEqual({
      ...{ status: 'suspended', since: '2026-05-04T09:00:00.000Z', reasonClass: 'fees_charged' },
    });
    expect(standingOn(story, '2026-05-08')).toMatchObject({ reasonClass: 'levy_unpaid' });
  });

  test('knows a refusal that an appeal undid later, and who had left', () => {
    const refusal = { at: at('2026-02-01'), until: at('2026-03-01') };
    const story = past([], { certificates: [], listings: [{ ...listing, refusals: [refusal] }] });
    expect(statusOn(story, '2026-01-31')).toBe('applicant');
    expect(statusOn(story, '2026-02-28')).toBe('not_certified');
    expect(statusOn(story, '2026-03-01')).toBe('applicant');
    const again = { ...listing, acceptedOn: '2027-01-01', acceptedAt: at('2027-01-01') };
    const back = past([], { certificates: [], listings: [{ ...listing, endedAt: at('2026-04-01') }, again] });
    expect(['2026-03-31', '2026-04-01', '2027-01-01'].map((day) => statusOn(back, day))).toEqual([
      ...['applicant', 'removed', 'applicant'],
    ]);
  });
});

test('one not withdrawn counts before one withdrawn later; what gave its place never', () => {
  const two = { certificateId: 'two' };
  const story = past([decided('2026-03-01', 'suspended'), decided('2026-04-01', 'withdrawn', two)], {
    certificates: [one, { id: 'two', validUntil: '2032-02-29' }],
  });
  expect(countedOf(story)).toMatchObject({ id: 'one', status: 'suspended' });
  const gone = past([...story.statuses, decided('2026-05-01', 'superseded')], {
    certificates: story.certificates,
  });
  expect(countedOf(gone)).toMatchObject({ id: 'two', status: 'withdrawn' });
});

describe('a history', () => {
  test('tells of an expiry on the day after the last, once that day has come', () => {
    const story = past([decided('2026-03-01', 'active', { action: 'issued' })]);
    expect(historyOf(story, '2029-02-28').map(({ status }) => status)).toEqual(['certified', 'applicant']);
    expect(historyOf(story, '2029-03-01')[0]).toEqual({
      ...{ at: '2029-03-01T00:00:00.000Z', status: 'expired', reasonClass: null },
    });
  });

  test('tells of none where a successor took its place that day or before', () => {
    for (const day of ['2029-01-15', '2029-03-01']) {
      const story = past(
        [
          decided('2026-03-01', 'active', { action: 'issued' }),
          decided(day, 'superseded'),
          decided(day, 'active', { action: 'issued', certificateId: 'two' }),
        ],
        { certificates: [one, { id: 'two', validUntil: '2032-02-29' }] },
      );
      const told = historyOf(story, '2029-06-01').map(({ status }) => status);
      expect(told, day).toEqual(['certified', 'certified', 'applicant']);
    }
  });

  test('tells that what was restored days later had been expired, and for what it was suspended', () => {
    const restored = past(
      [
        decided('2026-03-01', 'suspended', { reasonClass: 'fees_charged' }),
        decided('2029-03-09', 'superseded'),
        decided('2029-03-09', 'active', { action: 'issued', certificateId: 'two' }),
      ],
      { certificates: [one, { id: 'two', validUntil: '2032-02-29' }] },
    );
    expect(historyOf(restored, '2029-06-01').slice(0, 2)).toEqual([
      { at: '2029-03-09T09:00:00.000Z', status: 'certified', reasonClass: null },
      { at: '2029-03-01T00:00:00.000Z', status: 'expired', reasonClass: 'fees_charged' },
    ]);
  });

  test('tells nothing of a status that came back after the end: the public sees it expired', () => {
    const story = past([
      decided('2026-03-01', 'suspended', { reasonClass: 'fees_charged' }),
      decided('2029-04-01', 'active', { action: 'upheld' }),
    ]);
    expect(historyOf(story, '2029-06-01').map(({ status }) => status)).toEqual([
      ...['expired', 'expired', 'suspended', 'applicant'],
    ]);
  });
});

const statuses = ['active', 'active_under_watch', 'suspended', 'withdrawn'];
const step = fc.record({ wait: fc.integer({ min: 0, max: 300 }), status: fc.constantFrom(...statuses) });
const life = fc.array(step, { minLength: 1, maxLength: 14 }).map((steps) => {
  let day = '2026-02-01';
  const rows = steps.map(({ wait, status }) => decided((day = addDays(day, wait)), status));
  return past(rows);
});

test('any day between two entries of a history stands as the earlier one says', () => {
  fc.assert(
    fc.property(life, fc.integer({ min: 0, max: 2500 }), (story, after) => {
      const day = addDays('2026-01-10', after);
      const [entry] = historyOf(story, '2035-01-01').filter((told) => new Date(told.at) < endOf(day));
      const stood = standingOn(story, day);
      expect(stood).toMatchObject({ status: entry?.status, reasonClass: entry?.reasonClass });
      // What is told later of the same day is the same: nothing decided since changes it.
      expect(standingOn(knownBefore(story, endOf(day)), day)).toEqual(stood);
    }),
  );
});

test.each([
  ['2026-02-30', 'no_day'],
  ['2026-2-3', 'no_day'],
  ['yesterday', 'no_day'],
  ['2026-03-01T00:00:00Z', 'no_day'],
  ['2026-03-02', 'future_day'],
])('%s is no day to ask for', (text, refusal) => {
  expect(askedDay(text, '2026-03-01')).toEqual({ ok: false, refusal });
});

test('today may be asked for, and no day need be', () => {
  expect(askedDay('2026-03-01', '2026-03-01')).toEqual({ ok: true, value: '2026-03-01' });
  expect(askedDay(null, '2026-03-01')).toEqual({ ok: true, value: undefined });
});
