import { expect, test } from 'vitest';

import type { Matter } from '../model.ts';
import { callMeeting, closeMeeting } from './rules.ts';

const now = new Date('2026-03-10T10:00:00Z');
const later = new Date('2026-03-12T10:00:00Z');
const open: Matter = {
  state: 'open',
  kind: 'initial',
  certificate: null,
  months: { recertificationOpensMonths: 9, restorationMonths: 6 },
  applicationState: 'decision_pending',
  quorum: 1,
  meeting: null,
};
const no = (refusal: string) => ({ ok: false, refusal });

const on = (change: Partial<Matter> = {}, bar: string | null = null) => ({
  matter: { ...open, ...change },
  bar,
});

test('a meeting is called on open matters that stand on no other, and closes later than now', () => {
  expect(callMeeting([on()], later, now)).toEqual({ ok: true, value: { closesAt: later } });
  expect(callMeeting([on()], now, now)).toEqual(no('meeting_in_the_past'));
  expect(callMeeting([on(), on({ state: 'decided' })], later, now)).toEqual(no('not_decision_pending'));
  const running = { closesAt: later, closedAt: null };
  expect(callMeeting([on({ meeting: running })], later, now)).toEqual(no('already_on_a_meeting'));
  expect(callMeeting([on({ meeting: { ...running, closedAt: now } })], later, now).ok).toBe(true);
  expect(callMeeting([on({ meeting: { closesAt: new Date(0), closedAt: null } })], later, now).ok).toBe(true);
});

test('a meeting is closed once', () => {
  expect(closeMeeting({ closedAt: null }, [null]).ok).toBe(true);
  expect(closeMeeting({ closedAt: now }, [null])).toEqual(no('meeting_closed_before'));
});

test('whoever may not vote on one of its matters neither calls a meeting nor closes it', () => {
  expect(callMeeting([on(), on({}, 'audited_by_you')], later, now)).toEqual(no('audited_by_you'));
  expect(closeMeeting({ closedAt: null }, [null, 'conflict_declared'])).toEqual(no('conflict_declared'));
});
