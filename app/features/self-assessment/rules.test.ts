import { describe, expect, test } from 'vitest';

import { elements, noScores, unanswered, type Answer, type Attempt, type Maturity } from './model.ts';
import { mayAssessSelf } from './policy.ts';
import {
  change,
  complete,
  gaps,
  isWhole,
  maturityBy,
  maturityOf,
  maturityOfElement,
  meet,
  nextPart,
  same,
  score,
  trend,
  weakest,
} from './rules.ts';

const all = (maturity: Maturity): Answer => ({
  ...unanswered,
  scores: {
    policies: maturity,
    communication: maturity,
    skills: maturity,
    monitoring: maturity,
    improvement: maturity,
  },
});
const doesNotApply: Answer = { ...unanswered, notApplicableReason: 'We employ no drivers at all.' };
const half: Answer = { ...unanswered, scores: { ...noScores, policies: 4 } };

const indicator = (code: string, answer: Answer) => ({
  code,
  criterionCode: code.slice(0, 3),
  principleCode: code.slice(0, 1),
  answer,
});

describe('score', () => {
  test('is the mean of five elements', () => {
    expect(score({ ...all(4), scores: { ...all(4).scores, skills: 0, monitoring: 1 } })).toBeCloseTo(2.6);
  });
  test.each([
    { why: 'nobody answered', answer: unanswered },
    { why: 'an element is open', answer: half },
    { why: 'it does not apply', answer: doesNotApply },
  ])('is nothing where $why', ({ answer }) => {
    expect(score(answer)).toBeUndefined();
  });
});

test('an answer is whole with every element, or with the reason why it does not apply', () => {
  expect([all(0), doesNotApply, half, unanswered].map(isWhole)).toEqual([true, true, false, false]);
});

describe('maturityOf', () => {
  const indicators = [
    indicator('1.1.1', all(4)),
    indicator('1.1.2', all(1)),
    indicator('1.2.1', doesNotApply),
    indicator('2.1.1', half),
  ];
  test('counts what is answered and applies', () => {
    expect(maturityOf(indicators)).toBe(2.5);
    expect(maturityOf([])).toBeUndefined();
  });
  test('is told by principle and by criterion, in their order', () => {
    expect(maturityBy(indicators, 'principleCode')).toEqual([
      { code: '1', maturity: 2.5, whole: true },
      { code: '2', maturity: undefined, whole: false },
    ]);
    expect(maturityBy(indicators, 'criterionCode').map(({ code }) => code)).toEqual(['1.1', '1.2', '2.1']);
  });
  test('an element counts each indicator that says something about it', () => {
    expect(maturityOfElement(indicators, 'policies')).toBe(3);
    expect(elements.map((element) => maturityOfElement([indicator('1.1.1', doesNotApply)], element))).toEqual(
      Array.from({ length: 5 }, () => undefined),
    );
  });
});

test('the weakest come first, and what works is not weak', () => {
  const indicators = [
    indicator('1.1.1', all(3)),
    indicator('1.1.2', all(1)),
    indicator('2.1.1', all(0)),
    indicator('2.1.2', all(2)),
    indicator('2.1.3', doesNotApply),
  ];
  expect(weakest(indicators, 2).map(({ code, maturity }) => [code, maturity])).toEqual([
    ['2.1.1', 0],
    ['1.1.2', 1],
  ]);
});

test('a gap is a criterion that is not in place, with the training that serves it', () => {
  const modules = [
    { code: 'M1', title: 'Costing', criteria: ['1.1', '1.2'] },
    { code: 'M2', title: 'Movement', criteria: ['2.1'] },
  ];
  const found = gaps(
    [
      indicator('1.1.1', all(2)),
      indicator('1.2.1', all(3)),
      indicator('2.1.1', all(0)),
      indicator('3.1.1', unanswered),
    ],
    modules,
  );
  expect(
    found.map(({ criterionCode, maturity, modules: served }) => [
      criterionCode,
      maturity,
      served.map(({ code }) => code),
    ]),
  ).toEqual([
    ['2.1', 0, ['M2']],
    ['1.1', 2, ['M1']],
  ]);
});

