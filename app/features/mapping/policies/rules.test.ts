import { describe, expect, test } from 'vitest';

import standard from '#db/reference/standard.json' with { type: 'json' };

import { compared } from './compare.ts';
import { checklist } from './checklist.ts';
import type { Judged } from './model.ts';
import { mayKeepPolicies } from './policy.ts';
import { acknowledge, addVersion, gapsOf, judge, openItems, send, sendingInWords } from './rules.ts';

test('the checklist asks after every principle of the Standard and all thirteen general principles', () => {
  const covered = new Set(checklist.items.flatMap(({ covers }) => covers));
  const principles = standard.principles.map(({ code }) => code);
  const general = Array.from({ length: 13 }, (_, index) => `GP${index + 1}`);
  expect([...covered].toSorted()).toEqual([...principles, ...general].toSorted());
  expect(new Set(checklist.items.map(({ code }) => code)).size).toBe(checklist.items.length);
  for (const { clause, sufficient } of checklist.items)
    expect(Math.min(clause.length, sufficient.length)).toBeGreaterThan(40);
});

describe('a review', () => {
  const words = 'No worker pays\nany fee.\n\nPassports stay with workers.';
  test('quotes what covers a question word for word, and quotes nothing for what is missing', () => {
    expect(judge(words, { verdict: 'covered', passage: 'no worker pays any  fee' })).toMatchObject({
      ok: true,
    });
    expect(judge(words, { verdict: 'partly', passage: 'no worker pays a fee' })).toEqual({
      ok: false,
      refusal: 'not_in_the_text',
    });
    expect(judge(words, { verdict: 'covered', passage: undefined })).toEqual({
      ok: false,
      refusal: 'quote_it',
    });
    expect(judge(words, { verdict: 'missing', passage: 'no worker pays' })).toEqual({
      ok: true,
      value: { passage: null },
    });
  });

  test('lists what is open and, with a suggested clause, what is partly covered or missing', () => {
    const judged: Judged[] = [
      { item: 'no_fees', verdict: 'covered', passage: 'No worker pays any fee' },
      { item: 'no_bonds', verdict: 'missing', passage: null },
      { item: 'documents', verdict: 'partly', passage: 'Passports stay' },
    ];
    expect(gapsOf(checklist.items, judged).map(({ code, verdict }) => [code, verdict])).toEqual([
      ['no_bonds', 'missing'],
      ['documents', 'partly'],
    ]);
    expect(openItems(checklist.items, judged)).toHaveLength(checklist.items.length - 3);
  });
});

test('two versions stand side by side, what was changed beside what it became', () => {
  expect(compared('One.\nTwo.\nThree.', 'One.\nTwo and a half.\nThree.\nFour.')).toEqual([
    { same: true, before: 'One.\n', after: 'One.\n' },
    { same: false, before: 'Two.\n', after: 'Two and a half.\n' },
    { same: true, before: 'Three.\n', after: 'Three.\n' },
    { same: false, before: '', after: 'Four.\n' },
  ]);
  expect(addVersion('One.', ' One.\n')).toEqual({ ok: false, refusal: 'same_words' });
  expect(addVersion('One.', 'Two.').ok).toBe(true);
  expect(addVersion(undefined, 'One.').ok).toBe(true);
});

test('what was sent is acknowledged once, in order of days, and late in words', () => {
  const sent = { sentOn: '2026-03-02', acknowledgedOn: null };
  const refusal = (on: string, given: Parameters<typeof acknowledge>[0] = sent) => {
    const outcome = acknowledge(given, on, '2026-03-10');
    return outcome.ok ? undefined : outcome.refusal;
  };
  expect(refusal('2026-03-02')).toBeUndefined();
  expect(refusal('2026-03-01')).toBe('before_it_was_sent');
  expect(refusal('2026-03-11')).toBe('not_yet');
  expect(refusal('2026-03-05', { ...sent, acknowledgedOn: '2026-03-04' })).toBe('acknowledged_before');
  expect(send({ sentOn: '2026-03-11', dueOn: '2026-04-01' }, '2026-03-10')).toEqual({
    ok: false,
    refusal: 'not_yet',
  });
  expect(send({ sentOn: '2026-03-10', dueOn: '2026-03-09' }, '2026-03-10')).toEqual({
    ok: false,
    refusal: 'due_before_sent',
  });
  expect(send({ sentOn: '2026-03-10', dueOn: '2026-03-10' }, '2026-03-10').ok).toBe(true);
  const inWords = (acknowledgedOn: string | null) =>
    sendingInWords({ dueOn: '2026-03-08', acknowledgedOn }, '2026-03-10');
  expect([inWords(null), inWords('2026-03-07')]).toEqual(['overdue: 2 days late', 'acknowledged']);
  const actor = { kind: 'company', accountId: 'a', organisationId: 'one' } as const;
  expect([mayKeepPolicies(actor, 'one'), mayKeepPolicies(actor, 'other')]).toEqual([true, false]);
});
