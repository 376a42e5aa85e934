import { expect, test } from 'vitest';

import { roles } from '#app/platform/scope.ts';
import { mayDecide, maySettle } from './decisions/policy.ts';
import { maySuspend } from './policy.ts';

test('only the panel decides, only an officer suspends', () => {
  const actors = roles.map((kind) => ({ kind, accountId: 'a', organisationId: 'o' }));
  expect(actors.filter(mayDecide).map(({ kind }) => kind)).toEqual(['decider']);
  expect(actors.filter(maySettle).map(({ kind }) => kind)).toEqual(['officer']);
  expect(actors.filter(maySuspend).map(({ kind }) => kind)).toEqual(['officer']);
});
