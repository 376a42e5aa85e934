import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { grades } from '#app/features/scheme/model.ts';

import { auditStates, conformities, type Audit } from '../model.ts';
import type { Current, Earlier, Wording } from './model.ts';
import {
  closeFieldwork,
  gradesRaised,
  inOrder,
  leftToDo,
  needsNote,
  raiseGraded,
  receive,
  recordReadiness,
  resolve,
  seenOf,
} from './rules.ts';

const known = {
  ...{ id: 'a', reference: 'AUD-00001', type: 'stage2' as const, applicationId: 'p', certificateId: null },
  ...{ organisationId: 'o', auditBodyId: 'b', schemeVersionId: 'v', team: [] },
};
const days = {
  noticeType: 'announced',
  startsOn: '2026-03-15',
  endsOn: '2026-03-17',
  plan: 'Head office',
} as const;
const running: Audit = { ...known, ...days, state: 'in_progress' };
const reported = { summary: 'Sound', reportedAt: new Date(0), reportedBy: 'l', reviewedBy: 'r' };
const more = {
  postponedUntil: '2026-05-14',
  abortReason: 'safety',
  cancelCause: 'body',
  factCheckDueOn: '2026-03-24',
  readiness: null,
};
const inState = (state: Audit['state']): Audit =>
  Object.assign({ ...running, ...reported, ...more }, { state });

const words = (note: string): Wording => ({ conformity: 'conforms', note, evidence: '' });
const edit = (note: string, base: number) => ({ ...words(note), base });
const current = (note: string, revision: number): Current => ({ ...words(note), revision });
const met = { exists: true, cites: true, current: undefined, earlier: undefined };

describe('an edit that comes from a device', () => {
  test.each(auditStates.filter((state) => state !== 'in_progress'))(
    'is kept, not taken, while the audit is %s',
    (state) => {
      expect(receive(inState(state), edit('mine', 0), met)).toEqual({
        outcome: 'refused',
        refusal: `audit_is_${state}`,
      });
    },
  );

  test('is refused by name where nobody could work with it', () => {
    expect(receive(running, edit('x', 0), { ...met, exists: false })).toMatchObject({
      refusal: 'no_such_indicator',
    });
    expect(receive(running, { ...edit('', 0), conformity: 'does_not_conform' }, met)).toMatchObject({
      refusal: 'note_missing',
    });
    expect(receive(running, edit('x'.repeat(10_001), 0), met)).toMatchObject({ refusal: 'text_too_long' });
    expect(receive(running, edit('W-07 says so', 0), { ...met, cites: false })).toMatchObject({
      refusal: 'unknown_interview',
    });
  });

  test('is the first answer, or goes over the revision its author saw', () => {
    expect(receive(running, edit('mine', 0), met)).toEqual({ outcome: 'applied', revision: 1, writes: true });
    expect(receive(running, edit('mine', 2), { ...met, current: current('before', 2) })).toEqual({
      ...{ outcome: 'applied', revision: 3, writes: true },
    });
  });

  test('never goes over what its author did not see', () => {
    const theirs = { ...met, current: current('theirs', 3) };
    expect(receive(running, edit('mine', 2), theirs)).toEqual({ outcome: 'conflict', revision: 3 });
    expect(receive(running, edit('mine', 9), theirs)).toEqual({ outcome: 'conflict', revision: 3 });
    expect(receive(running, edit('theirs', 2), theirs)).toEqual({
      outcome: 'applied',
      revision: 3,
      writes: false,
    });
  });

  test.each<[string, Earlier, 'applied' | 'conflict']>([
    ['follows its own last one', { outcome: 'applied', revision: 3, open: false }, 'applied'],
    ['does not where somebody wrote since', { outcome: 'applied', revision: 2, open: false }, 'conflict'],
    ['stays in the conflict that is open', { outcome: 'conflict', revision: 3, open: true }, 'conflict'],
  ])('%s', (_what, earlier, outcome) => {
    expect(receive(running, edit('again', 1), { ...met, current: current('now', 3), earlier })).toMatchObject(
      {
        outcome,
      },
    );
  });
});

