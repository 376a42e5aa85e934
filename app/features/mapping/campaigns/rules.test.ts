import { expect, test } from 'vitest';

import { close, giveMoreTime, open, progressOf, reminderDays, remindersDue } from './rules.ts';

test('a campaign opens while there is time to answer, and closes when it is open', () => {
  expect(open({ state: 'draft', dueOn: '2027-01-02' }, '2027-01-01')).toMatchObject({ ok: true });
  expect(open({ state: 'draft', dueOn: '2027-01-01' }, '2027-01-01')).toMatchObject({
    refusal: 'due_passed',
  });
  expect(open({ state: 'open', dueOn: '2027-02-01' }, '2027-01-01')).toMatchObject({
    refusal: 'already_open',
  });
  expect(open({ state: 'closed', dueOn: '2027-02-01' }, '2027-01-01')).toMatchObject({ ok: true });
  expect(close({ state: 'open' })).toMatchObject({ ok: true });
  expect(close({ state: 'draft' })).toMatchObject({ refusal: 'not_open' });
});

test('time is only ever added', () => {
  const on = { state: 'open', dueOn: '2027-02-01' } as const;
  expect(giveMoreTime(on, { until: '2027-02-02', today: '2027-01-01' })).toMatchObject({
    value: '2027-02-02',
  });
  expect(giveMoreTime(on, { until: '2027-01-31', today: '2027-01-01' })).toMatchObject({
    refusal: 'not_later',
  });
  expect(giveMoreTime(on, { until: '2027-02-02', today: '2027-03-01' })).toMatchObject({
    refusal: 'not_later',
  });
  const closed = { state: 'closed', dueOn: '2027-02-01' } as const;
  expect(giveMoreTime(closed, { until: '2027-02-02', today: '2027-01-01' })).toMatchObject({
    refusal: 'closed',
  });
});

test.each([
  ['2027-01-16', 0],
  ['2027-01-15', 1],
  ['2027-01-04', 2],
  ['2027-01-01', 3],
  ['2026-12-26', 3],
  ['2026-12-25', 4],
  ['2026-01-01', 4],
])('of what is due on %s, %i reminders are due on the first of January', (dueOn, due) =>
  expect(remindersDue(dueOn, '2027-01-01')).toBe(due),
);

test('reminders go out in the order of their days', () => {
  expect([...reminderDays].sort((one, other) => other - one)).toEqual([...reminderDays]);
});

test('progress is told by tier', () => {
  expect(
    progressOf([
      { state: 'answered', tier: 2, count: 3 },
      { state: 'invited', tier: 1, count: 1 },
      { state: 'declined', tier: 2, count: 2 },
      { state: 'opened', tier: 2, count: 4 },
    ]),
  ).toEqual([
    { tier: 1, invited: 1, opened: 0, answered: 0, declined: 0 },
    { tier: 2, invited: 9, opened: 4, answered: 3, declined: 2 },
  ]);
});
