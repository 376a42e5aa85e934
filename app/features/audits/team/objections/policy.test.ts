import { expect, test } from 'vitest';

import { roles } from '#app/platform/scope.ts';

import { mayAnswerObjection } from './policy.ts';

test('the reviewer of the body and the scheme’s officers answer objections', () => {
  const audited = { auditBodyId: 'body', organisationId: 'agency', team: [] };
  const may = (organisationId: string) =>
    roles.filter((kind) => mayAnswerObjection({ kind, accountId: 'somebody', organisationId }, audited));
  expect(may('body')).toEqual(['reviewer', 'officer']);
  expect(may('another')).toEqual(['officer']);
});
