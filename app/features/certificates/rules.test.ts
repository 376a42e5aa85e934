import { describe, expect, test } from 'vitest';

import type { Certificate, StandingStatus } from './model.ts';
import { decide } from './decisions/rules.ts';
import * as rules from './rules.ts';

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

const inStatus: Record<Certificate['status'], Certificate> = {
  active: { ...granted, status: 'active' },
  active_under_watch: { ...granted, status: 'active_under_watch', reasonClass: 'open_major_finding' },
  suspended: { ...granted, status: 'suspended', reasonClass: 'fees_charged' },
  withdrawn: { ...granted, status: 'withdrawn', reasonClass: 'fraud' },
};

const actions = {
  watch: (certificate: Certificate) => rules.watch(certificate, 'special_audit', now),
  clear: (certificate: Certificate) => rules.clear(certificate, now),
  suspend: (certificate: Certificate) => rules.suspend(certificate, 'documents_withheld', now),
  lift: (certificate: Certificate) => rules.lift(certificate, now, today),
  withdraw: (certificate: Certificate) => rules.withdraw(certificate, 'forced_labour', now),
};

const outcomes: Record<Certificate['status'], Record<keyof typeof actions, string>> = {
  active: {
    watch: 'active_under_watch',
    clear: '-not_under_watch',
    suspend: 'suspended',
    lift: '-not_suspended',
    withdraw: 'withdrawn',
  },
  active_under_watch: {
    watch: '-already_under_watch',
    clear: 'active',
    suspend: 'suspended',
    lift: '-not_suspended',
    withdraw: 'withdrawn',
  },
  suspended: {
    watch: '-suspended',
    clear: '-suspended',
    suspend: '-already_suspended',
    lift: 'active',
    withdraw: 'withdrawn',
  },
  withdrawn: {
    watch: '-withdrawn',
    clear: '-withdrawn',
    suspend: '-withdrawn',
    lift: '-withdrawn',
    withdraw: '-withdrawn',
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

describe('deciding', () => {
  test.each([
    ['decision_pending', [], false, true],
    ['decision_pending', ['somebody else'], false, true],
    ['decision_pending', ['decider'], false, 'audited_by_you'],
    ['decision_pending', [], true, 'not_decision_pending'],
    ['in_audit', ['decider'], false, 'audited_by_you'],
    ['in_audit', [], false, 'not_decision_pending'],
    ['certified', [], true, 'not_decision_pending'],
  ] as const)(
    'in %s, audited by %j, decided %s: %s',
    (...[applicationState, auditedBy, decided, expected]) => {
      const result = decide({ applicationState, auditedBy, decided }, 'decider');
      expect(result.ok || result.refusal).toBe(expected);
    },
  );
});

describe('standing', () => {
  const registered = (
    certificate: Certificate | null,
    application: { state: string; concludedAt: Date | null } = { state: 'certified', concludedAt: earlier },
  ) => ({
    acceptedOn: '2024-11-05',
    application,
    certificate: certificate && { reasonClass: null, ...certificate },
  });
  const expired = '2028-03-01';

  test.each<[string, Certificate | null, string, StandingStatus, string, string | null]>([
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
    ['suspended when it ended', inStatus.suspended, expired, 'expired', '2028-03-01', null],
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