test('two devices in any order: no wording disappears unseen, and every edit has one answer', () => {
  const step = fc.record({
    device: fc.constantFrom('a', 'b'),
    note: fc.constantFrom('x', 'y', 'z'),
    looks: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let stands: Current | undefined;
      const authors = new Set<string>();
      const seen: Record<string, number> = { a: 0, b: 0 };
      const last: Record<string, Earlier | undefined> = {};
      for (const { device, note, looks } of steps) {
        if (looks) seen[device] = stands?.revision ?? 0;
        const before = stands;
        const verdict = receive(running, edit(note, seen[device] ?? 0), {
          ...{ ...met, current: before, earlier: last[device] },
        });
        if (verdict.outcome === 'refused') throw new Error('Nothing here is refused');
        if (verdict.outcome === 'applied' && verdict.writes) {
          // Whoever writes over a wording that is not their own has seen exactly that one.
          if (before && !authors.has(device)) expect(seen[device]).toBe(before.revision);
          expect(verdict.revision).toBe((before?.revision ?? 0) + 1);
          stands = current(note, verdict.revision);
          authors.clear();
          authors.add(device);
        } else {
          // Who says the same in the same words is an author of them, too.
          if (verdict.outcome === 'applied') authors.add(device);
          expect(verdict.revision).toBe(before?.revision);
        }
        last[device] = { ...verdict, open: verdict.outcome === 'conflict' };
      }
    }),
  );
});

test('edits go by the device’s own count, whatever order they came in; a missing one stops them', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 0, max: 20 }),
      fc.nat(),
      (next, many, place) => {
        const all = Array.from({ length: many }, (_one, at) => ({ seq: next + at }));
        const turned = [...all.slice(place % (many || 1)), ...all.slice(0, place % (many || 1))];
        expect(inOrder(turned, next)).toEqual({ ok: true, value: all });
        if (many > 0) {
          expect(inOrder(all, next - 1).ok).toBe(false);
          expect(inOrder(all, next + 1).ok).toBe(false);
          expect(inOrder([...all, ...all], next).ok).toBe(false);
        }
      },
    ),
  );
});

test('an answer that accuses or excuses says why', () => {
  const wanting = conformities.filter((conformity) => needsNote({ conformity, note: '' }));
  expect(wanting).toEqual(['does_not_conform', 'not_applicable']);
  expect(conformities.filter((conformity) => needsNote({ conformity, note: 'Why' }))).toEqual([]);
});

describe('a conflict', () => {
  const compared = { current: current('theirs', 3), conflicts: [{ id: 'op', ...words('mine') }] };
  const chosen = (choice: string) => ({ choice, seen: seenOf(compared), ...words('both') });

  test.each([
    ['standing', 'theirs'],
    ['op', 'mine'],
    ['new', 'both'],
  ])('ends with %s as a revision of its own', (choice, note) => {
    expect(resolve(running, compared, chosen(choice))).toEqual({
      ok: true,
      value: { revision: 4, ...words(note) },
    });
  });

  test('is not settled over what was not compared, nor twice, nor after fieldwork', () => {
    expect(resolve(running, compared, { ...chosen('op'), seen: '2 op' })).toMatchObject({
      refusal: 'conflict_changed',
    });
    expect(resolve(running, { ...compared, conflicts: [] }, chosen('op'))).toMatchObject({
      refusal: 'no_conflict',
    });
    expect(resolve(inState('fieldwork_done'), compared, chosen('op'))).toMatchObject({
      refusal: 'audit_is_fieldwork_done',
    });
  });

  test('holds up the end of fieldwork, of stage 1 too', () => {
    const counts = { ...nothing, conflicts: 1 };
    expect(closeFieldwork(running, counts, heard)).toEqual({ ok: false, refusal: 'conflicts_open' });
    expect(closeFieldwork({ ...running, type: 'stage1' }, counts, heard)).toEqual({
      ok: false,
      refusal: 'conflicts_open',
    });
  });
});

const covered = { unseen: 0, coverage: '' };
const heard = { ...covered, short: false, reasons: '' };
const nothing = { conflicts: 0, open: 0, unheard: 0, unjudged: 0, concerns: 0, misuses: 0, unfound: 0 };

