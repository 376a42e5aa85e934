import { expect, test } from 'vitest';

import { roles } from '#app/platform/scope.ts';

import { mayKeep, mayReadNetwork } from './policy.ts';

const actors = roles.map((kind) => ({ kind, accountId: 'a', organisationId: 'o1' }));
const allowed = (may: (actor: (typeof actors)[number]) => boolean) =>
  actors.filter(may).map(({ kind }) => kind);

test('the recruiter’s own people keep its network', () => {
  expect(allowed((actor) => mayKeep(actor, 'o1'))).toEqual(['recruiter']);
  expect(allowed((actor) => mayKeep(actor, 'o2'))).toEqual([]);
});

test('the scheme reads it once it was sent, and the body that was engaged', () => {
  const read = (application: { sent: boolean; auditBodyId: string | null }) =>
    allowed((actor) => mayReadNetwork(actor, application));
  expect(read({ sent: false, auditBodyId: null })).toEqual([]);
  expect(read({ sent: true, auditBodyId: null })).toEqual(['officer']);
  expect(read({ sent: true, auditBodyId: 'o1' })).toEqual(['auditor', 'reviewer', 'officer']);
  expect(read({ sent: true, auditBodyId: 'o2' })).toEqual(['officer']);
});
