import { describe, expect, test } from 'vitest';

import { catalogueOf, hashOf } from './catalogue.ts';
import { wordingForm } from './forms.ts';
import type { Judged, Translated } from './model.ts';
import { mayReviewWording, reviewerRoles } from './policy.ts';
import { approvalOf, approve, countsOf, pageIsReviewed, review, stateOf, takeBack } from './rules.ts';

const chapter = {
  ...{ name: 'check', title: 'Check' },
  words: {
    en: { ask: 'Ask', pay: 'Do not pay.', topics: { shelter: 'Shelter' }, fees: ['one', 'two'] },
    ne: { ask: 'सोध्नुहोस्', pay: ' ', topics: { shelter: 'आश्रय' }, fees: ['एक'] },
  },
};
const catalogue = catalogueOf([chapter]);
const hash = hashOf('सोध्नुहोस्', 'Ask');
const shelter = hashOf('आश्रय', 'Shelter');
const judged = (part: Partial<Judged> = {}): Judged => ({
  ...{ key: 'check.ask', hash, verdict: 'approved', by: 'Asha', at: '2026-03-01T09:00:00.000Z' },
  ...part,
});

describe('the catalogue', () => {
  test('has every text of a record or a list by a key of its own, beside its English', () => {
    expect(catalogue.lines.map(({ key, english }) => [key, english])).toEqual([
      ['check.ask', 'Ask'],
      ['check.pay', 'Do not pay.'],
      ['check.topics.shelter', 'Shelter'],
      ['check.fees.0', 'one'],
      ['check.fees.1', 'two'],
    ]);
    expect(catalogue.lines[0]?.said).toEqual({ ne: { text: 'सोध्नुहोस्', hash } });
    // Blank is not said, nor is what a language has no place for.
    expect(catalogue.lines[1]?.said.ne).toBeUndefined();
    expect(catalogue.lines[4]?.said.ne).toBeUndefined();
  });

  test('has another hash for another text and for another English', () => {
    expect(hash).toMatch(/^[0-9a-f]{32}$/);
    expect(
      new Set([hash, hashOf('सोध्नु', 'Ask'), hashOf('सोध्नुहोस्', 'Ask us'), hashOf('Ask', 'सोध्नुहोस्')]).size,
    ).toBe(4);
  });

  test('takes no two chapters of one name', () => {
    expect(() => catalogueOf([chapter, chapter])).toThrow('one key');
  });
});

describe('a text', () => {
  const old = { hash: hashOf('old', 'Ask'), verdict: 'approved' as const };
  test.each([
    { why: 'nothing stands there', of: undefined, said: [old], is: 'missing' },
    { why: 'nobody read it', of: hash, said: [], is: 'unreviewed' },
    { why: 'somebody read it', of: hash, said: [{ hash, verdict: 'approved' as const }], is: 'approved' },
    {
      why: 'it was taken back',
      of: hash,
      said: [{ hash, verdict: 'taken_back' as const }],
      is: 'unreviewed',
    },
    { why: 'another stood there when it was read', of: hash, said: [old], is: 'lapsed' },
    {
      ...{ why: 'it was taken back, and another before it stands approved', of: hash, is: 'unreviewed' },
      said: [old, { hash, verdict: 'taken_back' as const }],
    },
    {
      ...{ why: 'what stood there before was taken back', of: hash, is: 'unreviewed' },
      said: [{ ...old, verdict: 'taken_back' as const }],
    },
  ])('is $is where $why', ({ of, said, is }) => {
    expect(stateOf(of, said)).toBe(is);
  });

  test('is listed with who approved it, or what stood there before', () => {
    const before = judged({ key: 'check.topics.shelter', hash: 'f'.repeat(32), by: 'Bina' });
    const older = judged({ ...before, hash: 'e'.repeat(32), by: 'Chet', at: '2026-02-01T09:00:00.000Z' });
    const lines = review(catalogue, 'ne', [judged(), older, before]);
    expect(lines.map(({ state }) => state)).toEqual([
      ...['approved', 'missing', 'lapsed', 'unreviewed', 'missing'],
    ]);
    expect(lines.map(({ approved }) => approved?.by)).toEqual([
      ...['Asha', undefined, 'Bina', undefined, undefined],
    ]);
    expect(countsOf(lines)).toEqual({ approved: 1, unreviewed: 1, lapsed: 1, missing: 2 });
    expect(countsOf(review(catalogue, 'ur', [judged()]))).toMatchObject({ missing: 5 });
  });
});

