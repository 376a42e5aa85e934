import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { matterStates, voteChoices, type Laid, type Matter } from './model.ts';
import {
  castVote,
  declare,
  isBefore,
  isClosed,
  mayVote,
  outcomeOf,
  read,
  readsVotes,
  type Counted,
  type Member,
  putAbandoned,
} from './rules.ts';

const now = new Date('2026-03-10T10:00:00Z');
const earlier = new Date('2026-03-10T09:00:00Z');
const later = new Date('2026-03-10T11:00:00Z');
const open: Matter = {
  state: 'open',
  kind: 'initial',
  certificate: null,
  months: { recertificationOpensMonths: 9, restorationMonths: 6 },
  applicationState: 'decision_pending',
  quorum: 1,
  meeting: null,
};
const free: Member = { bar: null, declared: true, voted: false };
const laid: Laid = { package: 'a', open: [{ id: 'minor', blocks: false }], bar: null };
const ballot = { vote: 'grant' as const, package: 'a', points: [{ findingId: 'minor' }] };
const no = (refusal: string) => ({ ok: false, refusal });

test('the panel has what is open, and an application only while it is with it', () => {
  const answers = matterStates.map((state) => isBefore({ ...open, state }));
  expect(answers).toEqual([
    { ok: true, value: { kind: 'initial' } },
    no('not_decision_pending'),
    no('matter_dropped'),
  ]);
  for (const applicationState of ['withdrawn', 'appealed', 'certified'])
    expect(isBefore({ ...open, applicationState })).toEqual(no('not_decision_pending'));
  expect(isBefore({ ...open, kind: 'lift', applicationState: 'certified' }).ok).toBe(true);
});

describe('a member', () => {
  test('declares once, may add a conflict found later, and nothing on a matter that is closed', () => {
    expect(declare(open, { ...free, declared: false }, false)).toEqual({
      ok: true,
      value: { conflicted: false },
    });
    expect(declare(open, free, false)).toEqual(no('already_declared'));
    expect(declare(open, free, true).ok).toBe(true);
    expect(declare(open, { ...free, bar: 'audited_by_you' }, false)).toEqual(no('audited_by_you'));
    expect(declare({ ...open, state: 'decided' }, free, true)).toEqual(no('not_decision_pending'));
  });

  test('reads the votes of others after its own, or once nothing is left to vote on', () => {
    const over = { closesAt: earlier, closedAt: earlier };
    const closed = { ...open, meeting: over };
    expect(mayVote(closed, free, now).ok).toBe(false);
    expect(readsVotes(closed, free)).toBe(false);
    expect(readsVotes(open, { ...free, voted: true })).toBe(true);
    expect(['decided' as const, 'dropped' as const].map((state) => readsVotes({ state }, free))).toEqual([
      true,
      true,
    ]);
  });

  test('reads nothing before declaring, and never what they had a part in', () => {
    expect(read(free).ok).toBe(true);
    expect(read({ ...free, declared: false })).toEqual(no('declare_first'));
    expect(read({ ...free, bar: 'advised_by_you' })).toEqual(no('advised_by_you'));
  });
});

describe('a vote', () => {
  const cases: [string, Partial<Parameters<typeof castVote>[0]>, Partial<typeof ballot>, string][] = [
    ['on a matter that is decided', { matter: { ...open, state: 'decided' } }, {}, 'not_decision_pending'],
    ['on a matter that was dropped', { matter: { ...open, state: 'dropped' } }, {}, 'matter_dropped'],
    ['of the reviewer', { member: { ...free, bar: 'report_reviewed_by_you' } }, {}, 'report_reviewed_by_you'],
    ['before declaring', { member: { ...free, declared: false } }, {}, 'declare_first'],
    [
      'after the hour of closing',
      { matter: { ...open, meeting: { closesAt: earlier, closedAt: null } } },
      {},
      'meeting_closed',
    ],
    [
      'after the meeting was closed',
      { matter: { ...open, meeting: { closesAt: later, closedAt: earlier } } },
      {},
      'meeting_closed',
    ],
    ['for a second time', { member: { ...free, voted: true } }, {}, 'already_voted'],
    ['on another package', {}, { package: 'b' }, 'package_changed'],
    [
      'to grant over a grave finding',
      { laid: { ...laid, open: [{ id: 'minor', blocks: true }] } },
      {},
      'grave_findings_open',
    ],
    ['to grant on a lost licence', { laid: { ...laid, bar: 'licence_lost' } }, {}, 'licence_lost'],
    ['without a word on what is open', {}, { points: [] }, 'points_without_reasons'],
  ];

  test.for(cases)('%s is refused', ([, given, sent, refusal]) => {
    const casting = { matter: open, member: free, laid, ...given };
    expect(castVote(casting, { ...ballot, ...sent }, now)).toEqual(no(refusal));
  });

  test('counts while the meeting is open, and may refuse over a grave finding', () => {
    const meeting = { closesAt: now, closedAt: null };
    expect(isClosed({ meeting }, now)).toBe(false);
    expect(mayVote({ ...open, meeting }, free, now).ok).toBe(true);
    expect(castVote({ matter: { ...open, meeting }, member: free, laid }, ballot, now).ok).toBe(true);
    const grave = { ...laid, open: [{ id: 'minor', blocks: true }] };
    expect(castVote({ matter: open, member: free, laid: grave }, { ...ballot, vote: 'refuse' }, now).ok).toBe(
      true,
    );
  });
});

