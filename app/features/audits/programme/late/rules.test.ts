import { describe, expect, test } from 'vitest';

import { addMonths } from '#app/platform/calendar.ts';

import { refusalText } from '../../ui/refusals.ts';
import { beNotHeld, giveMoreTime, mayTellHolder, mostMonths } from './rules.ts';

const late = {
  ...{ type: 'surveillance', dueOn: '2027-03-01', held: false, toldAt: null, inForce: true },
};

describe('an audit of the programme that was not held', () => {
  test('is late the day after its last, and told once', () => {
    expect(beNotHeld(late, '2027-03-02')).toEqual({ ok: true, value: '2027-03-01' });
  });

  test.each([
    ['on its last day', {}, '2027-03-01', 'not_late'],
    ['told before', { toldAt: new Date('2027-03-02') }, '2027-03-03', 'already_told'],
    ['held', { held: true }, '2027-03-02', 'audit_held'],
    ['of a certificate that ended', { inForce: false }, '2027-03-02', 'entry_dropped'],
    ['a recertification', { type: 'recertification' }, '2027-03-02', 'entry_dropped'],
  ])('is not told: %s', (_why, more, today, refusal) => {
    expect(beNotHeld({ ...late, ...more }, today)).toEqual({ ok: false, refusal });
  });

  test.each([
    ['announced', null, false, true],
    ['announced', 'unannounced', false, false],
    ['semi_announced', null, false, false],
    ['semi_announced', 'semi_announced', true, true],
    ['unannounced', 'unannounced', false, false],
    ['unannounced', 'unannounced', true, true],
  ] as const)(
    'kept %s, planned %s, told %s: its recruiter may be told: %s',
    (kept, planned, notified, may) => {
      expect(mayTellHolder({ kept, planned, notified })).toBe(may);
    },
  );
});

describe('more time for an audit body that is late', () => {
  const fresh = {
    dueOn: '2027-03-01',
    held: false,
    inForce: true,
    ...{ givenUntil: null, suspended: false, tied: false },
  };

  test('is given until six months behind the last day', () => {
    for (const until of ['2027-03-11', addMonths(fresh.dueOn, mostMonths)])
      expect(giveMoreTime(fresh, until, '2027-03-10')).toEqual({ ok: true, value: until });
  });

  test.each([
    ['by somebody tied to the recruiter', { tied: true }, '2027-04-01', 'tied_officer'],
    ['of a programme that ended', { inForce: false }, '2027-04-01', 'entry_dropped'],
    ['once it was held', { held: true }, '2027-04-01', 'audit_held'],
    ['once it suspends', { suspended: true }, '2027-04-01', 'suspended_for_it'],
    ['twice', { givenUntil: '2027-04-01' }, '2027-05-01', 'more_time_given'],
    ['until today', {}, '2027-03-10', 'day_passed'],
    ['for longer than that', {}, '2027-09-02', 'more_time_too_long'],
  ])('is not given %s', (_why, more, until, refusal) => {
    expect(giveMoreTime({ ...fresh, ...more }, until, '2027-03-10')).toEqual({ ok: false, refusal });
    expect(refusalText(refusal)).not.toBe(refusalText('no such refusal'));
  });
});
