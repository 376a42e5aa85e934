import { describe, expect, test } from 'vitest';

import { mostListed, mostWatches, toldTypes, type Reading } from './model.ts';
import { mayManageEndpoints, mayWatch } from './policy.ts';
import { isDigestDay, isPublic, mayList, mayWatchMore } from './rules.ts';

const reading: Reading = {
  ...{ registrationNumber: 'LRN00012603', name: 'Himal', country: 'NP' },
  standing: { status: 'suspended', since: '2026-03-01', reasonClass: 'own_request' },
  certificate: {
    ...{ number: 'ERC-1', validFrom: '2026-03-01', validUntil: '2029-02-28' },
    ...{ corridors: [], sectors: [] },
  },
};
const ended = { ...reading, standing: { ...reading.standing, status: 'expired' } };
const about = { certificateNumber: 'ERC-1', everCertified: true };

describe('what is told', () => {
  test.each(toldTypes.filter((type) => type.startsWith('certificate.')))(
    '%s of the certificate that counts, and of no other',
    (type) => {
      expect(isPublic(type, { ...about, reading })).toBe(true);
      expect(isPublic(type, { ...about, reading, certificateNumber: 'ERC-0' })).toBe(false);
      expect(isPublic(type, { ...about, reading: null })).toBe(false);
    },
  );

  test('of a certificate that ended, a suspension is not, its end and a withdrawal are', () => {
    expect(isPublic('certificate.suspended', { ...about, reading: ended })).toBe(false);
    expect(isPublic('certificate.expired', { ...about, reading: ended })).toBe(true);
    expect(isPublic('certificate.withdrawn', { ...about, reading: ended })).toBe(true);
  });

  test('of an application, while no certificate ever stood before it; its end once it is off the register', () => {
    const first = { certificateNumber: undefined, everCertified: false };
    expect(isPublic('application.accepted', { ...first, reading })).toBe(true);
    expect(isPublic('application.accepted', { ...first, everCertified: true, reading })).toBe(false);
    expect(isPublic('application.withdrawn', { ...first, reading })).toBe(false);
    expect(isPublic('application.lapsed', { ...first, reading: null })).toBe(true);
  });
});

test('a company watches so much and no more', () => {
  expect(mayWatchMore(mostWatches - 1).ok).toBe(true);
  expect(mayWatchMore(mostWatches)).toEqual({ ok: false, refusal: 'too_many_watches' });
  expect(mayList(['a', 'b'], ['b']).ok).toBe(true);
  expect(mayList(['a'], ['a'])).toEqual({ ok: false, refusal: 'nobody_listed' });
  expect(mayList(Array.from({ length: mostListed + 1 }, String), []).ok).toBe(false);
});

test.each([
  ['daily', '2026-03-01T06:00:00Z', true],
  ['weekly', '2026-03-01T06:00:00Z', false],
  ['weekly', '2026-03-02T06:00:00Z', true],
  ['at_once', '2026-03-02T06:00:00Z', false],
  ['never', '2026-03-02T06:00:00Z', false],
] as const)('a %s digest at %s: %s', (rhythm, today, goes) => {
  expect(isDigestDay(rhythm, new Date(today))).toBe(goes);
});

test('people of a company watch; its owners alone change where it is sent', () => {
  const person = { kind: 'company' as const, accountId: 'a', organisationId: 'b' };
  expect([mayWatch(person), mayWatch({ kind: 'visitor' })]).toEqual([true, false]);
  expect([mayManageEndpoints(person), mayManageEndpoints({ ...person, owner: true })]).toEqual([false, true]);
});
