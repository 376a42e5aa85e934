import { describe, expect, test } from 'vitest';

import { en } from '#emails/certificates/words/en.ts';

import { byClock, comingOf, unresolvedOn } from './clock/rules.ts';
import { restsOn } from './facts/rules.ts';
import {
  reasonNames,
  suspensionReasons,
  type Certificate,
  type StandingStatus,
  type Superseded,
  type Transferred,
} from './model.ts';
import * as rules from './rules.ts';

test('mails give a reason in the words of the register', () => {
  expect(en.reasons).toEqual(reasonNames);
});

type Counting = Exclude<Certificate, Superseded | Transferred>;

const now = new Date('2026-03-01T09:00:00Z');
const today = '2026-03-01';
const earlier = new Date('2025-03-01T09:00:00Z');
const granted = {
  id: 'c',
  number: 'ERC-2025-00001',
  organisationId: 'o',
  applicationId: 'a',
  validUntil: '2028-02-29',
  since: earlier,
};

const inStatus = {
  active: { ...granted, status: 'active' },
  active_under_watch: { ...granted, status: 'active_under_watch', reasonClass: 'open_major_finding' },
  suspended: { ...granted, status: 'suspended', reasonClass: 'fees_charged' },
  withdrawn: { ...granted, status: 'withdrawn', reasonClass: 'fraud' },
  superseded: { ...granted, status: 'superseded' },
  transferred: { ...granted, status: 'transferred' },
} satisfies Record<Certificate['status'], Certificate>;

const actions = {
  watch: (certificate: Certificate) => rules.watch(certificate, 'special_audit', now),
  clear: (certificate: Certificate) => rules.clear(certificate, now),
  suspend: (certificate: Certificate) => rules.suspend(certificate, 'documents_withheld', now),
  lift: (certificate: Certificate) => rules.lift(certificate, now, today),
  withdraw: (certificate: Certificate) => rules.withdraw(certificate, 'forced_labour', now),
  supersede: (certificate: Certificate) => rules.supersede(certificate, now),
  transfer: (certificate: Certificate) => rules.transfer(certificate, now, today),
};

const outcomes: Record<Certificate['status'], Record<keyof typeof actions, string>> = {
  active: {
    watch: 'active_under_watch',
    clear: '-not_under_watch',
    suspend: 'suspended',
    lift: '-not_suspended',
    withdraw: 'withdrawn',
    supersede: 'superseded',
    transfer: 'transferred',
  },
  active_under_watch: {
    watch: '-already_under_watch',
    clear: 'active',
    suspend: 'suspended',
    lift: '-not_suspended',
    withdraw: 'withdrawn',
    supersede: 'superseded',
    transfer: 'transferred',
  },
  suspended: {
    watch: '-suspended',
    clear: '-suspended',
    suspend: '-already_suspended',
    lift: 'active',
    withdraw: 'withdrawn',
    supersede: 'superseded',
    transfer: '-suspended',
  },
  withdrawn: {
    watch: '-withdrawn',
    clear: '-withdrawn',
    suspend: '-withdrawn',
    lift: '-withdrawn',
    withdraw: '-withdrawn',
    supersede: '-withdrawn',
    transfer: '-withdrawn',
  },
  superseded: {
    watch: '-superseded',
    clear: '-superseded',
    suspend: '-superseded',
    lift: '-superseded',
    withdraw: '-superseded',
    supersede: '-superseded',
    transfer: '-superseded',
  },
  transferred: {
    watch: '-transferred',
    clear: '-transferred',
    suspend: '-transferred',
    lift: '-transferred',
    withdraw: '-transferred',
    supersede: '-transferred',
    transfer: '-transferred',
  },
};

const cases = Object.entries(outcomes).flatMap(([status, row]) =>
  Object.entries(row).map(([action, outcome]) => ({ status, action, outcome })),
);

describe('every status meets every action', () => {
  test.each(cases)('$status, $action: $outcome', ({ status, action, outcome }) => {
    const certificate = Object.values(inStatus).find((candidate) => candidate.status === status);
    const act = Object.entries(actions).find(([name]) => name === action)?.[1];
    if (!certificate || !act) throw new Error('not in the tables');
    const result = act(certificate);
    expect(result.ok ? result.value.status : `-${result.refusal}`).toBe(outcome);
  });

  test('a change begins now and carries its class; being in force has none', () => {
    expect(rules.suspend(inStatus.active, 'fees_charged', now)).toMatchObject({
      value: { since: now, reasonClass: 'fees_charged' },
    });
    expect(rules.lift(inStatus.suspended, now, today)).toEqual({
      ok: true,
      value: { ...granted, status: 'active', since: now },
    });
  });

  test('a suspension is lifted on the last day of validity and not on the day after', () => {
    expect(rules.lift(inStatus.suspended, now, '2028-02-29').ok).toBe(true);
    expect(rules.lift(inStatus.suspended, now, '2028-03-01')).toMatchObject({ refusal: 'expired' });
  });
});

