import { expect, test } from 'vitest';

import { suspensionReasons, type Certificate, type SuspensionReason } from '../model.ts';
import { askedOfPanel, isLiftedByPanel, liftByOfficer } from '../rules.ts';
import { matterKinds, type Matter } from './model.ts';
import { askAgain, isAsked, isOver, mayVote, putForLift } from './rules.ts';

const now = new Date('2028-10-10T09:00:00Z');
const today = '2028-10-10';
const issued = {
  ...{ id: 'c', number: 'ERC-2026-00001', organisationId: 'o', applicationId: 'a' },
  ...{ validUntil: '2029-02-28', since: new Date('2026-03-01T09:00:00Z') },
};
const active: Certificate = { ...issued, status: 'active' };
const suspended = (reasonClass: SuspensionReason): Certificate => ({
  ...issued,
  status: 'suspended',
  reasonClass,
});
const withdrawn: Certificate = { ...issued, status: 'withdrawn', reasonClass: 'fraud' };
const expired: Certificate = { ...active, validUntil: '2028-09-30' };
const longExpired: Certificate = { ...active, validUntil: '2028-03-01' };
const matter: Matter = {
  ...{ state: 'open', kind: 'recertification', applicationState: 'certified', quorum: 1, meeting: null },
  months: { recertificationOpensMonths: 9, restorationMonths: 6 },
  certificate: active,
};
const no = (refusal: string) => ({ ok: false, refusal });

test.for([
  ['recertification', active, 'yes'],
  ['recertification', { ...active, validUntil: '2029-08-01' }, 'too_early'],
  ['recertification', expired, 'expired'],
  ['recertification', suspended('fees_charged'), 'suspended'],
  ['restoration', { ...suspended('fees_charged'), validUntil: '2028-09-30' }, 'ended_suspended'],
  ['restoration', active, 'not_expired'],
  ['restoration', expired, 'yes'],
  ['restoration', longExpired, 'too_late'],
  ['scope_extension', active, 'yes'],
  ['scope_extension', suspended('fees_charged'), 'suspended'],
  ['scope_extension', expired, 'expired'],
  ['lift', suspended('fees_charged'), 'yes'],
  ['lift', active, 'not_suspended'],
  ['lift', { ...suspended('fees_charged'), validUntil: '2028-09-30' }, 'expired'],
] as const)('%s of a certificate that stands so is still asked: %s', ([kind, certificate, outcome]) => {
  const asked = isAsked({ ...matter, kind, certificate }, now);
  expect(asked.ok ? 'yes' : asked.refusal).toBe(outcome);
});

test('nothing is asked of a certificate that is final, and a first one has none', () => {
  for (const kind of matterKinds.filter((one) => one !== 'initial' && one !== 'abandoned_audit'))
    expect(isAsked({ ...matter, kind, certificate: withdrawn }, now)).toEqual(no('withdrawn'));
  expect(isAsked({ ...matter, kind: 'initial', certificate: null }, now).ok).toBe(true);
});

test('nobody votes on what cannot be done, and only what never can be ends the matter', () => {
  const free = { bar: null, declared: true, voted: false };
  expect(mayVote({ ...matter, certificate: withdrawn }, free, now)).toEqual(no('withdrawn'));
  expect(mayVote(matter, free, now).ok).toBe(true);
  for (const refusal of ['withdrawn', 'superseded', 'transferred', 'expired', 'too_late', 'not_suspended'])
    expect(isOver(refusal)).toBe(true);
  expect(isOver('ended_suspended')).toBe(true);
  for (const refusal of ['too_early', 'suspended', 'audited_by_you', 'meeting_closed'])
    expect(isOver(refusal)).toBe(false);
});

test.for([
  ['recertification', active, 'recertification'],
  ['recertification', expired, 'restoration'],
  ['recertification', longExpired, 'expired'],
  ['restoration', expired, 'restoration'],
  ['restoration', longExpired, 'too_late'],
  ['scope_extension', active, 'scope_extension'],
  // What comes first is decided first; the request waits with the panel.
  ['scope_extension', suspended('fees_charged'), 'scope_extension'],
  ['scope_extension', expired, 'expired'],
  ['lift', suspended('fees_charged'), 'lift'],
  ['lift', active, 'not_suspended'],
  ['lift', withdrawn, 'withdrawn'],
] as const)(
  '%s whose refusal an appeal overturned, of a certificate that stands so: %s',
  ([kind, certificate, outcome]) => {
    const again = askAgain({ ...matter, kind, certificate }, now);
    expect(again.ok ? again.value : again.refusal).toBe(outcome);
  },
);

test('each suspension has one way to its end', () => {
  for (const reason of suspensionReasons) {
    const certificate = suspended(reason);
    const byOfficer = liftByOfficer(certificate, now, today);
    const byPanel = putForLift(certificate, { open: false, tied: false, grave: false }, now);
    expect([byOfficer.ok, byPanel.ok]).toEqual([!isLiftedByPanel(certificate), isLiftedByPanel(certificate)]);
  }
  expect(liftByOfficer(suspended('critical_finding'), now, today)).toEqual(no('panel_lifts'));
  expect(liftByOfficer(active, now, today)).toEqual(no('not_suspended'));
});

test.for([
  [{ open: true }, 'already_open'],
  [{ tied: true }, 'tied'],
  [{ grave: true }, 'grave_findings'],
] as const)('a suspension is not put before the panel: %j gives %s', ([known, refusal]) => {
  const review = { open: false, tied: false, grave: false, ...known };
  expect(putForLift(suspended('critical_finding'), review, now)).toEqual(no(refusal));
  expect(putForLift(active, review, now)).toEqual(no('not_suspended'));
  expect(putForLift(suspended('levy_unpaid'), review, now)).toEqual(no('officer_lifts'));
});

test.for([
  ['recertification', active, 'recertification'],
  ['recertification', expired, 'restoration'],
  ['recertification', withdrawn, undefined],
  ['recertification', suspended('fees_charged'), 'recertification'],
  ['recertification', { ...suspended('fees_charged'), validUntil: '2028-09-30' }, undefined],
  ['scope_extension', active, 'scope_extension'],
  ['scope_extension', expired, undefined],
  ['follow_up', suspended('fees_charged'), 'lift'],
  ['follow_up', suspended('levy_unpaid'), undefined],
  ['follow_up', active, undefined],
  ['surveillance', active, undefined],
  ['special', suspended('fees_charged'), undefined],
] as const)('what a %s audit asks of the panel', ([type, certificate, kind]) => {
  expect(askedOfPanel(type, certificate, today)).toBe(kind);
});
