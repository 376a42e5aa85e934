import { describe, expect, test } from 'vitest';

import { standings, type Licence, type Standing } from './model.ts';
import { confirm, reinstate, renew, revoke, shownOn, suspend, warningOn } from './rules.ts';

const today = '2026-03-01';
const licence = (standing: Standing, part: Partial<Licence> = {}): Licence => ({
  id: 'l1',
  organisationId: 'o1',
  country: 'NP',
  standing,
  validUntil: '2026-12-31',
  renewalUntil: null,
  reasonClass: standing === 'suspended' ? 'investigation' : standing === 'revoked' ? 'fraud' : null,
  ...part,
});
const later = '2027-12-31';
const refusal = (outcome: { ok: boolean; refusal?: string }) => (outcome.ok ? 'ok' : outcome.refusal);

/** Every standing × every action: what comes of it, or why nothing does. */
describe('each step from each standing', () => {
  const table: Record<string, [(licence: Licence) => { ok: boolean; refusal?: string }, string[]]> = {
    //                                       declared, confirmed, suspended, revoked
    confirm: [
      (each) => confirm(each, today),
      ['ok', 'nothing_to_confirm', 'nothing_to_confirm', 'already_revoked'],
    ],
    suspend: [
      (each) => suspend(each, 'fees_charged', today),
      ['not_confirmed', 'ok', 'already_suspended', 'already_revoked'],
    ],
    reinstate: [reinstate, ['not_suspended', 'not_suspended', 'ok', 'already_revoked']],
    revoke: [(each) => revoke(each, 'fraud'), ['ok', 'ok', 'ok', 'already_revoked']],
    renew: [(each) => renew(each, later, today), ['ok', 'ok', 'ok', 'already_revoked']],
  };
  test.each(Object.entries(table))('%s', (_name, [act, outcomes]) => {
    expect(standings.map((standing) => refusal(act(licence(standing))))).toEqual(outcomes);
  });

  const ended = { validUntil: '2026-02-28' };
  test.each<[string, (licence: Licence) => { ok: boolean; refusal?: string }, string[]]>([
    [
      'confirm',
      (each) => confirm(each, today),
      ['licence_ended', 'nothing_to_confirm', 'nothing_to_confirm'],
    ],
    [
      'suspend',
      (each) => suspend(each, 'fees_charged', today),
      ['not_confirmed', 'licence_ended', 'already_suspended'],
    ],
    ['reinstate', reinstate, ['not_suspended', 'not_suspended', 'ok']],
    ['revoke', (each) => revoke(each, 'fraud'), ['ok', 'ok', 'ok']],
    ['renew', (each) => renew(each, later, today), ['ok', 'ok', 'ok']],
  ])('%s, once it has ended', (_name, act, outcomes) => {
    const living = standings.filter((standing) => standing !== 'revoked');
    expect(living.map((standing) => refusal(act(licence(standing, ended))))).toEqual(outcomes);
  });
});

describe('a renewal', () => {
  test('of a declared licence is simply its last day', () => {
    expect(renew(licence('declared'), later, today)).toMatchObject({
      value: { action: 'renewal_declared', licence: { validUntil: later, renewalUntil: null } },
    });
  });

  test('of a confirmed one waits, and the old last day holds', () => {
    expect(renew(licence('confirmed'), later, today)).toMatchObject({
      value: { licence: { standing: 'confirmed', validUntil: '2026-12-31', renewalUntil: later } },
    });
  });

  test('is confirmed without touching a suspension', () => {
    expect(confirm(licence('suspended', { renewalUntil: later }), today)).toMatchObject({
      value: {
        action: 'renewal_confirmed',
        licence: {
          standing: 'suspended',
          validUntil: later,
          renewalUntil: null,
          reasonClass: 'investigation',
        },
      },
    });
  });

  test.each([
    ['no later than the last day', '2026-12-31', 'renewal_not_later'],
    ['over already', '2026-02-28', 'licence_ended'],
    ['the one that waits already', later, 'renewal_not_later'],
  ])('is refused when it is %s', (_what, until, why) => {
    expect(refusal(renew(licence('confirmed', { renewalUntil: later }), until, today))).toBe(why);
  });

  test('that has ended meanwhile is not confirmed', () => {
    const late = licence('confirmed', { validUntil: '2026-01-31', renewalUntil: '2026-02-15' });
    expect(refusal(confirm(late, today))).toBe('licence_ended');
  });
});

test('revoking forgets a renewal that waits', () => {
  expect(revoke(licence('confirmed', { renewalUntil: later }), 'fraud')).toMatchObject({
    value: { licence: { standing: 'revoked', renewalUntil: null, reasonClass: 'fraud' } },
  });
});

test.each([
  ['confirmed', '2026-03-01', 'confirmed'],
  ['confirmed', '2026-02-28', 'expired'],
  ['declared', '2026-02-28', 'expired'],
  ['suspended', '2026-02-28', 'expired'],
  ['revoked', '2026-02-28', 'revoked'],
] as const)('a %s licence valid until %s is shown as %s', (standing, validUntil, shown) => {
  expect(shownOn({ standing, validUntil }, today)).toBe(shown);
});

test.each([
  ['2026-02-28', 0],
  ['2026-03-01', 7],
  ['2026-03-08', 7],
  ['2026-03-09', 30],
  ['2026-03-31', 30],
  ['2026-04-01', 90],
  ['2026-05-30', 90],
  ['2026-05-31', undefined],
])('a licence valid until %s is warned of at step %s', (validUntil, step) => {
  expect(warningOn(validUntil, today)).toBe(step);
});