describe('fieldwork ends', () => {
  test.each([
    { what: 'an indicator is open', left: { open: 1 }, refusal: 'indicators_open' },
    { what: 'a worker has no outcome', left: { unheard: 1 }, refusal: 'interviews_open' },
    { what: 'a correction was not judged', left: { unjudged: 1 }, refusal: 'effectiveness_open' },
    { what: 'a concern of stage 1 is open', left: { concerns: 1 }, refusal: 'concerns_open' },
    { what: 'what does not conform is no finding', left: { unfound: 1 }, refusal: 'findings_missing' },
    { what: 'a misuse is no finding yet', left: { misuses: 1 }, refusal: 'misuses_open' },
  ])('not while $what', ({ left, refusal }) => {
    expect(closeFieldwork(running, { ...nothing, ...left }, heard)).toEqual({ ok: false, refusal });
  });

  test('over open indicators in stage 1, neither in stage 2 nor before three more years', () => {
    const open = { ...nothing, open: 93 };
    expect(closeFieldwork(running, open, heard)).toEqual({ ok: false, refusal: 'indicators_open' });
    const again = closeFieldwork({ ...running, type: 'recertification' }, open, heard);
    expect(again).toEqual({ ok: false, refusal: 'indicators_open' });
    expect(closeFieldwork({ ...running, type: 'stage1' }, open, heard)).toMatchObject({ ok: true });
  });

  test('with nothing left', () => {
    expect(closeFieldwork(running, nothing, heard)).toMatchObject({
      ok: true,
      value: { state: 'fieldwork_done' },
    });
  });

  test('short of its sample with reasons alone, after all else is done', () => {
    const few = { ...covered, short: true, reasons: 'Too few letters.' };
    const open = { ...nothing, open: 1 };
    expect(closeFieldwork(running, open, few)).toEqual({ ok: false, refusal: 'indicators_open' });
    expect(closeFieldwork(running, nothing, few)).toEqual({ ok: false, refusal: 'sample_short' });
    expect(closeFieldwork(running, nothing, { ...few, reasons: 'x'.repeat(20) })).toMatchObject({
      ok: true,
    });
  });

  test('over principles nothing was looked at of with reasons alone', () => {
    const unseen = { ...heard, unseen: 2, coverage: 'Too few letters.' };
    expect(closeFieldwork(running, nothing, unseen)).toEqual({ ok: false, refusal: 'principles_unseen' });
    const said = { ...unseen, coverage: 'x'.repeat(20) };
    expect(closeFieldwork(running, nothing, said)).toMatchObject({ ok: true });
  });

  test('in stage 1 without indicators and past findings, in surveillance without all indicators', () => {
    const left = { ...nothing, open: 9, unjudged: 2, unfound: 1 };
    expect(leftToDo({ type: 'stage1' }, left)).toEqual(nothing);
    expect(leftToDo({ type: 'surveillance' }, left)).toEqual({ ...nothing, unjudged: 2, unfound: 1 });
    expect(leftToDo({ type: 'stage1' }, { ...left, unheard: 1 })).toMatchObject({ unheard: 1 });
  });
});

test('stage 1 raises what cannot wait, and calls nobody ready over it', () => {
  const stage1: Audit = { ...running, type: 'stage1' };
  expect(gradesRaised(stage1)).toEqual(['critical']);
  expect(gradesRaised(running)).toEqual(grades);
  expect(raiseGraded(stage1, 'critical').ok).toBe(true);
  expect(raiseGraded(stage1, 'major')).toEqual({ ok: false, refusal: 'only_critical_in_stage1' });
  expect(raiseGraded(running, 'major').ok).toBe(true);
  expect(raiseGraded(inState('tech_review'), 'critical').ok).toBe(false);
  const done: Audit = { ...inState('fieldwork_done'), type: 'stage1' };
  expect(recordReadiness(done, 'ready', true)).toEqual({ ok: false, refusal: 'critical_finding_open' });
  expect(recordReadiness(done, 'not_ready', true).ok).toBe(true);
  expect(recordReadiness(done, 'ready', false).ok).toBe(true);
});
