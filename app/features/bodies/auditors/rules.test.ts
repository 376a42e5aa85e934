import { describe, expect, test } from 'vitest';

import type { AuditorApproval } from './model.ts';
import * as rules from './rules.ts';

const granted: AuditorApproval = {
  level: 'auditor',
  outcome: 'granted',
  validFrom: '2026-01-01',
  validUntil: '2026-12-31',
  endedOn: null,
  suspensions: [],
};
const paused = { from: '2026-03-01', until: null };
const asked: AuditorApproval = { ...granted, outcome: null, validFrom: null, validUntil: null };
const refused: AuditorApproval = { ...asked, outcome: 'refused' };

const standings: [string, AuditorApproval, string, ReturnType<typeof rules.standingOn>][] = [
  ['waiting', asked, '2026-03-01', 'asked'],
  ['refused', refused, '2026-03-01', 'refused'],
  ['before its first day', granted, '2025-12-31', 'to_come'],
  ['on its first day', granted, '2026-01-01', 'in_force'],
  ['ninety days before its end', granted, '2026-10-02', 'ending'],
  ['on its last day', granted, '2026-12-31', 'ending'],
  ['the day after', granted, '2027-01-01', 'expired'],
  ['suspended', { ...granted, suspensions: [paused] }, '2026-03-01', 'suspended'],
  ['before a suspension', { ...granted, suspensions: [paused] }, '2026-02-28', 'in_force'],
  [
    'on the day a suspension was lifted',
    { ...granted, suspensions: [{ from: '2026-03-01', until: '2026-04-01' }] },
    '2026-04-01',
    'in_force',
  ],
  ['on the day it was ended', { ...granted, endedOn: '2026-05-01' }, '2026-05-01', 'ended'],
];

test.each(standings)('an approval %s stands as it should', (_, approval, today, standing) => {
  expect(rules.standingOn(approval, today)).toBe(standing);
});

describe('working', () => {
  const lead: AuditorApproval = { ...granted, level: 'lead_auditor' };
  const reviewer: AuditorApproval = { ...granted, level: 'reviewer' };
  test.each([
    ['an auditor audits', [granted], 'auditor', true],
    ['an auditor does not lead', [granted], 'lead_auditor', false],
    ['a lead auditor leads', [lead], 'lead_auditor', true],
    ['a lead auditor may follow', [lead], 'auditor', true],
    ['a lead auditor does not review', [lead], 'reviewer', false],
    ['a reviewer reviews', [reviewer], 'reviewer', true],
    ['a reviewer does not audit', [reviewer], 'auditor', false],
    ['who is suspended does neither', [{ ...lead, suspensions: [paused] }], 'auditor', false],
    ['who only asked does not', [asked], 'auditor', false],
  ] as const)('%s', (_, approvals, level, may) => {
    expect(rules.mayWork(approvals, level, '2026-03-01')).toBe(may);
  });
});

test.each([
  [{ leads: true, reviews: true }, []],
  [{ leads: false, reviews: true }, ['lead_auditor']],
  [{ leads: true, reviews: false }, ['reviewer']],
])('what a body cannot do with people of whom %j', (person, missing) => {
  expect(rules.missingAt([{ leads: false, reviews: false }, person])).toEqual(missing);
});

test.each([
  ['three years ago to the day', '2023-03-01', 'satisfactory', false],
  ['a day less than three years ago', '2023-03-02', 'satisfactory', true],
  ['not satisfactory', '2025-06-01', 'not_satisfactory', false],
  ['to come', '2026-03-02', 'satisfactory', false],
] as const)('a witnessed audit %s', (_, witnessedOn, outcome, counts) => {
  expect(rules.isWitnessed([{ witnessedOn, outcome }], '2026-03-01')).toBe(counts);
});

