import { describe, expect, test } from 'vitest';

import type { Assessing, Bundle, Entry, Kept, Outcome } from './model.ts';
import { readBundle, readResults } from './replies.ts';
import {
  counts,
  mayRemove,
  openConflict,
  pauseAfter,
  removalInWords,
  standingInWords,
  standingOf,
} from './shown.ts';

const at = '2026-03-01T09:00:00Z';
const answer = { conformity: 'conforms', note: 'Seen', evidence: '' } as const;
const onServer = { code: '1.1.1', ...answer, revision: 2, by: 'Devi', at };

const bundle = (assessments: Bundle['assessments']): Bundle => ({
  audit: { id: 'a', reference: 'AUD-1', recruiter: 'Everest', state: 'in_progress' },
  indicators: [{ code: '1.1.1', principle: '1', criterion: '1.1', text: 'A schedule', hint: '' }],
  assessments,
  me: { accountId: 'me', name: 'Asha' },
});
const entry = (seq: number, outcome: Outcome, note = `note ${seq}`): Entry<Assessing> => ({
  operation: { ...answer, id: `op-${seq}`, seq, kind: 'assess', code: '1.1.1', note, base: 2, madeAt: at },
  outcome,
});
const kept = (over: Partial<Kept>): Kept => ({
  ...{ bundle: bundle([onServer]), takenAt: at, entries: [], drafts: {}, raising: {}, photos: [] },
  ...over,
});
const theirs = { ...answer, note: 'Theirs', by: 'Devi', at };
const conflict: Outcome = { state: 'conflict', revision: 2, theirs };

describe('an indicator stands', () => {
  test.each([
    ['open where nobody answered', kept({ bundle: bundle([]) }), 'open', ''],
    ['as the server has it', kept({}), 'answered', 'Seen'],
    [
      'as it waits, the latest first',
      kept({ entries: [1, 2].map((seq) => entry(seq, { state: 'waiting' })) }),
      'waiting',
      'note 2',
    ],
    ['in conflict until somebody chose', kept({ entries: [entry(1, conflict)] }), 'conflict', 'note 1'],
    [
      'as the server has it once somebody chose',
      kept({ entries: [entry(1, conflict)], bundle: bundle([{ ...onServer, revision: 3 }]) }),
      'answered',
      'Seen',
    ],
    [
      'as it is being typed, before all else',
      kept({
        entries: [entry(1, { state: 'waiting' })],
        drafts: { '1.1.1': { ...answer, note: 'Typ', base: 2 } },
      }),
      'draft',
      'Typ',
    ],
  ] as const)('%s', (_what, now, state, note) => {
    expect(standingOf(now, '1.1.1')).toMatchObject({ state, note });
  });

  test('over the revision its author saw', () => {
    expect(standingOf(kept({}), '1.1.1').base).toBe(2);
    expect(standingOf(kept({ bundle: bundle([]) }), '1.1.1').base).toBe(0);
    expect(openConflict([entry(1, conflict)], { ...onServer, revision: 3 })).toBeUndefined();
  });
});

test('what exists here alone keeps the audit on the device', () => {
  const told = counts(kept({}));
  expect(mayRemove(told)).toBe(true);
  expect(mayRemove(counts(kept({ entries: [entry(1, { state: 'waiting' })] })))).toBe(false);
  expect(mayRemove({ ...told, photosWaiting: 1 })).toBe(false);
  expect(mayRemove({ ...told, drafts: 1 })).toBe(false);
  expect(mayRemove(counts(kept({ entries: [entry(1, conflict)] })))).toBe(true);
});

test('the line says how it stands', () => {
  const none = counts(kept({}));
  expect(standingInWords(true, none)).toBe('Everything you saved is with the server.');
  expect(standingInWords(false, { ...none, waiting: 1, photosWaiting: 2 })).toBe(
    'No network. 1 answer waits and 2 photos wait, kept on this device.',
  );
  expect(standingInWords(true, { ...none, waiting: 14 })).toBe('Sending: 14 answers wait.');
});

test('tries come later each time, but never later than a minute', () => {
  expect([1, 2, 3, 5, 6, 60].map(pauseAfter)).toEqual([2, 4, 8, 32, 60, 60]);
});

test('what the server says is read before it is believed', () => {
  const indicator = {
    code: '1.1.1',
    principle: '1 P',
    criterion: '1.1 C',
    text: 'T',
    evidenceTypes: ['document'],
    gradingNote: null,
  };
  const said = { ...bundle([onServer]), indicators: [indicator] };
  expect(readBundle(said)?.indicators[0]?.hint).toMatch(/^Judged by /);
  expect(readBundle({ ...said, me: undefined })).toBeUndefined();
  expect(readResults({ results: [{ id: 'x', outcome: 'applied', revision: 1 }], next: 2 })).toHaveLength(1);
  expect(readResults({ results: [{ id: 'x', outcome: 'eaten' }] })).toBeUndefined();
});

test('before it is removed, a page says what would be lost with it', () => {
  const refused = (refusal: string) => entry(1, { state: 'refused', refusal, message: 'No.' });
  expect(removalInWords(kept({ entries: [entry(1, { state: 'waiting' })] }))).toContain('no other machine');
  expect(removalInWords(kept({ entries: [refused('note_missing')] }))).toContain('keeps all of it');
  expect(removalInWords(kept({ entries: [refused('not_taken')] }))).toContain('did not take');
});