describe('a page', () => {
  const all = (language: Translated) => [
    approvalOf(language, 'check.ask', hash),
    approvalOf(language, 'check.topics.shelter', shelter),
  ];
  test.each([
    { why: 'all it says is approved', said: ['check.ask', 'check.topics'], approved: all('ne'), is: true },
    { why: 'one is not', said: ['check.ask', 'check.topics'], approved: all('ne').slice(1), is: false },
    { why: 'one is missing', said: ['check'], approved: all('ne'), is: false },
    { why: 'it says nothing', said: ['check.as'], approved: all('ne'), is: false },
    { why: 'the approvals are of another language', said: ['check.ask'], approved: all('ur'), is: false },
    { why: 'nothing is known', said: ['check.ask'], approved: [], is: false },
    {
      ...{ why: 'another text was approved', said: ['check.ask'], is: false },
      approved: [approvalOf('ne', 'check.ask', shelter)],
    },
  ])('where $why, its being reviewed is $is', ({ said, approved, is }) => {
    expect(pageIsReviewed(catalogue, said, 'ne', new Set(approved))).toBe(is);
  });
});

describe('whoever reviews', () => {
  const asked = { catalogue, language: 'ne' as const, meant: [{ key: 'check.ask', hash }] };
  const two = { ...asked, meant: [...asked.meant, { key: 'check.topics.shelter', hash: shelter }] };
  const refused = (refusal: string) => ({ ok: false, refusal });

  test('approves what is not approved, each once', () => {
    expect(approve({ ...two, meant: [...two.meant, ...two.meant] }, [judged()])).toEqual({
      ...{ ok: true, value: [{ key: 'check.topics.shelter', hash: shelter }] },
    });
    expect(approve(asked, [judged({ verdict: 'taken_back' })])).toEqual({ ok: true, value: asked.meant });
    expect(approve(asked, [judged()])).toEqual(refused('nothing_changes'));
    expect(approve({ ...asked, meant: [] }, [])).toEqual(refused('nothing_changes'));
  });

  test('takes back what is approved', () => {
    expect(takeBack(two, [judged()])).toEqual({ ok: true, value: asked.meant });
    expect(takeBack(asked, [])).toEqual(refused('nothing_changes'));
  });

  test.each([
    { why: 'of another text', meant: { key: 'check.ask', hash: shelter } },
    { why: 'of a line nobody wrote', meant: { key: 'check.pay', hash } },
    { why: 'of no line', meant: { key: 'check.nothing', hash } },
  ])('says nothing at all where one of several is $why', ({ meant }) => {
    const several = { ...asked, meant: [...asked.meant, meant] };
    expect(approve(several, [])).toEqual(refused('changed_meanwhile'));
    expect(takeBack(several, [judged()])).toEqual(refused('changed_meanwhile'));
  });

  test('is an officer or a caseworker', () => {
    const as = (kind: 'officer' | 'caseworker' | 'decider' | 'trainer' | 'auditor') =>
      mayReviewWording({ kind, accountId: '', organisationId: '' });
    expect(reviewerRoles.map(as)).toEqual([true, true]);
    expect([as('decider'), as('trainer'), as('auditor'), mayReviewWording({ kind: 'visitor' })]).toEqual([
      ...[false, false, false, false],
    ]);
  });
});

test.each([
  { why: 'whole', said: [`check.ask:${hash}`], basis: 'own_language', takes: true },
  { why: 'of nothing ticked', said: [], basis: 'own_language', takes: false },
  { why: 'on nobody’s word', said: [`check.ask:${hash}`], basis: undefined, takes: false },
  { why: 'of no text', said: ['check.ask'], basis: 'own_language', takes: false },
  { why: 'of a hash that is none', said: ['check.ask:zz'], basis: 'native_reader', takes: false },
])('a form that is $why is taken: $takes', ({ said, basis, takes }) => {
  expect(wordingForm.safeParse({ step: 'approve', said, basis }).success).toBe(takes);
});
