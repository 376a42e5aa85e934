import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addMonths } from '#app/platform/calendar.ts';

import { interestKinds, type Interest } from './model.ts';
import { declareTie, endTie, freeFrom, keepsAway } from './rules.ts';

const today = '2026-03-01';
const going: Interest = {
  id: 'one',
  kind: 'kinship',
  fromOn: '2020-01-01',
  untilOn: null,
  declaredOn: '2026-01-10',
  ends: false,
  corrected: false,
};

describe('a tie', () => {
  test.each([
    ['going on', {}, true],
    ['ended yesterday', { untilOn: '2026-02-28' }, true],
    ['ended two years ago less a day', { untilOn: '2024-03-02' }, true],
    ['ended two years ago', { untilOn: '2024-03-01' }, false],
    ['corrected', { corrected: true }, false],
    ['that is none', { kind: 'none' as const, fromOn: null }, false],
  ])('%s', (_, change, away) => {
    expect(keepsAway({ ...going, ...change }, today)).toBe(away);
  });

  test('says from when its person is free', () => {
    expect(freeFrom({ ...going, untilOn: '2025-05-31' })).toBe('2027-05-31');
    expect(freeFrom(going)).toBeNull();
    expect(freeFrom({ ...going, untilOn: '2025-05-31', ends: true })).toBe('2028-01-10');
    expect(freeFrom({ ...going, untilOn: '2026-02-01', ends: true })).toBe('2028-02-01');
    expect(freeFrom({ ...going, corrected: true })).toBeUndefined();
  });

  test('of whatever kind keeps away for two years after its end, not a day longer', () => {
    const kinds = fc.constantFrom(...interestKinds.filter((kind) => kind !== 'none'));
    const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(kinds, days, (kind, day) => {
        const untilOn = day.toISOString().slice(0, 10);
        const ended = { ...going, kind, untilOn };
        const free = addMonths(untilOn, 24);
        return keepsAway(ended, untilOn) && !keepsAway(ended, free) && freeFrom(ended) === free;
      }),
    );
  });
});

describe('declaring a tie', () => {
  test.each([
    ['that began today', { fromOn: today }, 'declared'],
    ['that begins tomorrow', { fromOn: '2026-03-02' }, 'begins_in_future'],
    ['that ended', { fromOn: '2020-01-01', untilOn: today }, 'declared'],
    ['that ends tomorrow', { fromOn: '2020-01-01', untilOn: '2026-03-02' }, 'ends_in_future'],
    ['there is none', {}, 'declared'],
  ])('%s', (_, days, outcome) => {
    const answer = declareTie(days, today);
    expect(answer.ok ? 'declared' : answer.refusal).toBe(outcome);
  });
});

describe('ending a tie', () => {
  test.each([
    ['today', going, today, 'ended'],
    ['on the day it was declared', going, '2026-01-10', 'ended'],
    ['before it was declared', going, '2026-01-09', 'ended_before_declared'],
    ['tomorrow', going, '2026-03-02', 'ends_in_future'],
    ['twice', { ...going, untilOn: '2026-02-01' }, today, 'already_ended'],
    ['that was corrected', { ...going, corrected: true }, today, 'already_ended'],
    ['that is none', { ...going, kind: 'none' as const }, today, 'already_ended'],
  ])('%s', (_, interest, untilOn, outcome) => {
    const answer = endTie(interest, untilOn, today);
    expect(answer.ok ? 'ended' : answer.refusal).toBe(outcome);
    if (answer.ok) expect(answer.value).toEqual({ ...interest, untilOn });
  });
});
