import { expect, test } from 'vitest';

import type { Certificate } from '../model.ts';
import { carry } from './rules.ts';

const now = new Date('2026-06-01T09:00:00Z');
const known = {
  ...{ id: 'c', number: 'ERC-2026-00001', organisationId: 'o', applicationId: 'a' },
  ...{ validUntil: '2029-02-28', since: new Date('2026-03-01T09:00:00Z') },
};
const certificates: Record<Certificate['status'], Certificate> = {
  active: { ...known, status: 'active' },
  active_under_watch: { ...known, status: 'active_under_watch', reasonClass: 'special_audit' },
  suspended: { ...known, status: 'suspended', reasonClass: 'levy_unpaid' },
  withdrawn: { ...known, status: 'withdrawn', reasonClass: 'fraud' },
  superseded: { ...known, status: 'superseded' },
  transferred: { ...known, status: 'transferred' },
};

test('a watch goes on with the certificate that follows, and nothing else is under one by it', () => {
  const next = { ...known, id: 'n', status: 'active' } as const;
  const of = (status: Certificate['status']) => carry(certificates[status], next, now);
  expect(of('active_under_watch')).toEqual({
    ...{ ...known, id: 'n', status: 'active_under_watch' },
    ...{ reasonClass: 'special_audit', since: now },
  });
  for (const status of ['active', 'suspended', 'withdrawn', 'superseded', 'transferred'] as const)
    expect(of(status)).toBeUndefined();
});

test('a suspension for a surveillance that is still to be held goes on with it', () => {
  const next = { ...known, id: 'n', status: 'active' } as const;
  const before = { ...known, status: 'suspended', reasonClass: 'surveillance_not_held' } as const;
  expect(carry(before, next, now)).toEqual({ ...before, id: 'n', since: now });
});
