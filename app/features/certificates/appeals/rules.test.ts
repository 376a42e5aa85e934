import { describe, expect, test } from 'vitest';

import { declareForm } from '../decisions/forms.ts';
import { decideForm, lodgeForm, stayForm } from './forms.ts';
import type { Certificate } from '../model.ts';
import type { Appeal } from './model.ts';
import { mayAcknowledge, mayDecide, mayLodge } from './policy.ts';
import * as rules from './rules.ts';

const no = (refusal: string) => ({ ok: false, refusal });
const now = new Date('2026-04-01T09:00:00Z');
const open: Appeal = {
  ...{ against: 'suspended', acknowledged: false, stay: null, outcome: null },
  ...{ acknowledgeBy: '2026-04-08', dueOn: '2026-05-31' },
};
const judge = { bar: null, declared: true };
const clocks = { appealDays: 30, acknowledgeWorkingDays: 5, decisionDays: 60 };

describe('an appeal is lodged', () => {
  test.each([
    { why: 'on the last day', today: '2026-03-31', appealed: false, ok: true },
    { why: 'a day too late', today: '2026-04-01', appealed: false, ok: false },
    { why: 'a second time', today: '2026-03-02', appealed: true, ok: false },
  ])('$why: $ok', ({ today, appealed, ok }) => {
    expect(rules.lodge({ decidedOn: '2026-03-01', appealed }, clocks, today).ok).toBe(ok);
  });

  test('with its days: five working ones to acknowledge, sixty to decide', () => {
    // A Friday.
    expect(rules.lodge({ decidedOn: '2026-03-01', appealed: false }, clocks, '2026-03-06')).toEqual({
      ok: true,
      value: { acknowledgeBy: '2026-03-13', dueOn: '2026-05-05' },
    });
  });
});

describe('a withdrawal that was given a graver reason', () => {
  const row = (
    action: string,
    status: string,
    reasonClass: string | null,
    outcome: string | null = null,
  ) => ({
    ...{ action, status, reasonClass, outcome },
  });
  const first = (outcome: string | null) => row('withdrawn', 'withdrawn', 'licence_revoked', outcome);
  const graver = row('withdrawn', 'withdrawn', 'fraud', 'upheld');
  const issued = row('issued', 'active', null);

  test.each([
    ['its former reason stands again', null, 1],
    ['it does so where that was appealed against in vain', 'dismissed', 1],
    ['what stood before does, where that was wrong, too', 'upheld', 0],
  ])('%s', (_what, outcome, place) => {
    expect(rules.stoodBefore([issued, first(outcome), graver], 2)).toBe(place);
  });

  test('shows the one whose reason it has, whatever brought it back', () => {
    const rows = [issued, first(null), graver, row('upheld', 'withdrawn', 'licence_revoked')];
    expect(rows.map((_row, place) => rules.withdrawalShown(rows, place))).toEqual([undefined, 1, 2, 1]);
    expect(rules.stoodBefore([...rows, row('withdrawn', 'withdrawn', 'forced_labour')], 4)).toBe(3);
    expect(rules.stoodBefore([issued, first('upheld'), row('upheld', 'active', null), graver], 3)).toBe(2);
  });
});