test('a trend tells attempts in order, each beside the one before', () => {
  const told = trend([
    { attempt: 2, indicators: [indicator('1.1.1', all(3)), indicator('2.1.1', all(2))] },
    { attempt: 1, indicators: [indicator('1.1.1', all(1)), indicator('2.1.1', all(2))] },
  ]);
  expect(told.map(({ attempt, maturity, change: moved }) => [attempt, maturity, moved])).toEqual([
    [1, 1.5, undefined],
    [2, 2.5, 1],
  ]);
  expect(told[1]?.principles.map(({ maturity }) => maturity)).toEqual([3, 2]);
});

describe('meet', () => {
  const mine = all(3);
  test.each([
    {
      why: 'nobody else saved',
      seen: unanswered,
      seenRevision: 0,
      standing: unanswered,
      revision: 0,
      kind: 'write',
    },
    {
      why: 'it is what stands',
      seen: unanswered,
      seenRevision: 0,
      standing: all(3),
      revision: 1,
      kind: 'same',
    },
    {
      why: 'only others touched it',
      seen: all(3),
      seenRevision: 1,
      standing: all(1),
      revision: 2,
      kind: 'same',
    },
    {
      why: 'both touched it',
      seen: all(2),
      seenRevision: 1,
      standing: all(1),
      revision: 2,
      kind: 'conflict',
    },
  ])('is $kind when $why', ({ seen, seenRevision, standing, revision, kind }) => {
    expect(meet({ mine, seen, seenRevision, standing, revision })).toEqual({ kind });
  });
  test('a comment or a reason is part of the answer', () => {
    expect(same(mine, { ...mine, comment: 'Seen' })).toBe(false);
    expect(same(doesNotApply, { ...doesNotApply })).toBe(true);
  });
});

test('one goes on with the next open criterion, then from the top, then nowhere', () => {
  const parts = [
    { code: 'A.1', open: 1 },
    { code: 'A.2', open: 2 },
    { code: 'A.3', open: 0 },
  ];
  expect(nextPart(parts, 'A.1')).toBe('A.2');
  expect(nextPart(parts, 'A.2')).toBe('A.1');
  expect(nextPart([{ code: 'A.1', open: 3 }], 'A.1')).toBe('A.1');
  expect(nextPart([{ code: 'A.1', open: 0 }], 'A.1')).toBeUndefined();
});

describe('complete', () => {
  const now = new Date('2026-03-01T09:00:00Z');
  const open: Attempt = {
    id: 'a',
    organisationId: 'o',
    schemeVersionId: 'v',
    attempt: 1,
    startedAt: now,
    completedAt: null,
  };
  const completed: Attempt = { ...open, completedAt: now };
  test('keeps when', () => {
    expect(complete(open, 0, now)).toEqual({ ok: true, value: completed });
  });
  test('is refused while indicators are open, and a second time', () => {
    expect(complete(open, 1, now)).toEqual({ ok: false, refusal: 'indicators_open' });
    expect(complete(completed, 0, now)).toEqual({ ok: false, refusal: 'already_completed' });
  });
  test('a completed attempt is not changed', () => {
    expect(change(open).ok).toBe(true);
    expect(change(completed)).toEqual({ ok: false, refusal: 'already_completed' });
  });
});

test('only the agency’s own people assess it', () => {
  const person = { accountId: 'p', organisationId: 'o' };
  expect(mayAssessSelf({ kind: 'recruiter', ...person }, 'o')).toBe(true);
  expect(mayAssessSelf({ kind: 'recruiter', ...person }, 'other')).toBe(false);
  expect(mayAssessSelf({ kind: 'officer', ...person }, 'o')).toBe(false);
});
