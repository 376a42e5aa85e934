import { expect, test } from 'vitest';

import { mayRelease } from './policy.ts';

const audited = {
  ...{ auditBodyId: 'body', organisationId: 'agency' },
  team: [
    { accountId: 'lead', role: 'lead_auditor' as const, tied: true },
    { accountId: 'member', role: 'auditor' as const },
  ],
};
const person = { accountId: 'somebody', organisationId: 'body' };

test('officers, the body’s reviewers and a lead without a tie take somebody off', () => {
  expect(mayRelease({ ...person, kind: 'officer' }, audited)).toBe(true);
  expect(mayRelease({ ...person, kind: 'reviewer' }, audited)).toBe(true);
  expect(mayRelease({ ...person, kind: 'reviewer', organisationId: 'other' }, audited)).toBe(false);
  const lead = { ...person, accountId: 'lead', kind: 'auditor' as const };
  expect(mayRelease(lead, audited)).toBe(false);
  expect(mayRelease(lead, { ...audited, team: [{ accountId: 'lead', role: 'lead_auditor' }] })).toBe(true);
  expect(mayRelease({ ...person, accountId: 'member', kind: 'auditor' }, audited)).toBe(false);
});
