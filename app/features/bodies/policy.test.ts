import { expect, test } from 'vitest';

import { roles } from '#app/platform/scope.ts';

import { mayApprove } from './policy.ts';

test('the scheme’s officers approve, and nobody else', () => {
  const may = roles.filter((kind) =>
    mayApprove({ kind, accountId: 'somebody', organisationId: 'somewhere' }),
  );
  expect(may).toEqual(['officer']);
});
