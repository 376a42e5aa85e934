import { expect, test } from 'vitest';

import { roles } from '#app/platform/scope.ts';

import { mayEndSessionsOf, mayFound, mayManagePeople, mayRecordAdvice } from './policy.ts';

const actors = roles.map((kind) => ({ kind, accountId: 'a', organisationId: 'o' }));
const kinds = (allowed: { kind: string }[]) => allowed.map(({ kind }) => kind);

test('owners manage the people of their own organisation, whatever their role', () => {
  for (const actor of actors) {
    expect(mayManagePeople({ ...actor, owner: true }, 'o')).toBe(true);
    expect(mayManagePeople({ ...actor, owner: true }, 'another')).toBe(false);
    expect(mayManagePeople(actor, 'o')).toBe(false);
  }
  expect(mayManagePeople({ kind: 'visitor' }, 'o')).toBe(false);
  expect(mayManagePeople({ kind: 'system' }, 'o')).toBe(false);
});

test('only officers bring in organisations and end sessions of others; trainers and officers record advice', () => {
  expect(kinds(actors.filter(mayEndSessionsOf))).toEqual(['officer']);
  expect(kinds(actors.filter(mayFound))).toEqual(['officer']);
  expect(kinds(actors.filter(mayRecordAdvice))).toEqual(['officer', 'trainer']);
});
