import { describe, expect, test } from 'vitest';

import type { Actor } from '#app/platform/scope.ts';

import { complaintStates, consentParties, type ComplaintState } from '../complaints/model.ts';
import { steps } from '../complaints/rules.ts';
import { stepForms } from './forms.ts';
import { addressees, deskSteps, type Outcome } from './model.ts';
import { addresseeRoles, mayRespond, mayWitness, mayWork, witnessRoles } from './policy.ts';
import * as rules from './rules.ts';
import { sectionLines } from './section-lines.ts';

const now = new Date('2026-03-01T09:00:00Z');
const past = new Date('2026-02-28T09:00:00Z');
const future = new Date('2026-03-02T09:00:00Z');
const at = (state: ComplaintState, outcome: Outcome | null = null, dueAt: Date | null = future) => ({
  ...{ state, outcome, dueAt },
});
const refused = (refusal: string) => ({ ok: false, refusal });

describe('steps from the desk', () => {
  test('are steps there are, in every state, and none that is the worker’s or a clock’s', () => {
    for (const state of complaintStates)
      for (const to of rules.stepsFrom(at(state, 'substantiated', past), now))
        expect(steps[state]).toContain(to);
    expect(rules.stepsFrom(at('monitored'), now)).toEqual([]);
    expect(rules.stepsFrom(at('closed', null, null), now)).toEqual([]);
    expect(rules.stepsFrom(at('received'), now)).toEqual(['safety_triage']);
    expect(rules.takeStep(at('received'), 'acknowledged', now)).toEqual(refused('not_now'));
    expect(rules.takeStep(at('monitored'), 'safety_triage', now)).toEqual(refused('theirs_to_say'));
    expect(rules.takeStep(at('remedy_delivered'), 'remedy_agreed', now)).toEqual(refused('theirs_to_say'));
  });

  test('lead to a remedy where harm was found, and to the end where none was', () => {
    const outcomes = ['substantiated', 'partly_substantiated', 'not_substantiated', 'unresolved'] as const;
    for (const outcome of outcomes) {
      const harm = outcome === 'substantiated' || outcome === 'partly_substantiated';
      expect(rules.isHarm(outcome)).toBe(harm);
      expect(rules.stepsFrom(at('finding', outcome), now)).toEqual([harm ? 'remedy_agreed' : 'closed']);
    }
    expect(rules.isHarm(null)).toBe(false);
    expect(rules.takeStep(at('finding', 'unresolved'), 'remedy_agreed', now)).toEqual(
      refused('no_harm_found'),
    );
    expect(rules.takeStep(at('finding', 'substantiated'), 'closed', now)).toEqual(refused('remedy_first'));
  });

  test('do not close over the head of a worker who may still say whether the remedy came', () => {
    const waiting = at('remedy_delivered', 'substantiated', future);
    expect(rules.takeStep(waiting, 'closed', now)).toEqual(refused('wait_for_worker'));
    expect(rules.takeStep({ ...waiting, dueAt: past }, 'closed', now).ok).toBe(true);
    expect(rules.takeStep(at('confirmed_by_worker', 'substantiated'), 'closed', now).ok).toBe(true);
  });

  test('each have a form that asks for reasons', () => {
    for (const to of deskSteps) {
      const read = stepForms[to].safeParse({});
      expect(read.error?.issues.map(({ path }) => path[0])).toContain('reasons');
    }
    const passing = { to: 'recruiter', reasons: 'x'.repeat(rules.leastReasons) };
    expect(stepForms.routed.safeParse(passing).error?.issues.map(({ path }) => path[0])).toEqual([
      'disclosure',
    ]);
    expect(stepForms.routed.parse({ ...passing, to: 'scheme' })).toMatchObject({
      step: 'routed',
      to: 'scheme',
    });
  });
});

