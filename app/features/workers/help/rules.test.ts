import { describe, expect, test } from 'vitest';

import { addDays } from '#app/platform/calendar.ts';
import { roles } from '#app/platform/scope.ts';

import type { Contents, Kept } from './model.ts';
import { keeperRoles, mayKeep } from './policy.ts';
import * as rules from './rules.ts';

const today = '2026-03-01';
const ago = (days: number) => addDays(today, -days);

const contents: Contents = {
  ...{ name: 'Harbour Centre', nameLocal: null, country: 'QA', topics: ['resource_centre'] },
  ...{ languages: ['ne', 'en'], phones: ['+97444123456'], url: null, address: null, hours: null },
  ...{ free: true, source: 'List of centres, January 2026' },
};
const kept: Kept = { ...contents, demonstration: false, checkedOn: ago(100), revision: 3, withdrawnAt: null };
const gone = { ...kept, withdrawnAt: '2026-02-01T09:00:00.000Z' };
const no = (refusal: string) => ({ ok: false, refusal });

describe('standing', () => {
  test.each([
    [0, 'shown', true],
    [149, 'shown', true],
    [150, 'due', true],
    [180, 'due', true],
    [181, 'stale', false],
    [4000, 'stale', false],
  ] as const)('of what was checked %i days ago is %s', (days, standing, shown) => {
    expect(rules.standingOn({ ...kept, checkedOn: ago(days) }, today)).toBe(standing);
    expect(rules.isShown({ ...kept, checkedOn: ago(days) }, today)).toBe(shown);
  });

  test('of what was withdrawn is that, however fresh', () => {
    expect(rules.standingOn({ ...gone, checkedOn: today }, today)).toBe('withdrawn');
    expect(rules.isShown({ ...gone, checkedOn: today }, today)).toBe(false);
  });

  test('is the same asked from either end', () => {
    expect(rules.lastDayOf(rules.heldSince(today))).toBe(today);
    expect(rules.lastDayOf(rules.dueSince(today))).toBe(addDays(today, 30));
  });
});

describe('an example', () => {
  test.each([
    [[], null, true],
    [[], 'https://harbour.example/', true],
    [[], 'https://harbour.example', true],
    [[], 'https://harbour.example.org/', false],
    [[], 'https://real.org/?x=.example/', false],
    [['+97444123456'], null, false],
  ])('with the numbers %j and the page %s is harmless: %s', (phones, url, harmless) => {
    expect(rules.isHarmless({ phones, url })).toBe(harmless);
    const outcome = rules.list({ ...contents, phones, url }, true, today);
    expect(outcome.ok).toBe(harmless);
  });

  test('does not become real by a change', () => {
    const example = { ...kept, phones: [], demonstration: true };
    expect(rules.change(example, { ...contents, revision: 3 }, today)).toEqual(no('example_is_real'));
  });
});

describe('an entry', () => {
  test('is listed as checked today', () => {
    expect(rules.list(contents, false, today)).toEqual({
      ok: true,
      value: { ...contents, demonstration: false, checkedOn: today, revision: 1, withdrawnAt: null },
    });
  });

  test('that changes is checked by it', () => {
    const value = { ...kept, name: 'Harbour House', checkedOn: today, revision: 4 };
    const form = { ...contents, name: 'Harbour House', revision: 3 };
    expect(rules.change(kept, form, today)).toEqual({ ok: true, value });
  });

  test('is checked again at the source that is named then', () => {
    const source = 'https://labour.example/centres';
    const value = { ...kept, source, checkedOn: today, revision: 4 };
    expect(rules.checkAgain(kept, { source, revision: 3 }, today)).toEqual({ ok: true, value });
  });

  test('is withdrawn once, and is then as it was', () => {
    const now = new Date('2026-03-01T09:00:00Z');
    const value = { ...kept, withdrawnAt: now.toISOString(), revision: 4 };
    expect(rules.withdraw(kept, now)).toEqual({ ok: true, value });
    expect(rules.withdraw(gone, now)).toEqual(no('already_withdrawn'));
    expect(rules.change(gone, { ...contents, revision: 3 }, today)).toEqual(no('already_withdrawn'));
    expect(rules.checkAgain(gone, { source: 'A list', revision: 3 }, today)).toEqual(no('already_withdrawn'));
  });

  test('that somebody else changed meanwhile, or that is nobody’s, stays', () => {
    expect(rules.change(kept, { ...contents, revision: 2 }, today)).toEqual(no('saved_meanwhile'));
    expect(rules.checkAgain(kept, { source: 'A list', revision: 2 }, today)).toEqual(no('saved_meanwhile'));
    expect(rules.change(undefined, { ...contents, revision: 1 }, today)).toEqual(no('not_found'));
    expect(rules.checkAgain(undefined, { source: 'A list', revision: 1 }, today)).toEqual(no('not_found'));
    expect(rules.withdraw(undefined, new Date())).toEqual(no('not_found'));
  });
});

test('officers and caseworkers keep the directory, and nobody else', () => {
  const person = { accountId: 'a', organisationId: 'o' };
  expect(roles.filter((kind) => mayKeep({ kind, ...person }))).toEqual([...keeperRoles]);
  expect(mayKeep({ kind: 'visitor' })).toBe(false);
  expect(mayKeep({ kind: 'system' })).toBe(false);
});
