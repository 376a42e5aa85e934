import { expect, test } from 'vitest';

import { keepingRoles, mayAsk, mayKeep } from './policy.ts';

const person = { accountId: 'one', organisationId: 'body' };

test.each([
  { who: 'an auditor of the body', actor: { ...person, kind: 'auditor' as const }, keeps: true, asks: true },
  { who: 'a reviewer of the body', actor: { ...person, kind: 'reviewer' as const }, keeps: true, asks: true },
  {
    who: 'an auditor of another body',
    actor: { ...person, organisationId: 'other', kind: 'auditor' as const },
    ...{ keeps: false, asks: false },
  },
  { who: 'an officer', actor: { ...person, kind: 'officer' as const }, keeps: true, asks: false },
  { who: 'a recruiter', actor: { ...person, kind: 'recruiter' as const }, keeps: false, asks: false },
  { who: 'a decider', actor: { ...person, kind: 'decider' as const }, keeps: false, asks: false },
])('$who', ({ actor, keeps, asks }) => {
  expect(mayKeep(actor, 'body')).toBe(keeps);
  expect(mayAsk(actor, 'body')).toBe(asks);
});

test('every kind that keeps records may enter', () => {
  for (const kind of keepingRoles) expect(mayKeep({ ...person, kind }, 'body')).toBe(true);
});
