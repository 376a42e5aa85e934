import { expect, test } from 'vitest';

import { roles } from '#app/platform/scope.ts';

import { mayOrder } from './policy.ts';

test('mayOrder: officers, and nobody else', () => {
  const people = roles.map((kind) => ({ kind, accountId: 'a', organisationId: 'o' }));
  expect(people.filter((actor) => mayOrder(actor)).map(({ kind }) => kind)).toEqual(['officer']);
  expect(mayOrder({ kind: 'visitor' })).toBe(false);
});
