import { describe, expect, test } from 'vitest';

import { mayAct } from './policy.ts';
import {
  change,
  dueInWords,
  effectInWords,
  effectOf,
  isOpen,
  isOverdue,
  move,
  nextStates,
  residualOf,
} from './rules.ts';
import { states, type Residual, type State } from './model.ts';

const entered = (risk: number): Residual => ({ risk, from: 'entered', why: 'As the visit showed us' });
const nothing = { risk: undefined, why: undefined };

describe('an action', () => {
  test('goes from planned to verified, and back to work where it did not do any good', () => {
    const walk = (state: State, to: State) => move({ state }, { to, residual: entered(40) }).ok;
    const allowed = states.flatMap((from) =>
      states.filter((to) => walk(from, to)).map((to) => `${from}>${to}`),
    );
    expect(allowed).toEqual([
      'planned>under_way',
      'under_way>done',
      'done>effective',
      'done>not_effective',
      'not_effective>under_way',
    ]);
    expect(nextStates('effective')).toEqual([]);
  });

  test('is verified only by somebody who says how high the risk is now', () => {
    expect(move({ state: 'done' }, { to: 'effective', residual: undefined })).toEqual({
      ok: false,
      refusal: 'say_the_risk',
    });
    const outcome = move({ state: 'done' }, { to: 'not_effective', residual: entered(60) });
    expect(outcome).toEqual({ ok: true, value: { residual: entered(60) } });
    // Of a step that judges nothing no risk is kept.
    expect(move({ state: 'planned' }, { to: 'under_way', residual: entered(60) })).toEqual({
      ok: true,
      value: { residual: null },
    });
  });

  test('is changed until it was verified, and late only while somebody has to work on it', () => {
    expect(change({ state: 'not_effective' }).ok).toBe(true);
    expect(change({ state: 'effective' })).toEqual({ ok: false, refusal: 'verified_already' });
    const due = (state: State, dueOn: string) => dueInWords({ state, dueOn }, '2026-03-10');
    expect(due('planned', '2026-03-08')).toBe('overdue: 2 days late');
    expect(due('under_way', '2026-03-10')).toBe('due today');
    expect(due('planned', '2026-03-12')).toBe('due in 2 days');
    expect(due('done', '2026-03-01')).toBeUndefined();
    expect(isOverdue({ state: 'not_effective', dueOn: '2026-03-09' }, '2026-03-10')).toBe(true);
    expect(isOverdue({ state: 'done', dueOn: '2026-03-09' }, '2026-03-10')).toBe(false);
    expect(states.filter(isOpen)).toEqual(['planned', 'under_way', 'done', 'not_effective']);
  });

  test('belongs to the people of its own company', () => {
    const actor = { kind: 'company', accountId: 'a', organisationId: 'one' } as const;
    expect(mayAct(actor, 'one')).toBe(true);
    expect(mayAct(actor, 'other')).toBe(false);
    expect(mayAct({ ...actor, kind: 'recruiter' }, 'one')).toBe(false);
  });
});

describe('the residual risk', () => {
  test('is the last score, unless somebody judges otherwise and says why', () => {
    expect(residualOf(62, nothing)).toEqual({ ok: true, value: { risk: 62, from: 'score' } });
    expect(residualOf(undefined, nothing)).toEqual({ ok: true, value: undefined });
    expect(residualOf(62, { risk: 62, why: undefined })).toEqual({
      ok: true,
      value: { risk: 62, from: 'score' },
    });
    expect(residualOf(62, { risk: 40, why: undefined })).toEqual({ ok: false, refusal: 'say_why_the_risk' });
    expect(residualOf(undefined, { risk: 40, why: 'As the visit showed us' })).toEqual({
      ok: true,
      value: entered(40),
    });
  });

  test('is told as it was when planned and when last verified, also where it grew or nobody said', () => {
    const planned = { kind: 'planned', residual: { risk: 62, from: 'score' } } as const;
    const judged = (kind: 'effective' | 'not_effective', risk: number) => ({ kind, residual: entered(risk) });
    const first = judged('not_effective', 70);
    expect(effectOf([planned, first, judged('effective', 41.25)])).toEqual({
      before: planned.residual,
      after: entered(41.25),
    });
    expect(effectInWords([planned, first, judged('effective', 41.25)])).toBe(
      'The residual risk went down from 62 to 41.3 of 100.',
    );
    expect(effectInWords([planned, first])).toBe('The residual risk went up from 62 to 70 of 100.');
    expect(effectInWords([planned, judged('not_effective', 62)])).toBe(
      'The residual risk stayed at 62 of 100.',
    );
    expect(effectInWords([planned])).toContain('was 62 of 100 when this was planned');
    expect(effectInWords([{ kind: 'planned', residual: null }, first])).toContain(
      'Nobody said how high it was before',
    );
    expect(effectInWords([])).toContain('Nobody said');
  });
});