describe('a suspension that becomes graver', () => {
  const suspended = { ...inStatus.suspended, reasonClass: 'levy_unpaid' as const };

  test('goes on since it began, and only what is graver is given as its reason', () => {
    expect(rules.suspend(suspended, 'licence_lost', now)).toEqual({
      ok: true,
      value: { ...suspended, reasonClass: 'licence_lost', since: earlier },
    });
    expect(rules.suspend(suspended, 'levy_unpaid', now)).toMatchObject({ refusal: 'already_suspended' });
    expect(rules.suspend(suspended, 'own_request', now)).toMatchObject({ refusal: 'already_suspended' });
    const graver = rules.reasonsToSuspend(suspended);
    expect(suspensionReasons.filter((reason) => !graver.includes(reason))).toEqual([
      ...['levy_unpaid', 'own_request'],
    ]);
    expect(rules.reasonsToSuspend(inStatus.suspended)).toEqual([]);
    expect(rules.reasonsToSuspend(inStatus.active)).toEqual(suspensionReasons);
  });

  test('is never lifted by an officer where the panel lifts the graver of two reasons', () => {
    for (const one of suspensionReasons)
      for (const other of suspensionReasons.filter((reason) => rules.isGraver(one, reason)))
        expect(
          rules.isLiftedByPanel({ status: 'suspended', reasonClass: one }) ||
            !rules.isLiftedByPanel({ status: 'suspended', reasonClass: other }),
        ).toBe(true);
  });
});

describe('a fact', () => {
  const finding = (grade: 'major' | 'critical') => ({ cause: 'finding', grade }) as const;
  const escalated = (escalatedTo: 'suspension' | 'withdrawal') =>
    ({ cause: 'finding', escalatedTo }) as const;

  test.each<[keyof typeof inStatus, rules.Fact, string]>([
    ['active', finding('major'), 'active_under_watch'],
    ['active', finding('critical'), 'suspended'],
    ['active', escalated('suspension'), 'suspended'],
    ['active', escalated('withdrawal'), 'suspended'],
    ['active', { cause: 'audit' }, 'suspended'],
    ['active', { cause: 'licence' }, 'suspended'],
    ['active', { cause: 'complaint' }, 'active_under_watch'],
    ['suspended', { cause: 'complaint' }, '-suspended'],
    ['active_under_watch', finding('major'), '-already_under_watch'],
    ['active_under_watch', finding('critical'), 'suspended'],
    ['suspended', finding('major'), '-suspended'],
    ['suspended', finding('critical'), '-already_suspended'],
    ['suspended', escalated('suspension'), '-already_suspended'],
    ['suspended', escalated('withdrawal'), 'withdrawn'],
    ['suspended', { cause: 'licence' }, '-already_suspended'],
    ['withdrawn', finding('critical'), '-withdrawn'],
    ['superseded', { cause: 'audit' }, '-superseded'],
    ['transferred', escalated('withdrawal'), '-transferred'],
  ])('on %s, %j: %s', (status, fact, outcome) => {
    const result = rules.byFact(inStatus[status], fact, now, today);
    expect(result.ok ? result.value.status : `-${result.refusal}`).toBe(outcome);
  });

  test('does nothing to a certificate whose days are over', () => {
    expect(rules.byFact(inStatus.active, { cause: 'audit' }, now, '2028-03-01')).toMatchObject({
      refusal: 'expired',
    });
  });
});

