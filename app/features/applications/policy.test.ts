import { expect, test } from 'vitest';

import { mayApply, mayDecideAppeal, mayReview } from './policy.ts';

const person = { accountId: 'p', organisationId: 'own' };

test('only people of the recruiter itself apply', () => {
  expect(mayApply({ kind: 'recruiter', ...person }, 'own')).toBe(true);
  expect(mayApply({ kind: 'recruiter', ...person }, 'other')).toBe(false);
  expect(mayApply({ kind: 'officer', ...person }, 'own')).toBe(false);
  expect(mayApply({ kind: 'visitor' }, 'own')).toBe(false);
});

test('only officers review', () => {
  expect(mayReview({ kind: 'officer', ...person })).toBe(true);
  for (const kind of [
    'recruiter',
    'auditor',
    'reviewer',
    'decider',
    'company',
    'caseworker',
    'trainer',
    'authority',
  ] as const) {
    expect(mayReview({ kind, ...person })).toBe(false);
  }
});

test('an appeal is decided by officers and the panel', () => {
  const person = { accountId: 'a', organisationId: 'o' };
  expect(mayDecideAppeal({ ...person, kind: 'officer' })).toBe(true);
  expect(mayDecideAppeal({ ...person, kind: 'decider' })).toBe(true);
  expect(mayDecideAppeal({ ...person, kind: 'recruiter' })).toBe(false);
  expect(mayDecideAppeal({ kind: 'system' })).toBe(false);
});
