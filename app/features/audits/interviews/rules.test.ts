import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { auditStates, type Audit, type AuditState } from '../model.ts';
import { failures, interviewOutcomes } from './model.ts';
import { progressOf } from './progress.ts';
import { endInterview, pointsAt, pseudonymBeside, recordInterview, writeInterview } from './rules.ts';

const audit = (state: AuditState): Audit => ({
  ...{ id: 'a', reference: 'AUD-1', type: 'stage2', applicationId: 'p', certificateId: null, team: [] },
  ...{ organisationId: 'agency', auditBodyId: 'body', schemeVersionId: 'v' },
  ...{ noticeType: 'announced', startsOn: '2026-03-01', endsOn: '2026-03-02', plan: '' },
  ...{ summary: '', reportedAt: new Date(0), reportedBy: 'lead', reviewedBy: 'r', readiness: null },
  ...{ postponedUntil: '', abortReason: 'safety', factCheckDueOn: '' },
  state,
});
const words = { notes: 'She paid.', name: '', phone: '' };

describe('interviews are made during fieldwork and stand afterwards', () => {
  test.each(auditStates)('%s', (state) => {
    const open = state === 'in_progress';
    expect(recordInterview(audit(state)).ok).toBe(open);
    expect(writeInterview(audit(state), { outcome: 'open' }, words).ok).toBe(open);
    expect(endInterview(audit(state), { outcome: 'open' }, 'refused').ok).toBe(open);
  });
});

describe('what may become of a worker', () => {
  const running = audit('in_progress');
  test.each(interviewOutcomes)('%s', (outcome) => {
    const written = writeInterview(running, { outcome }, words);
    expect(written).toEqual(
      outcome === 'refused'
        ? { ok: false, refusal: 'interview_refused' }
        : { ok: true, value: { outcome: 'done' } },
    );
    for (const failure of failures)
      expect(endInterview(running, { outcome }, failure)).toEqual(
        outcome === 'done' || outcome === 'refused'
          ? { ok: false, refusal: `interview_${outcome}` }
          : { ok: true, value: { outcome: failure } },
      );
  });

  test('notes that name the worker are not taken', () => {
    const named = { ...words, name: 'Kamala Rai', notes: 'KAMALA paid.' };
    expect(writeInterview(running, { outcome: 'open' }, named)).toEqual({
      ok: false,
      refusal: 'notes_name_worker',
    });
  });
});

test.each([
  ['Kamala paid.', 'Kamala Rai', '', true],
  ['The Kamalas paid.', 'Kamala Rai', '', false],
  ['Rai is a word here.', 'Kamala Rai', '', false],
  ['Call 98-4123 7701 at night.', '', '+977 98 4123 7701', true],
  ['She paid 4,123 twice.', '', '+977 98 4123 7701', false],
  ['Whatever.', '', '', false],
  ['कमला ले तिर्यो', 'कमला राई', '', true],
])('%s points at %s %s: %s', (notes, name, phone, expected) => {
  expect(pointsAt({ notes, name, phone })).toBe(expected);
});

test('a key is one that nobody has, whatever is taken and drawn, until none is left', () => {
  const key = (number: number) => `W-${String(number).padStart(2, '0')}`;
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 999 })), fc.nat(), (numbers, drawn) => {
      const taken = numbers.map(key);
      const given = pseudonymBeside(taken, (below) => drawn % below);
      expect(given.ok && !taken.includes(given.value) && /^W-\d{2,3}$/.test(given.value)).toBe(true);
    }),
  );
  const all = Array.from({ length: 999 }, (_, at) => key(at + 1));
  expect(pseudonymBeside(all, () => 0)).toEqual({ ok: false, refusal: 'interviews_full' });
});

test('strata are counted by those who are in them', () => {
  const base = { corridor: 'NP-QA', stage: 'later', sex: 'female', reached: 'without_recruiter' } as const;
  const counted = progressOf([
    { ...base, outcome: 'done' },
    { ...base, corridor: 'NP-MY', reached: 'through_recruiter', outcome: 'done' },
    { ...base, sex: 'male', outcome: 'refused' },
    { ...base, outcome: 'unreachable' },
  ]);
  expect(counted.corridors).toEqual([
    { of: 'NP-MY', all: 1, done: 1, refused: 0, unreachable: 0 },
    { of: 'NP-QA', all: 3, done: 1, refused: 1, unreachable: 1 },
  ]);
  expect(counted.sexes.map(({ of, all }) => [of, all])).toEqual([
    ['female', 3],
    ['male', 1],
  ]);
  expect([counted.heard, counted.alone, counted.stages.length]).toEqual([2, 1, 1]);
});
