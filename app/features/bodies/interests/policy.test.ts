import { expect, test } from 'vitest';

import { roles } from '#app/platform/scope.ts';

import { declaringRoles, mayDeclareInterests } from './policy.ts';

test('those whose word weighs in a certification declare their ties, and nobody else is asked', () => {
  const may = roles.filter((kind) =>
    mayDeclareInterests({ kind, accountId: 'somebody', organisationId: 'somewhere' }),
  );
  expect(may).toEqual(['auditor', 'reviewer', 'decider', 'officer']);
  expect([...declaringRoles].sort()).toEqual([...may].sort());
});
