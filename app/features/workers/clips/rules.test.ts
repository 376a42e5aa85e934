import { describe, expect, test } from 'vitest';

import { standings } from '../../certificates/model.ts';
import { markLanguageCodes } from '../../register/marks/model.ts';
import { checkWords } from '../check/words/check-words.ts';
import { scanOf, spokenAnswerOf, spokenAnswers, type Clip } from './model.ts';
import { clipRoles, mayKeepClips } from './policy.ts';
import { answerOf, put, remove, settleScan, spokenText, standingOf } from './rules.ts';

const [today, before] = ['a'.repeat(32), 'b'.repeat(32)];
const clip: Clip = { textHash: today, sha256: 'one', scan: 'clean' };
const word = (status: string) => `badge of ${status}`;

describe('what is read of an answer', () => {
  test.each(markLanguageCodes)('in %s says what the page says of it', (language) => {
    const say = checkWords[language];
    const read = (answer: (typeof spokenAnswers)[number]) => spokenText(say, answer, word);
    expect(read('certified')).toEqual(['badge of certified', say.certified, say.nowCertified]);
    expect(read('certified_under_watch')).toEqual([
      ...[say.watchTitle, say.watchAudit, say.watchRight, say.nowCertified],
    ]);
    expect(read('suspended')).toEqual([say.suspendedTitle, say.suspended, say.nowStop]);
    expect(read('withdrawn')).toEqual([say.withdrawnTitle, say.withdrawn, say.nowStop]);
    expect(read('expired')).toEqual([say.expiredTitle, say.expired, say.expiredStopped, say.nowStop]);
    expect(read('applicant')).toEqual(['badge of applicant', say.applicant, say.nowStop]);
    expect(read('not_certified')).toEqual(['badge of not_certified', say.refused, say.nowStop]);
    expect(read('unknown')).toEqual([say.unknownTitle, say.unknown, say.nowStop]);
    expect(read('several')).toEqual([say.whichOne, say.otherMany]);
    expect(read('later')).toEqual([say.laterTitle, say.later]);
  });

  test('is of every standing there is', () => {
    expect(spokenAnswers).toEqual([...standings, 'unknown', 'several', 'later']);
    expect(['suspended', 'unknown', 'toString', '', undefined].map(spokenAnswerOf)).toEqual([
      ...['suspended', 'unknown', undefined, undefined, undefined],
    ]);
  });
});

test('an answer that was given is heard as that answer, and a name nobody knows never as a good one', () => {
  const entry = (status: (typeof standings)[number]) => ({
    ...{ registrationNumber: 'LRN1', name: 'x', nameLocal: null, country: 'NP' },
    standing: { status, since: '2026-03-01', reasonClass: null },
  });
  for (const status of standings) expect(answerOf({ kind: 'one', entry: entry(status) })).toBe(status);
  expect(answerOf({ kind: 'none' })).toBe('unknown');
  expect(answerOf({ kind: 'several', entries: [] })).toBe('several');
});

test.each([
  { why: 'nobody recorded it', clip: undefined, is: 'missing' },
  { why: 'it is of the text of today', clip, is: 'heard' },
  { why: 'there is no scanner', clip: { ...clip, scan: 'unscanned' as const }, is: 'heard' },
  { why: 'nobody looked at it yet', clip: { ...clip, scan: 'quarantined' as const }, is: 'checking' },
  { why: 'a virus was found', clip: { ...clip, scan: 'infected' as const }, is: 'missing' },
  { why: 'the text is another', clip: { ...clip, textHash: before }, is: 'stale' },
  {
    ...{ why: 'the text is another, and nobody looked at it', is: 'stale' },
    clip: { ...clip, textHash: before, scan: 'quarantined' as const },
  },
])('a recording is $is where $why', ({ clip: of, is }) => {
  expect(standingOf(of, today)).toBe(is);
});

describe('whoever records', () => {
  const sent = { textHash: today, sha256: 'two' };
  test.each([
    { why: 'the first', current: undefined, of: sent, is: { ok: true, value: 'first' } },
    { why: 'another', current: clip, of: sent, is: { ok: true, value: 'replaced' } },
    {
      why: 'the same',
      current: clip,
      of: { ...sent, sha256: 'one' },
      is: { ok: false, refusal: 'same_file' },
    },
    {
      ...{ why: 'the same, of a text that came since', is: { ok: true, value: 'replaced' } },
      ...{ current: { ...clip, textHash: before }, of: { ...sent, sha256: 'one' } },
    },
    {
      ...{ why: 'one of a text that is gone', is: { ok: false, refusal: 'text_changed' } },
      ...{ current: undefined, of: { ...sent, textHash: before } },
    },
  ])('sends $why', ({ current, of, is }) => {
    expect(put(current, of, today)).toEqual(is);
  });

  test('removes what is there', () => {
    expect(remove(clip)).toEqual({ ok: true, value: clip });
    expect(remove(undefined)).toEqual({ ok: false, refusal: 'nothing_there' });
  });

  test('is an officer or a caseworker', () => {
    const as = (kind: 'officer' | 'caseworker' | 'decider' | 'trainer') =>
      mayKeepClips({ kind, accountId: '', organisationId: '' });
    expect(clipRoles.map(as)).toEqual([true, true]);
    expect([as('decider'), as('trainer'), mayKeepClips({ kind: 'visitor' })]).toEqual([false, false, false]);
  });
});

test('a scanner says once what it found, and a word nobody knows is no clean one', () => {
  const waiting = { ...clip, scan: 'quarantined' as const };
  expect(settleScan(waiting, 'infected')).toEqual({ ok: true, value: 'infected' });
  for (const scan of ['clean', 'infected', 'unscanned'] as const)
    expect(settleScan({ scan }, 'clean')).toEqual({ ok: false, refusal: 'already_scanned' });
  expect(settleScan(undefined, 'clean')).toEqual({ ok: false, refusal: 'already_scanned' });
  expect(['clean', 'fine', ''].map(scanOf)).toEqual(['clean', 'quarantined', 'quarantined']);
});