const condition = (text: string, dueOn = '2026-06-01') => ({ text, dueOn, owner: 'Mina Rai' });
const granting = (...conditions: Counted['conditions']): Counted => ({
  vote: conditions.length > 0 ? 'grant_with_conditions' : 'grant',
  conditions,
});
const refusing: Counted = { vote: 'refuse', conditions: [] };

describe('the outcome', () => {
  test('waits for enough votes', () => {
    expect(outcomeOf([], 1)).toEqual({ state: 'waiting', missing: 1 });
    expect(outcomeOf([granting(), granting()], 3)).toEqual({ state: 'waiting', missing: 1 });
  });

  test('is the majority; even votes decide nothing', () => {
    expect(outcomeOf([granting()], 1)).toMatchObject({ outcome: 'granted', conditions: [] });
    expect(outcomeOf([refusing], 1)).toEqual({ state: 'decided', outcome: 'refused' });
    expect(outcomeOf([granting(), refusing], 2)).toEqual({ state: 'tied' });
    expect(outcomeOf([granting(), refusing, refusing], 2)).toMatchObject({ outcome: 'refused' });
  });

  test('takes over every condition, the same one once and by its earlier day', () => {
    const votes = [
      granting(condition('Train the sub-agents.', '2026-07-01'), condition('Repay the last worker.')),
      granting(condition(' Train the sub-agents. ', '2026-05-01')),
      granting(),
    ];
    expect(outcomeOf(votes, 3)).toMatchObject({
      conditions: [condition('Train the sub-agents.', '2026-05-01'), condition('Repay the last worker.')],
    });
  });

  const votes = fc.array(
    fc.constantFrom(...voteChoices).map((vote) => ({ vote, conditions: [] })),
    { maxLength: 9 },
  );

  test('does not depend on the order of the votes, and is one of its votes’', () => {
    fc.assert(
      fc.property(votes, fc.integer({ min: 1, max: 5 }), (cast, quorum) => {
        const outcome = outcomeOf(cast, quorum);
        expect(outcomeOf(cast.toReversed(), quorum)).toEqual(outcome);
        if (outcome.state !== 'decided') return;
        expect(cast.length).toBeGreaterThanOrEqual(quorum);
        const wanted = outcome.outcome === 'refused';
        expect(cast.some(({ vote }) => (vote === 'refuse') === wanted)).toBe(true);
      }),
    );
  });
});

describe('an audit that did not take place', () => {
  const audit = { state: 'aborted', certificateId: null };
  const known = { applicationState: 'in_audit', open: false, tied: false, ended: false };

  test('is put before the panel while its application is in audit', () => {
    expect(putAbandoned(audit, known)).toMatchObject({ ok: true });
    expect(putAbandoned({ ...audit, state: 'refused_by_auditee' }, known)).toMatchObject({ ok: true });
  });

  test.each([
    { why: 'that goes on', of: { state: 'in_progress' }, and: {}, refusal: 'not_abandoned' },
    { why: 'that ended with its application', of: {}, and: { ended: true }, refusal: 'not_abandoned' },
    { why: 'of a certificate', of: { certificateId: 'c' }, and: {}, refusal: 'audit_of_certificate' },
    {
      why: 'of an application that left',
      of: {},
      and: { applicationState: 'withdrawn' },
      refusal: 'application_not_in_audit',
    },
    { why: 'twice', of: {}, and: { open: true }, refusal: 'already_open' },
    { why: 'by an officer with a tie', of: {}, and: { tied: true }, refusal: 'tied' },
  ])('is not, $why', ({ of, and, refusal }) => {
    expect(putAbandoned({ ...audit, ...of }, { ...known, ...and })).toEqual({ ok: false, refusal });
  });

  test('goes back to its audits by majority', () => {
    const votes = [{ vote: 'return', conditions: [] }] as const;
    expect(outcomeOf(votes, 1)).toEqual({ state: 'decided', outcome: 'returned' });
  });
});