describe('asking and granting', () => {
  const days = { validFrom: '2026-03-01', validUntil: '2027-03-01', today: '2026-03-01' };
  const seen = [{ witnessedOn: '2025-06-01', outcome: 'satisfactory' as const }];

  test('a request is made once while it waits', () => {
    expect(rules.ask({ earlier: [asked], roles: ['auditor'] }, 'auditor')).toEqual({
      ok: false,
      refusal: 'already_asked',
    });
    expect(rules.ask({ earlier: [asked], roles: ['auditor'] }, 'lead_auditor').ok).toBe(true);
    expect(rules.ask({ earlier: [refused, granted], roles: ['auditor'] }, 'auditor').ok).toBe(true);
  });
  test('is for what somebody is at their body', () => {
    const asking = { earlier: [], roles: ['reviewer' as const] };
    expect(rules.ask(asking, 'auditor')).toEqual({ ok: false, refusal: 'not_their_role' });
    expect(rules.ask(asking, 'reviewer').ok).toBe(true);
  });
  test.each([
    [{ ...asked, level: 'reviewer' as const }, [], days, undefined],
    [asked, [], days, undefined],
    [granted, [], days, 'request_answered'],
    [asked, [], { ...days, validUntil: '2026-02-28' }, 'approval_past'],
    [{ ...asked, level: 'lead_auditor' as const }, [], days, 'not_witnessed'],
    [{ ...asked, level: 'lead_auditor' as const }, seen, days, undefined],
  ])('granting %#', (approval, witnessed, when, refusal) => {
    const outcome = rules.grant(approval, witnessed, when);
    expect(outcome.ok ? undefined : outcome.refusal).toBe(refusal);
  });
  test('only what waits is refused', () => {
    expect(rules.refuseRequest(asked).ok).toBe(true);
    expect(rules.refuseRequest(refused)).toEqual({ ok: false, refusal: 'request_answered' });
  });
});

describe('suspending, lifting and ending', () => {
  const suspended = { ...granted, suspensions: [paused] };
  const ended = { ...granted, endedOn: '2026-02-01' };
  const expired = { ...granted, validUntil: '2026-02-28' };
  test.each([
    [granted, undefined, 'not_suspended', undefined],
    [suspended, 'already_suspended', undefined, undefined],
    [asked, 'approval_not_in_force', 'not_suspended', 'approval_not_in_force'],
    [refused, 'approval_not_in_force', 'not_suspended', 'approval_not_in_force'],
    [ended, 'approval_not_in_force', 'not_suspended', 'approval_ended'],
    [expired, 'approval_not_in_force', 'not_suspended', 'approval_not_in_force'],
  ])('%#', (approval, suspends, lifts, ends) => {
    const today = '2026-03-01';
    const outcomes = [
      rules.suspend(approval, today),
      rules.lift(approval, today),
      rules.end(approval, today),
    ];
    expect(outcomes.map((outcome) => (outcome.ok ? undefined : outcome.refusal))).toEqual([
      ...[suspends, lifts, ends],
    ]);
  });
});

describe('records', () => {
  test('nobody keeps their own', () => {
    const own = { ok: false, refusal: 'own_record' };
    expect(rules.recordOf('me', 'me')).toEqual(own);
    expect(rules.recordOf('me', 'them').ok).toBe(true);
    expect(rules.withdraw({ accountId: 'me', withdrawn: false }, 'me')).toEqual(own);
    expect(rules.withdraw({ accountId: 'me', withdrawn: true }, 'them').ok).toBe(false);
    expect(rules.withdraw({ accountId: 'me', withdrawn: false }, 'them').ok).toBe(true);
  });
  const seen = { accountId: 'me', by: 'them', witnessedOn: '2026-02-01', today: '2026-03-01' };
  test.each([
    [seen, undefined, undefined],
    [seen, { startedOn: '2026-01-31' }, undefined],
    [seen, { startedOn: '2026-02-02' }, 'before_the_audit'],
    [seen, { startedOn: null }, 'before_the_audit'],
    [{ ...seen, witnessedOn: '2026-03-02' }, undefined, 'witnessed_in_future'],
    [{ ...seen, by: 'me' }, undefined, 'own_record'],
  ])('witnessing %#', (when, audit, refusal) => {
    const outcome = rules.witness(when, audit);
    expect(outcome.ok ? undefined : outcome.refusal).toBe(refusal);
  });
});
