import { expect, test } from 'vitest';

import type { Bundle, Entry, Outcome, Raising } from '../model.ts';
import { draftOf, emptyFinding, findingsOn, findingText } from './shown.ts';

const operation: Raising = {
  ...{ id: 'op', seq: 1, kind: 'raise', code: '1.1.1', madeAt: '2026-03-01T09:00:00Z', findingId: 'f' },
  ...{ grade: 'major', requirementKind: 'law', lawInstrument: 'The Act', lawPlace: 'Section 3' },
  ...{
    statement: 'A fee was taken.',
    evidence: 'Seen at the till.',
    harm: 'fee_charged',
    gradingReasons: '',
  },
};
const entry = (outcome: Outcome, change: Partial<Entry<Raising>> = {}): Entry => ({
  operation,
  outcome,
  ...change,
});
const theirs = {
  id: 'g',
  name: 'AUD-1/2',
  grade: 'minor',
  code: '1.1.1',
  statement: 'A slip.',
  by: 'Devi',
} as const;
const bundle = (findings: Bundle['findings']): Bundle => ({
  audit: { id: 'a', reference: 'AUD-1', recruiter: 'Everest', state: 'in_progress' },
  ...{ indicators: [], assessments: [], findings: findings ?? [], me: { accountId: 'me', name: 'Asha' } },
});
const on = (entries: Entry[], findings: Bundle['findings'] = [], code = '1.1.1') =>
  findingsOn({ entries, bundle: bundle(findings), raising: {} }, code);
const raised: Outcome = { state: 'raised', finding: { id: 'f', name: 'AUD-1/1', grade: 'critical' } };

test('findings stand beside their indicator, one’s own and the colleague’s', () => {
  expect(on([entry({ state: 'waiting' })], [theirs]).map(({ title }) => title)).toEqual([
    'AUD-1/2, Minor, raised by Devi',
    'Major',
  ]);
  expect(on([entry({ state: 'waiting' })], [theirs], '1.1.2')).toEqual([]);
  expect(
    findingsOn({ entries: [entry({ state: 'waiting' })], bundle: undefined, raising: {} }, '1.1.1'),
  ).toHaveLength(1);
});

test('only one that never went out can be changed', () => {
  expect(on([entry({ state: 'waiting' })])[0]?.findingId).toBe('f');
  const gone = on([entry({ state: 'waiting' }, { asked: true })])[0];
  expect([gone?.findingId, gone?.words]).toEqual([undefined, expect.stringContaining('On its way')]);
  expect(on([entry(raised)])[0]).not.toHaveProperty('findingId');
});

test('a critical one says that its days run from its arrival', () => {
  const critical = entry({ state: 'waiting' }, { operation: { ...operation, grade: 'critical' } });
  expect(on([critical])[0]?.words).toContain('when it arrives');
});

test('what was refused stays in its words, with the reason', () => {
  const refused = on([entry({ state: 'refused', refusal: 'audit_is_cancelled', message: 'Cancelled.' })])[0];
  expect(refused).toMatchObject({
    title: 'Major, not taken',
    words: 'Cancelled.',
    text: findingText(operation),
  });
  expect(findingText(operation).split('\n')).toEqual([
    ...['Major', 'A fee was taken.', 'Seen at the till.', 'The Act, Section 3'],
    'Harm to workers: A fee or a cost was charged',
  ]);
});

test('names the question and the answer it is measured by, beside its indicator too', () => {
  const measured: Raising = { ...operation, requirementKind: 'declaration', declaration: '1/0/0' };
  const declared = [{ value: '1/0/0', section: 'Fees', question: 'Do workers pay?', answer: 'Never' }];
  const words = 'Measured by what the recruiter declared: Fees: Do workers pay? Never';
  expect(findingText(measured, declared).split('\n')).toContain(words);
  const entries = [entry({ state: 'waiting' }, { operation: measured })];
  const [shown] = findingsOn({ entries, bundle: { ...bundle([]), declared }, raising: {} }, '1.1.1');
  expect(shown?.text).toContain(words);
  expect(findingText(measured)).toContain('in a copy of its application that is not here any more');
});

test('one that arrived is told once, and that it was graded up', () => {
  const there = { ...theirs, id: 'f', name: 'AUD-1/1', grade: 'critical' } as const;
  const [only, ...more] = on([entry(raised)], [there]);
  expect(more).toEqual([]);
  expect(only?.words).toBe('Graded up from Major to Critical: an audit before found the same.');
});

test('goes back onto its form as it was written', () => {
  const draft = draftOf([entry({ state: 'waiting' })], 'f');
  expect(draft).toMatchObject({ findingId: 'f', grade: 'major', lawPlace: 'Section 3', harm: 'fee_charged' });
  expect(draftOf([], 'f')).toBeUndefined();
  expect(emptyFinding('g')).toMatchObject({ findingId: 'g', grade: '', requirementKind: 'standard' });
});
