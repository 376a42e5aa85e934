import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addDays } from '#app/platform/calendar.ts';

import { findingStates } from '../model.ts';
import { clockOf } from '../rules.ts';
import { inState } from '../states.test-data.ts';
import { escalateLate, escalateUnpaid, extend, ladder, recruitersTurn } from './rules.ts';

const long = '2027-01-01';
const free = (until: string) => ({ until, tied: false });
const turns: string[] = [...recruitersTurn];

describe.each(findingStates)('a finding that is %s', (state) => {
  const finding = inState[state];

  test('is escalated for a missed day only where it was its recruiter’s', () => {
    const outcome = escalateLate(finding, long, true);
    if (turns.includes(state)) expect(outcome).toMatchObject({ ok: true, value: { from: finding.grade } });
    else expect(outcome).toEqual({ ok: false, refusal: `finding_is_${state}` });
  });

  test('gets more time only there', () => {
    const { due } = clockOf(finding, '2026-03-01');
    const outcome = extend(finding, free(addDays(due ?? long, 1)), '2026-03-01');
    expect(outcome.ok).toBe(turns.includes(state));
    if (!turns.includes(state)) expect(outcome).toEqual({ ok: false, refusal: 'nothing_runs' });
  });
});

describe('escalating', () => {
  const { awaiting_cap } = inState;
  test.each([
    ['minor', 'major'],
    ['major', 'suspension'],
    ['critical', 'withdrawal'],
  ] as const)('%s to %s', (grade, to) => {
    expect(escalateLate({ ...awaiting_cap, grade }, long, true)).toEqual({
      ok: true,
      value: { clock: 'plan', dueOn: '2026-03-15', from: grade, to },
    });
    expect(ladder[grade]).toBe(to);
  });

  test('happens after the day, and once for it', () => {
    expect(escalateLate(awaiting_cap, '2026-03-15', true)).toEqual({ ok: false, refusal: 'not_overdue' });
    expect(escalateLate(awaiting_cap, '2026-03-16', true)).toMatchObject({ ok: true });
    expect(escalateLate({ ...awaiting_cap, escalated: true }, long, true)).toEqual({
      ok: false,
      refusal: 'escalated_already',
    });
  });
});

describe.each(findingStates)('workers who wait beyond their day, of a finding that is %s', (state) => {
  const waiting = { ...inState[state], grade: 'major' as const, remedyDueOn: '2026-05-30' };
  const late = { announced: true, followed: false };
  test('escalate it wherever it was told, is not disputed and not over', () => {
    const over = ['raised', 'disputed', 'closed', 'withdrawn'].includes(state);
    expect(escalateUnpaid(waiting, '2026-05-31', late)).toEqual(
      over
        ? { ok: false, refusal: `finding_is_${state}` }
        : {
            ok: true,
            value: {
              ...{ clock: 'remedy', dueOn: '2026-05-30', remedyDueOn: null },
              ...{ from: 'major', to: 'suspension' },
            },
          },
    );
  });
});

test('workers who wait for what a minor finding owes have the days of a major one from then on', () => {
  const waiting = { ...inState.evidence_submitted, grade: 'minor' as const, remedyDueOn: '2026-05-30' };
  expect(escalateUnpaid(waiting, '2026-05-31', { announced: false, followed: false })).toMatchObject({
    value: { to: 'major', dueOn: '2026-05-30', remedyDueOn: '2026-08-29' },
  });
});

const missed = { today: '2026-05-31', announced: true, followed: false };
test.each([
  ['before the day has passed', {}, { today: '2026-05-30' }, 'not_overdue'],
  ['twice from one day', {}, { followed: true }, 'escalated_already'],
  ['what was not announced', {}, { announced: false }, 'not_announced'],
  ['without a remedy that runs', { remedyDueOn: null }, {}, 'nothing_runs'],
  ['an observation', { grade: 'observation' }, {}, 'finding_is_evidence_submitted'],
] as const)('workers who wait escalate nothing %s', (_what, change, how, refusal) => {
  const finding = { ...inState.evidence_submitted, remedyDueOn: '2026-05-30', ...change };
  const { today, ...known } = { ...missed, ...how };
  expect(escalateUnpaid(finding, today, known)).toEqual({ ok: false, refusal });
});

test('what was sent of a correction waits for its workers, to their day', () => {
  const { evidence_submitted: sent, cap_accepted: accepted } = inState;
  const waits = { remedyDueOn: '2026-08-30' };
  expect(clockOf({ ...sent, ...waits }, '2026-06-30')).toEqual({
    due: '2026-08-30',
    what: 'remedy',
    overdue: false,
  });
  expect(clockOf({ ...sent, remedy: 'open' }, '2026-06-30')).toEqual({
    due: null,
    what: null,
    overdue: false,
  });
  expect(clockOf({ ...accepted, ...waits }, '2026-06-30')).toMatchObject({ what: 'close', overdue: true });
});

test('what follows for a certificate waits until it was announced; a graver grade does not', () => {
  const { awaiting_cap } = inState;
  for (const grade of ['major', 'critical'] as const)
    expect(escalateLate({ ...awaiting_cap, grade }, long, false)).toEqual({
      ok: false,
      refusal: 'not_announced',
    });
  expect(escalateLate({ ...awaiting_cap, grade: 'minor' }, long, false)).toMatchObject({ ok: true });
});

describe('more time', () => {
  const { awaiting_cap, cap_accepted } = inState;
  test('is given once, before anything followed from the day', () => {
    const extended = { ...awaiting_cap, extended: true };
    expect(extend(awaiting_cap, { until: '2026-03-20', tied: true }, '2026-03-01')).toEqual({
      ok: false,
      refusal: 'tied_to_recruiter',
    });
    expect(extend(extended, free('2026-03-20'), '2026-03-01')).toEqual({
      ok: false,
      refusal: 'extended_already',
    });
    const escalated = { ...awaiting_cap, escalated: true };
    expect(extend(escalated, free('2026-03-20'), '2026-03-01')).toEqual({
      ok: false,
      refusal: 'escalated_already',
    });
    expect(extend(awaiting_cap, free('2026-03-20'), '2026-03-17')).toMatchObject({ ok: true });
  });

  test('for a plan ends before the finding has to be closed', () => {
    const late = { ...awaiting_cap, closeDueOn: '2026-03-20' };
    expect(extend(late, free('2026-03-21'), '2026-03-01')).toEqual({
      ok: false,
      refusal: 'target_after_close',
    });
  });

  test('is later than the day, and never more than the clock again', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40, max: 200 }), fc.integer({ min: 0, max: 120 }), (more, passed) => {
        const [until, today] = [addDays(cap_accepted.closeDueOn, more), addDays('2026-03-01', passed)];
        const outcome = extend(cap_accepted, free(until), today);
        const may = more > 0 && more <= 90 && until >= today;
        expect(outcome.ok).toBe(may);
        if (outcome.ok)
          expect(outcome.value).toEqual({ clock: 'close', from: cap_accepted.closeDueOn, until });
      }),
    );
  });
});