describe('whose a case is', () => {
  test('taken on by one, handed over by the one who has it', () => {
    expect(rules.takeOn({ held: 'by_nobody', isOver: false }).ok).toBe(true);
    expect(rules.takeOn({ held: 'by_nobody', isOver: true })).toEqual(refused('over'));
    expect(rules.takeOn({ held: 'by_you', isOver: false })).toEqual(refused('yours_already'));
    expect(rules.takeOn({ held: 'by_another', isOver: false })).toEqual(refused('somebody_elses'));
    expect(rules.handOver({ holder: true, self: false, tied: false }).ok).toBe(true);
    expect(rules.handOver({ holder: false, self: false, tied: false })).toEqual(refused('not_yours'));
    expect(rules.handOver({ holder: true, self: true, tied: false })).toEqual(refused('yourself'));
    expect(rules.handOver({ holder: true, self: false, tied: true })).toEqual(refused('tied'));
  });

  test('somebody else’s is asked for once, and answered by another, once', () => {
    expect(rules.openHours).toBe(24);
    expect(rules.askToOpen({ open: false, held: true, asked: false }).ok).toBe(true);
    expect(rules.askToOpen({ open: true, held: true, asked: false })).toEqual(refused('open_already'));
    expect(rules.askToOpen({ open: false, held: false, asked: false })).toEqual(refused('nobodys'));
    expect(rules.askToOpen({ open: false, held: true, asked: true })).toEqual(refused('asked_already'));
    expect(rules.answerAsked({ askedBy: 'a', answered: false }, 'b').ok).toBe(true);
    expect(rules.answerAsked({ askedBy: 'a', answered: false }, 'a')).toEqual(refused('your_own'));
    expect(rules.answerAsked({ askedBy: 'a', answered: true }, 'b')).toEqual(refused('answered_already'));
  });

  test('worked on by caseworkers, witnessed by officers too, answered by whom it is passed to', () => {
    const as = (kind: 'caseworker' | 'officer' | 'recruiter' | 'auditor' | 'decider'): Actor => ({
      ...{ kind, accountId: 'a', organisationId: 'o' },
    });
    const kinds = ['caseworker', 'officer', 'recruiter', 'auditor', 'decider'] as const;
    expect(kinds.filter((kind) => mayWork(as(kind)))).toEqual(['caseworker']);
    expect(kinds.filter((kind) => mayWitness(as(kind)))).toEqual([...witnessRoles]);
    expect(kinds.filter((kind) => mayRespond(as(kind)))).toEqual([...addresseeRoles]);
  });
});

describe('passing on', () => {
  const ground = { danger: false, child: false, named: true, consents: [] };

  test('goes with the consent for this very party, and to the scheme itself without one', () => {
    for (const to of addressees) {
      const refusedAll = rules.passOn({ to, byNecessity: false }, ground);
      expect(refusedAll.ok).toBe(to === 'scheme');
      if (to === 'scheme') continue;
      expect(rules.passOn({ to, byNecessity: false }, { ...ground, consents: [to] }).ok).toBe(true);
      const others = consentParties.filter((party) => party !== to);
      expect(rules.passOn({ to, byNecessity: false }, { ...ground, consents: others }).ok).toBe(false);
    }
  });

  test('without consent goes to an authority alone, where a life or a child is in danger', () => {
    for (const to of addressees)
      for (const danger of [true, false])
        for (const child of [true, false])
          expect(rules.passOn({ to, byNecessity: true }, { ...ground, danger, child }).ok).toBe(
            to === 'authority' && (danger || child),
          );
  });

  test('to a recruiter or its audit body needs its name', () => {
    for (const to of ['recruiter', 'audit_body'] as const)
      expect(rules.passOn({ to, byNecessity: false }, { ...ground, named: false, consents: [to] })).toEqual(
        refused('not_named'),
      );
  });

  test('keeps the name once somebody was told', () => {
    const on = { over: false, told: false, tied: false };
    expect(rules.nameRecruiter(on).ok).toBe(true);
    expect(rules.nameRecruiter({ ...on, over: true })).toEqual(refused('over'));
    expect(rules.nameRecruiter({ ...on, told: true })).toEqual(refused('told_already'));
    expect(rules.nameRecruiter({ ...on, tied: true })).toEqual(refused('tied'));
  });

  test('is prepared for at any time: who is in danger is said again while somebody watches', () => {
    const refusing = complaintStates.filter((state) => !rules.flag(state).ok);
    expect(refusing).toEqual(['closed', 'withdrawn', 'inadmissible']);
  });

  test('is answered while anything can come of it', () => {
    expect(rules.isOver('closed')).toBe(true);
    expect(rules.respond({ over: false, answers: 0 }).ok).toBe(true);
    expect(rules.respond({ over: true, answers: 0 })).toEqual(refused('over'));
    expect(rules.respond({ over: false, answers: 50 })).toEqual(refused('full'));
  });
});