describe('an appeal', () => {
  test('is acknowledged once, and not when it was decided', () => {
    expect(rules.acknowledge(open).ok).toBe(true);
    expect(rules.acknowledge({ ...open, acknowledged: true })).toEqual(no('already_acknowledged'));
    expect(rules.acknowledge({ ...open, outcome: 'upheld' })).toEqual(no('appeal_decided'));
  });

  test('is read by those alone who had no part in it and said so', () => {
    expect(rules.read(judge).ok).toBe(true);
    expect(rules.read({ bar: 'audited_by_you', declared: true })).toEqual(no('audited_by_you'));
    expect(rules.read({ bar: null, declared: false })).toEqual(no('declare_first'));
  });

  test('is declared on once; a conflict found later is added', () => {
    expect(rules.declare(open, { bar: null, declared: false }, false).ok).toBe(true);
    expect(rules.declare(open, judge, false)).toEqual(no('already_declared'));
    expect(rules.declare(open, judge, true).ok).toBe(true);
    expect(rules.declare(open, { bar: 'tied', declared: false }, false)).toEqual(no('tied'));
    expect(rules.declare({ ...open, outcome: 'dismissed' }, judge, true)).toEqual(no('appeal_decided'));
  });

  test('is stayed once, before it is decided, where something can stay', () => {
    expect(rules.decideStay(open, judge).ok).toBe(true);
    expect(rules.decideStay({ ...open, stay: 'refused' }, judge)).toEqual(no('stay_decided'));
    expect(rules.decideStay({ ...open, against: 'reduced' }, judge).ok).toBe(true);
    expect(rules.decideStay({ ...open, against: 'refused' }, judge)).toEqual(no('nothing_to_stay'));
    expect(rules.decideStay({ ...open, outcome: 'upheld' }, judge)).toEqual(no('appeal_decided'));
    expect(rules.decideStay(open, { bar: 'decided_by_you', declared: true })).toEqual(no('decided_by_you'));
  });

  test('is decided once, by whoever may read it', () => {
    expect(rules.decide(open, judge).ok).toBe(true);
    expect(rules.decide({ ...open, outcome: 'upheld' }, judge)).toEqual(no('appeal_decided'));
    expect(rules.decide(open, { bar: null, declared: false })).toEqual(no('declare_first'));
  });
});

const issued = {
  ...{ id: 'c', number: 'ERC-2026-00001', organisationId: 'o', applicationId: 'a' },
  ...{ validUntil: '2029-02-28', since: new Date('2026-03-01T09:00:00Z') },
};
const all: Certificate[] = [
  { ...issued, status: 'active' },
  { ...issued, status: 'active_under_watch', reasonClass: 'special_audit' },
  { ...issued, status: 'suspended', reasonClass: 'fees_charged' },
  { ...issued, status: 'withdrawn', reasonClass: 'fraud' },
  { ...issued, status: 'superseded' },
  { ...issued, status: 'transferred' },
];

test.each(all)('upheld, a certificate that is $status stands as it stood before', (certificate) => {
  const before = { status: 'active_under_watch', reasonClass: 'open_major_finding' } as const;
  expect(rules.returned(certificate, before, now)).toEqual({ ...issued, ...before, since: now });
});

test('what was active comes back under watch while a grave finding is open, and as it was otherwise', () => {
  const before = { status: 'active' } as const;
  const watched = { status: 'active_under_watch', reasonClass: 'open_major_finding' };
  expect(rules.standsAgain(before, true)).toEqual(watched);
  expect(rules.standsAgain(before, false)).toEqual(before);
  const suspended = { status: 'suspended', reasonClass: 'levy_unpaid' } as const;
  expect(rules.standsAgain(suspended, true)).toEqual(suspended);
});

test('upheld against a graver reason, a suspension goes on since it began', () => {
  const before = { status: 'suspended', reasonClass: 'own_request' } as const;
  const graver: Certificate = { ...issued, status: 'suspended', reasonClass: 'critical_finding' };
  expect(rules.returned(graver, before, now)).toEqual({ ...issued, ...before });
  const lesser: Certificate = { ...issued, ...before };
  const decided = { status: 'suspended', reasonClass: 'critical_finding' } as const;
  expect(rules.resumed(lesser, decided, now)).toEqual(graver);
});

test('against a graver reason of a withdrawal, what was withdrawn stays so since it was', () => {
  const before = { status: 'withdrawn', reasonClass: 'own_request' } as const;
  const decided = { status: 'withdrawn', reasonClass: 'fraud' } as const;
  const given: Certificate = { ...issued, ...before };
  const graver: Certificate = { ...issued, ...decided };
  expect(rules.returned(graver, before, now)).toEqual(given);
  expect(rules.resumed(given, decided, now)).toEqual(graver);
  expect(rules.resumed(graver, decided, now)).toBeUndefined();
});

