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

test('a meeting is called on open matters that stand on no other, and closes later than now', () => {
  expect(callMeeting([open], later, now)).toEqual({ ok: true, value: { closesAt: later } });
  expect(callMeeting([open], now, now)).toEqual(no('meeting_in_the_past'));
  expect(callMeeting([open, { ...open, state: 'decided' }], later, now)).toEqual(no('not_decision_pending'));
  const running = { closesAt: later, closedAt: null };
  expect(callMeeting([{ ...open, meeting: running }], later, now)).toEqual(no('already_on_a_meeting'));
  expect(callMeeting([{ ...open, meeting: { ...running, closedAt: now } }], later, now).ok).toBe(true);
  expect(callMeeting([{ ...open, meeting: { closesAt: new Date(0), closedAt: null } }], later, now).ok).toBe(
    true,
  );
});

test('a meeting is closed once', () => {
  expect(closeMeeting({ closedAt: null }).ok).toBe(true);
  expect(closeMeeting({ closedAt: now })).toEqual(no('meeting_closed_before'));
});