describe('the clock', () => {
  const due = (change: 'withdrawal' | 'suspension' | 'licence', actsOn: string) => ({ change, actsOn });

  test.each<[keyof typeof inStatus, 'withdrawal' | 'suspension' | 'licence', string]>([
    ['active', 'withdrawal', '-not_suspended'],
    ['active', 'suspension', 'suspended'],
    ['active_under_watch', 'suspension', 'suspended'],
    ['active', 'licence', 'suspended'],
    ['active_under_watch', 'licence', 'suspended'],
    ['withdrawn', 'licence', '-withdrawn'],
    ['suspended', 'withdrawal', 'withdrawn'],
    ['suspended', 'suspension', '-already_suspended'],
    ['withdrawn', 'withdrawal', '-not_suspended'],
    ['superseded', 'suspension', '-superseded'],
    ['transferred', 'suspension', '-transferred'],
  ])('on %s, %s: %s', (status, change, outcome) => {
    const result = byClock(inStatus[status], due(change, today), now, today);
    expect(result.ok ? result.value.status : `-${result.refusal}`).toBe(outcome);
  });

  test('waits for the day it announced, and lets what ended rest', () => {
    expect(byClock(inStatus.suspended, due('withdrawal', '2026-03-02'), now, today)).toMatchObject({
      refusal: 'not_yet',
    });
    expect(byClock(inStatus.active, due('suspension', today), now, '2028-03-01')).toMatchObject({
      refusal: 'expired',
    });
  });

  test('brings the end of a suspension or of the certificate, whichever is first', () => {
    expect(comingOf(inStatus.suspended, 6, '2025-04-01')).toEqual({ change: 'withdrawal', on: '2025-09-01' });
    const unheld = { ...inStatus.suspended, reasonClass: 'surveillance_not_held' } as const;
    expect(unresolvedOn(unheld, 6)).toBe('2025-09-01');
    expect(comingOf(unheld, 6, '2025-04-01')).toEqual({ change: 'expiry', on: '2028-02-29' });
    expect(comingOf(inStatus.suspended, 60, '2025-04-01')).toEqual({ change: 'expiry', on: '2028-02-29' });
    expect(comingOf(inStatus.active, 6, today)).toEqual({ change: 'expiry', on: '2028-02-29' });
    expect(comingOf(inStatus.active, 6, '2028-03-01')).toBeUndefined();
    for (const status of ['withdrawn', 'superseded', 'transferred'] as const)
      expect(comingOf(inStatus[status], 6, today)).toBeUndefined();
  });
});

test('a certificate rests on confirmed licences of its own country and of its corridors', () => {
  const held = { homeCountry: 'NP', corridors: ['NP-AE', 'IN-QA'] };
  const rests = (country: string, confirmedBefore = true) => restsOn({ confirmedBefore, country }, held);
  expect(['NP', 'AE', 'IN', 'QA'].map((country) => rests(country))).toEqual([true, true, true, true]);
  expect(rests('BD')).toBe(false);
  expect(rests('NP', false)).toBe(false);
});

describe('standing', () => {
  const registered = (
    certificate: Counting | null,
    application: { state: string; concludedAt: Date | null } = { state: 'certified', concludedAt: earlier },
  ) => ({
    acceptedOn: '2024-11-05',
    application,
    certificate: certificate && { reasonClass: null, ...certificate },
  });
  const expired = '2028-03-01';

  test.each<[string, Counting | null, string, StandingStatus, string, string | null]>([
    ['in force', inStatus.active, today, 'certified', earlier.toISOString(), null],
    [
      'under watch',
      inStatus.active_under_watch,
      today,
      'certified_under_watch',
      earlier.toISOString(),
      'open_major_finding',
    ],
    ['suspended', inStatus.suspended, today, 'suspended', earlier.toISOString(), 'fees_charged'],
    ['withdrawn', inStatus.withdrawn, today, 'withdrawn', earlier.toISOString(), 'fraud'],
    ['on its last day', inStatus.active, '2028-02-29', 'certified', earlier.toISOString(), null],
    ['the day after', inStatus.active, expired, 'expired', '2028-03-01', null],
    ['suspended when it ended', inStatus.suspended, expired, 'expired', '2028-03-01', 'fees_charged'],
    ['withdrawn before it ended', inStatus.withdrawn, expired, 'withdrawn', earlier.toISOString(), 'fraud'],
  ])('%s', (...[, certificate, day, status, since, reasonClass]) => {
    expect(rules.standing(registered(certificate), day)).toEqual({ status, since, reasonClass });
  });

  test('without a certificate: an applicant, or not certified once it was refused', () => {
    expect(rules.standing(registered(null, { state: 'in_audit', concludedAt: null }), today)).toEqual({
      status: 'applicant',
      since: '2024-11-05',
      reasonClass: null,
    });
    expect(rules.standing(registered(null, { state: 'refused', concludedAt: now }), today)).toEqual({
      status: 'not_certified',
      since: now.toISOString(),
      reasonClass: null,
    });
  });
});