describe('dismissed after a stay', () => {
  const suspended = { status: 'suspended', reasonClass: 'levy_unpaid' } as const;
  const withdrawn = { status: 'withdrawn', reasonClass: 'licence_revoked' } as const;
  const next = (certificate: Certificate, decided: typeof suspended | typeof withdrawn) =>
    rules.resumed(certificate, decided, now)?.status;

  test('what was decided takes effect, where nothing graver came about', () => {
    expect(all.map((certificate) => next(certificate, suspended))).toEqual([
      ...['suspended', 'suspended', undefined, undefined, undefined, undefined],
    ]);
    expect(all.map((certificate) => next(certificate, withdrawn))).toEqual([
      ...['withdrawn', 'withdrawn', 'withdrawn', undefined, undefined, undefined],
    ]);
  });
});

test('a late appeal comes to the owners of the scheme, and to nobody else by that', () => {
  const due = { dueOn: '2026-04-30', owner: true };
  expect(rules.isEscalated(due, '2026-04-30')).toBe(false);
  expect(rules.isEscalated(due, '2026-05-01')).toBe(true);
  expect(rules.isEscalated({ ...due, owner: false }, '2026-05-01')).toBe(false);
});

test('a status is read in public by its class', () => {
  expect(rules.readAs({ status: 'active' })).toEqual({ status: 'certified', reasonClass: null });
  expect(rules.readAs({ status: 'withdrawn', reasonClass: 'fraud' })).toEqual({
    ...{ status: 'withdrawn', reasonClass: 'fraud' },
  });
});

test.each([
  { why: 'in time', today: '2026-04-08', told: [] },
  { why: 'not acknowledged', today: '2026-04-09', told: ['acknowledgement_late'] },
  { why: 'due in a week', today: '2026-05-24', told: ['acknowledgement_late', 'decision_soon'] },
  { why: 'on its day', today: '2026-05-31', told: ['acknowledgement_late', 'decision_soon'] },
  { why: 'late, also after weeks', today: '2026-07-01', told: ['acknowledgement_late', 'decision_late'] },
])('the clock tells of an appeal $why: $told', ({ today, told }) => {
  expect(rules.noticesOn(open, today)).toEqual(told);
  expect(rules.noticesOn({ ...open, outcome: 'upheld' }, today)).toEqual([]);
});

test('owners of the holder lodge, officers acknowledge, officers and the panel decide', () => {
  const recruiter = { kind: 'recruiter', accountId: 'a', organisationId: 'o' } as const;
  expect(mayLodge({ ...recruiter, owner: true }, 'o')).toBe(true);
  expect(mayLodge({ ...recruiter, owner: true }, 'another')).toBe(false);
  expect(mayLodge(recruiter, 'o')).toBe(false);
  for (const kind of ['officer', 'decider', 'auditor', 'reviewer', 'recruiter', 'authority'] as const) {
    const actor = { kind, accountId: 'a', organisationId: 'o', owner: true };
    expect(mayAcknowledge(actor)).toBe(kind === 'officer');
    expect(mayDecide(actor)).toBe(kind === 'officer' || kind === 'decider');
  }
});

test('forms ask for reasons in words, and for a choice', () => {
  const words = 'These are words enough for any of the fields.';
  expect(lodgeForm.parse({ grounds: words })).toEqual({ grounds: words, stayAsked: false });
  expect(lodgeForm.safeParse({ grounds: 'Too short' }).success).toBe(false);
  expect(declareForm.parse({ conflicted: 'yes', statement: words }).conflicted).toBe(true);
  expect(stayForm.safeParse({ stay: 'granted', reasons: '' }).success).toBe(false);
  expect(decideForm.safeParse({ outcome: 'perhaps', reasons: words }).success).toBe(false);
});

test('what the public would read of either outcome, while the decision is what shows', () => {
  const statuses = {
    shows: true,
    before: { status: 'active' as const },
    decided: { status: 'suspended' as const, reasonClass: 'fees_charged' as const },
  };
  const asked = { registrationNumber: 'LRN00012603', scopes: undefined };
  expect(rules.whatFollows({ ...asked, statuses })).toEqual({
    ...asked,
    statuses: {
      upheld: { status: 'certified', reasonClass: null },
      dismissed: { status: 'suspended', reasonClass: 'fees_charged' },
    },
  });
  expect(rules.whatFollows({ ...asked, statuses: { ...statuses, shows: false } }).statuses).toBeUndefined();
});
