import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addDays, addMonths } from '#app/platform/calendar.ts';

import { bandsOf, handovers, placeOf, spanOf } from '../life/picture.ts';
import type { Certificate } from '../model.ts';
import { endOf, reapply } from '../rules.ts';
import { changed, reduce } from '../scope/rules.ts';
import {
  cycleFrom,
  mayRecertify,
  mayRestore,
  recertificationOf,
  recertify,
  restorableUntil,
  restore,
} from './rules.ts';

const terms = {
  validityMonths: 36,
  recertificationOpensMonths: 9,
  recertificationDoneMonths: 3,
  restorationMonths: 6,
};
const issued = {
  ...{ id: 'c', number: 'ERC-2026-00001', organisationId: 'o', applicationId: 'a' },
  ...{ validUntil: '2029-02-28', since: new Date('2026-03-01T09:00:00Z') },
};
const certificate: Certificate = { ...issued, status: 'active' };
const finals: Certificate[] = [
  { ...issued, status: 'withdrawn', reasonClass: 'fraud' },
  { ...issued, status: 'superseded' },
  { ...issued, status: 'transferred' },
];

test('cycleFrom runs its months, the last day included', () => {
  expect(cycleFrom('2026-03-01', 36)).toEqual({
    ...{ validFrom: '2026-03-01', validUntil: '2029-02-28', cycleFrom: '2026-03-01' },
  });
});

describe('recertify', () => {
  test.each([
    ['2028-05-27', '2028-05-01', 'too_early'],
    ['2028-05-28', '2028-05-20', '2032-02-28'],
    ['2029-02-28', '2028-11-28', '2032-02-28'],
    ['2029-02-28', '2028-11-29', '2032-02-27'],
    ['2029-03-01', '2028-11-01', 'expired'],
  ])('decided on %s, audited on %s: %s', (today, auditedOn, outcome) => {
    const result = recertify(certificate, auditedOn, terms, today);
    expect(result.ok ? result.value.validUntil : result.refusal).toBe(outcome);
  });

  test('loses nobody a day by being in time, and never ends before the old one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 270 }), fc.integer({ min: 0, max: 270 }), (early, audited) => {
        const today = addDays(issued.validUntil, -early);
        const result = recertify(certificate, addDays(issued.validUntil, -audited), terms, today);
        if (!result.ok) return;
        expect(result.value.validFrom).toBe(today);
        expect(result.value.validUntil > issued.validUntil).toBe(true);
        expect(result.value.validUntil <= addMonths(issued.validUntil, 36)).toBe(true);
      }),
    );
  });
});

test.each([
  ['2029-02-28', 'not_expired'],
  ['2029-03-01', '2032-02-28'],
  ['2029-08-28', '2032-02-28'],
  ['2029-08-29', 'too_late'],
])('restore on %s: %s', (today, outcome) => {
  const result = restore(certificate, terms, today);
  expect(result.ok ? result.value.validUntil : result.refusal).toBe(outcome);
});

test('what is final is neither renewed, restored nor reduced', () => {
  const all = { corridors: ['NP-AE'], sectors: [], offices: [] };
  for (const final of finals) {
    const { status } = final;
    expect(recertify(final, '2028-10-01', terms, '2028-12-01')).toMatchObject({ refusal: status });
    expect(restore(final, terms, '2029-04-01')).toMatchObject({ refusal: status });
    expect(reduce(final, all, all)).toMatchObject({ refusal: status });
    expect(restorableUntil(final, 6, '2029-04-01')).toBeUndefined();
  }
});

test('restorableUntil says so from the day after the last', () => {
  expect(restorableUntil(certificate, 6, '2029-02-28')).toBeUndefined();
  expect(restorableUntil(certificate, 6, '2029-03-01')).toBe('2029-08-28');
});

test.each([
  [undefined, '2026-03-01', true],
  ['own_request', '2027-02-28', false],
  ['own_request', '2027-03-01', true],
  ['fraud', '2029-02-28', false],
  ['fraud', '2029-03-01', true],
])('reapply after %s on %s: %s', (reasonClass, today, outcome) => {
  const withdrawn = reasonClass === undefined ? undefined : { on: '2026-03-01', reasonClass };
  const months = { reentryMonths: 12, reentryAfterFraudMonths: 36 };
  expect(reapply(withdrawn, months, today).ok).toBe(outcome);
});

test('what is suspended to its end ends as a suspension nobody resolved, what is withdrawn as it was', () => {
  const last = { since: '2026-03-01', validUntil: '2029-02-28', reasonClass: 'fees_charged' };
  expect(endOf({ ...last, status: 'suspended' })).toEqual({
    ...{ on: '2029-03-01', reasonClass: 'suspension_unresolved' },
  });
  expect(endOf({ ...last, status: 'withdrawn', reasonClass: 'fraud' })).toEqual({
    ...{ on: '2026-03-01', reasonClass: 'fraud' },
  });
});