describe('severity', () => {
  const told = { issues: [], danger: false, child: false };
  test('is confinement, violence, papers withheld, a child or danger', () => {
    for (const issue of ['confinement', 'violence_or_harassment', 'documents_withheld'] as const)
      expect(rules.isSevere({ ...told, issues: ['fees', issue] })).toBe(true);
    expect(rules.isSevere({ ...told, danger: true })).toBe(true);
    expect(rules.isSevere({ ...told, child: true })).toBe(true);
    expect(rules.isSevere({ ...told, issues: ['fees', 'wages', 'retaliation'] })).toBe(false);
  });

  test('is raised without a word, and lowered with reasons', () => {
    const lowered = { severe: false, whyLighter: 'The papers were given back the same day.' };
    expect(rules.judgeSeverity(false, { severe: true, whyLighter: '' })).toEqual({ ok: true, value: true });
    expect(rules.judgeSeverity(true, { severe: false, whyLighter: 'No.' })).toEqual(refused('why_lighter'));
    expect(rules.judgeSeverity(true, lowered)).toEqual({ ok: true, value: false });
    expect(rules.judgeSeverity(false, { severe: false, whyLighter: '' })).toEqual({ ok: true, value: false });
  });
});

test('an appeal is answered by somebody who decided nothing of it', () => {
  expect(rules.answerAppeal(['a', 'b'], 'c').ok).toBe(true);
  expect(rules.answerAppeal(['a', 'b'], 'b')).toEqual(refused('decided_by_you'));
});

test('two cases are linked once, and none with itself', () => {
  expect(rules.link({ same: false, linked: false }).ok).toBe(true);
  expect(rules.link({ same: true, linked: false })).toEqual(refused('itself'));
  expect(rules.link({ same: false, linked: true })).toEqual(refused('linked_already'));
});

describe('numbers', () => {
  const groups = (counts: Record<string, number>) =>
    Object.entries(counts).map(([of, count]) => ({ of, count }));

  test('of fewer than five are not shown, nor reckoned from the others', () => {
    expect(rules.groupsShown(groups({ a: 9, b: 4 }))).toEqual({ shown: [], rest: 13 });
    expect(rules.groupsShown(groups({ a: 9, b: 5, c: 4 }))).toEqual({
      shown: [{ of: 'a', count: 9 }],
      rest: 9,
    });
    expect(rules.groupsShown(groups({ a: 9, b: 4, c: 3 }))).toEqual({
      shown: [{ of: 'a', count: 9 }],
      rest: 7,
    });
    expect(rules.groupsShown(groups({ a: 4 }))).toEqual({ shown: [], rest: null });
    expect(rules.groupsShown(groups({ a: 5, b: 0 }))).toEqual({ shown: [{ of: 'a', count: 5 }], rest: null });
    expect(rules.groupsShown(groups({}))).toEqual({ shown: [], rest: null });
  });

  test('shown are five at least, whatever there is', () => {
    for (let seed = 0; seed < 500; seed += 1) {
      const counts = [3, 7, 11, 13].map((prime) => (seed * prime) % 9);
      const { shown, rest } = rules.groupsShown(counts.map((count, of) => ({ of, count })));
      for (const { count } of shown) expect(count).toBeGreaterThanOrEqual(5);
      expect(rest === null || rest >= 5).toBe(true);
      const told = shown.reduce((sum, { count }) => sum + count, rest ?? 0);
      const hidden = counts.reduce((sum, count) => sum + count, 0) - told;
      // What is left untold is nothing, or all there is.
      expect(hidden === 0 || told === 0).toBe(true);
    }
  });
});

test('a section is read in words, and what was left empty is left out', () => {
  expect(sectionLines({ issues: ['fees', 'confinement'], elsewhere: '' })).toEqual([
    { term: 'What was done', value: 'Money was taken for the job; Not allowed to go out or leave' },
  ]);
  const line = { category: 'COST_MEDICAL', amount: '500', currency: 'NPR', to: 'the agent' };
  const empty = { category: '', amount: '', currency: '', to: '' };
  expect(sectionLines({ lines: [line, empty] })).toEqual([
    { term: expect.any(String), value: '500 NPR to the agent' },
  ]);
  expect(sectionLines('broken')).toEqual([]);
});
