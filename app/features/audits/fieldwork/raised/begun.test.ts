import { expect, test } from 'vitest';

import { begunOn, choicesOf } from './begun.ts';

const indicator = { defaultGrade: 'major', note: 'No payee is named.', evidence: null } as const;
const raising = {
  ...{
    grade: 'minor' as const,
    harm: null,
    lawInstrument: '',
    lawPlace: '',
    gradingReasons: 'One file of forty.',
  },
  ...{ requirementKind: 'declaration', declaration: '1/0/0' },
};
const kept = { note: 'Receipts are missing.', evidence: 'Seen in the till book.', raising };

test('a finding begins with the answer to its indicator and the grade that indicator names', () => {
  expect(begunOn({ type: 'stage2' }, indicator, null)).toEqual({
    ...{ requirementKind: 'standard', grade: 'major', statement: 'No payee is named.', evidence: '' },
  });
  expect(begunOn({ type: 'stage1' }, indicator, null).grade).toBeUndefined();
});

test('or with everything that was kept of one from a device, as far as this audit raises it', () => {
  const begun = {
    ...{ requirementKind: 'declaration', declaration: '1/0/0', lawInstrument: '', lawPlace: '' },
    ...{ gradingReasons: 'One file of forty.', harm: undefined },
    ...{ statement: kept.note, evidence: kept.evidence },
  };
  expect(begunOn({ type: 'stage2' }, indicator, kept)).toEqual({ ...begun, grade: 'minor' });
  expect(begunOn({ type: 'stage1' }, indicator, kept)).toEqual({ ...begun, grade: undefined });
  const harmed = { ...raising, harm: 'fee_charged', requirementKind: 'unheard of' } as const;
  expect(begunOn({ type: 'stage2' }, indicator, { ...kept, raising: harmed })).toMatchObject({
    ...{ harm: 'fee_charged', requirementKind: 'standard' },
  });
});

test('an answer that was kept gives its words, and the grade stays the indicator’s', () => {
  expect(begunOn({ type: 'stage2' }, indicator, { ...kept, raising: null })).toEqual({
    ...{ requirementKind: 'standard', grade: 'major', statement: kept.note, evidence: kept.evidence },
  });
});

test('the answer it is measured by can be chosen, of whichever copy it is', () => {
  const latest = [{ value: '2/0/0' }];
  expect(choicesOf(latest, { value: '1/0/0' })).toEqual([{ value: '2/0/0' }, { value: '1/0/0' }]);
  expect(choicesOf(latest, { value: '2/0/0' })).toEqual(latest);
  expect(choicesOf(latest, null)).toEqual(latest);
});