describe('the picture of a life', () => {
  test('begins with the certificate this one took the place of, and marks where it did', () => {
    const before = [
      { ...status('issued', 'active', '2025-03-01'), before: 'ERC-1' },
      { ...status('transferred', 'transferred', '2026-03-01'), before: 'ERC-1' },
    ];
    const line = [...before, ...moments];
    const span = spanOf(validity, line);
    expect(span).toEqual({ validFrom: '2025-03-01', validUntil: '2029-02-28' });
    expect(bandsOf(span, line, '2026-06-01').map(({ from, until }) => [from, until])).toEqual([
      ['2025-03-01', '2026-03-01'],
      ['2026-03-01', '2026-06-01'],
      ['2026-06-01', '2026-06-01'],
    ]);
    expect(handovers(span, line)).toEqual([placeOf(span, '2026-03-01')]);
    expect([spanOf(validity, moments), handovers(validity, moments)]).toEqual([validity, []]);
  });

  const validity = { validFrom: '2026-03-01', validUntil: '2029-02-28' };
  const status = (what: string, is: string, on: string) =>
    ({ kind: 'status', what, status: is, on }) as const;
  const moments = [
    status('issued', 'active', '2026-03-01'),
    status('suspended', 'suspended', '2026-06-01'),
    { kind: 'audit', what: 'special', on: '2026-06-15' } as const,
    status('withdrawn', 'withdrawn', '2026-12-01'),
  ];

  test('has a band for each status up to its end, and none for the end', () => {
    expect(
      bandsOf(validity, moments, '2027-05-01').map(({ status: is, from, until }) => [is, from, until]),
    ).toEqual([
      ['active', '2026-03-01', '2026-06-01'],
      ['suspended', '2026-06-01', '2026-12-01'],
    ]);
  });

  test('ends today while the certificate lives, and stays within its days', () => {
    const [only] = bandsOf(validity, moments.slice(0, 1), '2027-09-01');
    expect(only?.until).toBe('2027-09-01');
    expect(placeOf(validity, '2020-01-01')).toBe(0);
    expect(placeOf(validity, '2040-01-01')).toBe(1);
  });
});

test.each([
  ['2028-05-27', 'too_early', 'not_expired'],
  ['2028-05-28', 'may', 'not_expired'],
  ['2029-02-28', 'may', 'not_expired'],
  ['2029-03-01', 'expired', 'may'],
  ['2029-08-28', 'expired', 'may'],
  ['2029-08-29', 'expired', 'too_late'],
])('on %s a renewal is: %s, and a restoration: %s', (today, renewal, restoration) => {
  const said = (outcome: ReturnType<typeof mayRestore> | ReturnType<typeof mayRecertify>) =>
    outcome.ok ? 'may' : outcome.refusal;
  expect(said(mayRecertify(certificate, terms, today))).toBe(renewal);
  expect(said(mayRestore(certificate, terms, today))).toBe(restoration);
  for (const final of finals) {
    expect(said(mayRecertify(final, terms, today))).toBe(final.status);
    expect(said(mayRestore(final, terms, today))).toBe(final.status);
  }
});

test('what is suspended is not renewed before that is lifted, nor restored once it ended', () => {
  const suspended: Certificate = { ...issued, status: 'suspended', reasonClass: 'critical_finding' };
  expect(recertify(suspended, '2028-10-01', terms, '2028-12-01')).toMatchObject({ refusal: 'suspended' });
  expect(restore(suspended, terms, '2029-04-01')).toMatchObject({ refusal: 'ended_suspended' });
  expect(restorableUntil(suspended, 6, '2029-04-01')).toBeUndefined();
  expect(mayRecertify(suspended, terms, '2029-03-01')).toMatchObject({ refusal: 'expired' });
  expect(recertificationOf(suspended, false, terms, '2028-12-01')?.state).toBe('late');
});

test.each([
  ['2028-05-27', false, undefined],
  ['2028-05-28', false, 'open'],
  ['2028-11-28', false, 'open'],
  ['2028-11-29', false, 'late'],
  ['2028-11-29', true, 'audited'],
  ['2029-03-01', false, undefined],
])('on %s, audited %s, a recertification is %s', (today, audited, state) => {
  const found = recertificationOf(certificate, audited, terms, today);
  expect(found?.state).toBe(state);
  if (found) expect(found.dueOn).toBe('2028-11-28');
});

test('changed tells what a version added and what it took away', () => {
  const was = { corridors: ['NP-AE', 'NP-QA'], sectors: ['F'], offices: ['Kathmandu'] };
  const is = { corridors: ['NP-QA', 'NP-JP'], sectors: ['F'], offices: [] };
  expect(changed(was, is)).toEqual({
    added: { corridors: ['NP-JP'], sectors: [], offices: [] },
    removed: { corridors: ['NP-AE'], sectors: [], offices: ['Kathmandu'] },
  });
});
