import { describe, expect, test } from 'vitest';

import type { Entry, FindingDraft, RaisedWords } from '../model.ts';
import { nextBatch, queued, resumed, settled } from '../queue.ts';
import { droppedFrom, isRaising, mayChange, raisedOver, wordsOf } from './raising.ts';

const madeAt = '2026-03-01T09:00:00Z';
const words: RaisedWords = {
  ...{ grade: 'major', requirementKind: 'standard', lawInstrument: '', lawPlace: '' },
  ...{ statement: 'Receipts are missing.', evidence: 'The till book of March.', gradingReasons: '' },
};
const known = { interviews: ['W-07'], defaultGrade: 'major' as const, declared: ['1/0/0'] };
const raise = (entries: readonly Entry[], findingId: string, statement = words.statement) => {
  const seq = entries.length + 1;
  const raised = { code: '1.1.1', findingId, words: { ...words, statement } };
  return raisedOver(entries, raised, { id: `op-${seq} ${statement}`, seq, madeAt });
};
const answer = (entries: readonly Entry[], code: string) => {
  const seq = entries.length + 1;
  const said = { conformity: 'conforms' as const, note: '', evidence: '' };
  return queued(entries, code, said, { id: `op-${seq}`, seq, madeAt, seen: 0 });
};
/** An answer, a finding, another answer to the same indicator, a second finding. */
function aDay() {
  const entries: Entry[] = [];
  entries.push(answer(entries, '1.1.1'));
  const first = raise(entries, 'first')?.entry;
  if (first) entries.push(first);
  entries.push(answer(entries, '1.1.2'));
  const second = raise(entries, 'second', 'Passports are held.')?.entry;
  if (second) entries.push(second);
  return entries;
}
const asked = (entries: readonly Entry[]) => entries.map((entry): Entry => ({ ...entry, asked: true }));
const seqs = (entries: readonly Entry[]) => entries.map(({ operation }) => operation.seq);

describe('a finding in the queue', () => {
  test('goes in its turn, and holds up no other', () => {
    expect(seqs(aDay())).toEqual([1, 2, 3, 4]);
    expect(nextBatch(aDay()).map(({ kind }) => kind)).toEqual(['assess', 'raise', 'assess', 'raise']);
  });

  test('is changed in its place, and never under the number its old words have', () => {
    const day = aDay();
    const changed = raise(day, 'first', 'Receipts are forged.');
    expect(changed?.entry.operation).toMatchObject({ seq: 2, findingId: 'first' });
    expect(changed?.before).toBe(day[1]);
    expect(changed?.entry.operation.id).not.toBe(day[1]?.operation.id);
  });

  test('is neither changed nor dropped once it went to the server', () => {
    const day = asked(aDay());
    expect(day.some(mayChange)).toBe(false);
    expect(raise(day, 'first', 'Receipts are forged.')).toBeUndefined();
    expect(droppedFrom(day, 'first')).toBeUndefined();
    const finding = { id: 'first', name: 'AUD-1/1', grade: 'critical' as const };
    const id = day[1]?.operation.id ?? '';
    const after = settled(day, [{ id, outcome: 'raised', finding }]);
    expect(after[1]?.outcome).toEqual({ state: 'raised', finding });
    expect(droppedFrom(after, 'first')).toBeUndefined();
  });

  test('is dropped without a gap in the count', () => {
    const dropped = droppedFrom(aDay(), 'first');
    expect(dropped?.gone.operation.findingId).toBe('first');
    expect(seqs(dropped?.left ?? [])).toEqual([1, 2, 3]);
    expect(droppedFrom(aDay(), 'nobody’s')).toBeUndefined();
  });

  test('keeps its own id when the count begins anew, so that it is raised once', () => {
    const { entries, renamed } = resumed(aDay(), 9, () => crypto.randomUUID());
    expect(renamed).toBe(true);
    expect(entries.filter(isRaising).map(({ operation }) => operation.findingId)).toEqual([
      'first',
      'second',
    ]);
  });

  test('under a number the server knows from other words, begins the count anew instead of asking for ever', () => {
    const { renamed, entries } = resumed(aDay(), 3, () => crypto.randomUUID());
    expect(renamed).toBe(true);
    expect(seqs(entries)).toEqual([1, 2, 3, 4]);
  });
});

describe('what a finding needs', () => {
  const draft: FindingDraft = {
    ...{
      findingId: 'f',
      grade: 'major',
      requirementKind: 'standard',
      lawInstrument: '',
      lawPlace: '',
      harm: '',
      gradingReasons: '',
    },
    ...{ statement: 'Receipts are missing.', evidence: 'W-07 and the till book.' },
  };
  test.each([
    ['a grade', { grade: '' }, 'grade'],
    ['what does not conform', { statement: 'Short' }, 'statement'],
    ['what shows it', { evidence: '' }, 'findingEvidence'],
    ['a law’s name', { requirementKind: 'law', lawPlace: 'Section 3' }, 'lawInstrument'],
    ['its place', { requirementKind: 'law', lawInstrument: 'The Act' }, 'lawPlace'],
    ['no more words than the server takes', { evidence: 'a'.repeat(10_001) }, 'findingEvidence'],
    [
      'no longer name',
      { requirementKind: 'law', lawInstrument: 'a'.repeat(301), lawPlace: '3' },
      'lawInstrument',
    ],
    ['the answer that was declared', { requirementKind: 'declaration' }, 'declaration'],
    [
      'an answer that was taken along',
      { requirementKind: 'declaration', declaration: '2/0/0' },
      'declaration',
    ],
    ['interviews that were taken along', { evidence: 'W-99 told us of it.' }, 'findingEvidence'],
    ['reasons for a lesser grade than the indicator names', { grade: 'minor' }, 'gradingReasons'],
    [
      'reasons for harm that is minor',
      { grade: 'minor', harm: 'wages', gradingReasons: 'Short' },
      'gradingReasons',
    ],
    ['a grade that does not hide harm', { grade: 'observation', harm: 'wages' }, 'harm'],
  ])('%s', (_what, change, field) => {
    expect(wordsOf({ ...draft, ...change }, known).problem?.field).toBe(field);
  });

  test('is sent as it was meant: no law where it is the standard, no harm where none is marked', () => {
    const left = { ...draft, lawInstrument: 'Left over', statement: ' Receipts are missing. ' };
    const said = wordsOf(left, { ...known, interviews: undefined });
    expect(said.words).toEqual({ ...words, evidence: draft.evidence, harm: undefined });
    const law = { requirementKind: 'law', lawInstrument: 'The Act', lawPlace: 'Section 3', harm: 'wages' };
    expect(wordsOf({ ...draft, ...law }, known).words).toMatchObject(law);
    const declared = { requirementKind: 'declaration', declaration: '1/0/0' };
    expect(wordsOf({ ...draft, ...declared }, known).words).toMatchObject(declared);
    expect(wordsOf({ ...draft, declaration: '1/0/0' }, known).words?.declaration).toBeUndefined();
  });
});
