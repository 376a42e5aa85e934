import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { auditStates, type Audit, type AuditState } from '../model.ts';
import { keysIn, withoutKeys } from './keys.ts';
import { failures, interviewOutcomes } from './model.ts';
import { needsSample } from '../planning/rules.ts';
import { pointsAt } from './pointing.ts';
import { progressOf, sampledOf } from './progress.ts';
import {
  citeInterviews,
  destroyIdentities,
  endInterview,
  forgetKept,
  hearInterview,
  isShort,
  pseudonymBeside,
  recordInterview,
  writeInterview,
} from './rules.ts';

const audit = (state: AuditState): Audit => ({
  ...{ id: 'a', reference: 'AUD-1', type: 'stage2', applicationId: 'p', certificateId: null, team: [] },
  ...{ organisationId: 'agency', auditBodyId: 'body', schemeVersionId: 'v' },
  ...{ noticeType: 'announced', startsOn: '2026-03-01', endsOn: '2026-03-02', plan: '' },
  ...{ summary: '', reportedAt: new Date(0), reportedBy: 'lead', reviewedBy: 'r', readiness: null },
  ...{ postponedUntil: '', abortReason: 'safety', cancelCause: 'body', factCheckDueOn: '' },
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

describe('an interview from a device is begun and ended at once, by the same rules', () => {
  const told = { outcome: 'done', ...words } as const;

  test.each(auditStates)('%s', (state) => {
    for (const outcome of ['refused', 'unreachable'] as const)
      expect(hearInterview(audit(state), { ...told, outcome }).ok).toBe(state === 'in_progress');
    expect(hearInterview(audit(state), told).ok).toBe(state === 'in_progress');
  });

  test('with notes that lead to nobody', () => {
    const running = audit('in_progress');
    expect(hearInterview(running, told)).toEqual({ ok: true, value: { outcome: 'done' } });
    expect(hearInterview(running, { ...told, name: 'Kamala', notes: 'Kamala paid.' })).toEqual({
      ok: false,
      refusal: 'notes_name_worker',
    });
  });

  test('one that was not recorded is forgotten so many days after it came', () => {
    const on = (today: string) => forgetKept('2026-03-01', { days: 90, today }).ok;
    expect([on('2026-05-29'), on('2026-05-30')]).toEqual([false, true]);
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
  const strata = [
    { dimension: 'corridor', name: 'NP-QA', interviews: 8 },
    { dimension: 'corridor', name: 'NP-AE', interviews: 3 },
    { dimension: 'sex', name: 'NP-MY', interviews: 5 },
  ];
  const within = [
    { ...base, outcome: 'done' as const },
    { ...base, corridor: 'NP-MY', reached: 'through_recruiter' as const, outcome: 'done' as const },
    { ...base, sex: 'male' as const, outcome: 'refused' as const },
    { ...base, outcome: 'unreachable' as const },
  ];
  const counted = progressOf(within, { target: 11, withoutHelp: 3, strata });
  expect(counted.corridors).toEqual([
    { of: 'NP-AE', all: 0, done: 0, refused: 0, unreachable: 0, planned: 3 },
    { of: 'NP-MY', all: 1, done: 1, refused: 0, unreachable: 0, planned: undefined },
    { of: 'NP-QA', all: 3, done: 1, refused: 1, unreachable: 1, planned: 8 },
  ]);
  expect(counted.sexes.map(({ of, all }) => [of, all])).toEqual([
    ['female', 3],
    ['male', 1],
  ]);
  expect([counted.heard, counted.alone, counted.stages.length]).toEqual([2, 1, 1]);
  expect([counted.target, counted.aloneTarget]).toEqual([11, 3]);
  expect(progressOf(within).corridors.map(({ of }) => of)).toEqual(['NP-MY', 'NP-QA']);
});

describe('who somebody was', () => {
  const ended = ['report_final', 'caps_open', 'ready_for_decision', 'closed', 'failed', 'aborted'];
  const term = { endedOn: '2026-03-01', days: 90 };
  test.each(auditStates)(
    'is forgotten ninety days after the end and no earlier, while the audit is %s',
    (state) => {
      const due = ended.includes(state);
      expect(destroyIdentities(audit(state), { ...term, today: '2026-05-30' }).ok).toBe(due);
      expect(destroyIdentities(audit(state), { ...term, today: '2026-05-29' }).ok).toBe(false);
      expect(destroyIdentities(audit(state), { ...term, endedOn: null, today: '2030-01-01' }).ok).toBe(false);
    },
  );
});

test('a text leads to interviews of its own audit alone', () => {
  expect(keysIn('W-07 and W-12; W-07 again, W-1, XW-22, W-1234')).toEqual(['W-07', 'W-12']);
  expect(citeInterviews('W-07 says so.', ['W-07']).ok).toBe(true);
  expect(citeInterviews('Nobody says so.', []).ok).toBe(true);
  expect(citeInterviews('W-07, W-08', ['W-07'])).toEqual({ ok: false, refusal: 'unknown_interview' });
});

describe('a sample', () => {
  const plan = {
    ...{ target: 6, withoutHelp: 2 },
    strata: [
      { dimension: 'corridor', name: 'NP-QA', interviews: 4 },
      { dimension: 'corridor', name: 'Nepal to the Gulf', interviews: 1 },
      { dimension: 'corridor', name: 'Elsewhere', interviews: 1 },
      { dimension: 'sex', name: 'Women', interviews: 6 },
    ],
  };
  const one = {
    corridor: 'NP-QA',
    stage: 'later',
    sex: 'female',
    reached: 'through_recruiter',
    outcome: 'done',
  } as const;
  const alone = { ...one, reached: 'without_recruiter' } as const;
  const elsewhere = { ...one, corridor: 'NP-AE' };
  const all = [one, one, alone, alone, elsewhere, { ...elsewhere, corridor: 'NP-MY' }];
  const heard = (interviews: Parameters<typeof sampledOf>[0]) => sampledOf(interviews, plan);

  test('is needed where workers are asked, not at the desk', () => {
    expect(needsSample('stage2')).toBe(true);
    expect(needsSample('stage1')).toBe(false);
  });

  test('that was heard is not short; corridors it calls by no two countries are one', () => {
    expect(heard(all)).toEqual({
      ...{ target: 6, heard: 6, aloneTarget: 2, alone: 2, refused: 0, unreachable: 0, short: [] },
    });
    expect(isShort(heard(all))).toBe(false);
  });

  test.each([
    { why: 'in all', interviews: all.slice(1) },
    { why: 'where somebody refused', interviews: [{ ...one, outcome: 'refused' as const }, ...all.slice(1)] },
    {
      why: 'without the recruiter’s help',
      interviews: all.map((worker) => ({ ...worker, reached: one.reached })),
    },
    { why: 'on a corridor it names', interviews: [...all.slice(1), elsewhere] },
    { why: 'on the others', interviews: [...all.slice(0, 5), one] },
  ])('is short $why', ({ interviews }) => {
    expect(isShort(heard(interviews))).toBe(true);
  });

  test('tells the corridors that are short, and whom it tried', () => {
    const tried = [{ ...one, outcome: 'unreachable' as const }, ...all.slice(1, 5)];
    expect(heard(tried)).toMatchObject({
      ...{ heard: 4, unreachable: 1 },
      short: [
        { corridor: 'NP-QA', planned: 4, heard: 3 },
        { corridor: 'other', planned: 2, heard: 1 },
      ],
    });
  });
});

test('a text carried elsewhere keeps its words and loses its keys', () => {
  expect(keysIn(withoutKeys('W-03 paid; W-1204 is a form.'))).toEqual([]);
  expect(withoutKeys('W-03 paid; W-1204 is a form.')).toBe('a worker heard then paid; W-1204 is a form.');
});
