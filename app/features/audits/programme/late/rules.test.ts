import { describe, expect, test } from 'vitest';

import { beNotHeld, mayTellHolder } from './rules.ts';

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
  ] as const)('kept %s, planned %s, told %s: its recruiter may be told: %s', (kept, planned, notified, may) => {
    expect(mayTellHolder({ kept, planned, notified })).toBe(may);
  });
});
