import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';

import type { Actor } from '#app/platform/scope.ts';

import { changeForm, enterForm, withdrawForm } from './forms.ts';
import type { Entry } from './model.ts';
import { changeRuleForm, ruleForm } from './national/forms.ts';
import { inForce, isZeroFee, ruleFor } from './national/rules.ts';
import { mayKeepCorridors, mayReadCorridors, readerRoles } from './policy.ts';
import { dueSince, follow, holdsIn, lastDayOf, staleInWords, staleSince, standingOn } from './rules.ts';
import { EntriesByTopic } from './ui/entry-text.tsx';
import { placeInWords } from './ui/words.ts';

const today = '2026-03-01';
const checked = (checkedOn: string, withdrawnReason: string | null = null) => ({
  checkedOn,
  withdrawnReason,
});

describe('a check', () => {
  test.each([
    { checkedOn: today, standing: 'fresh' },
    { checkedOn: '2025-04-01', standing: 'fresh' },
    { checkedOn: '2025-03-31', standing: 'due' },
    { checkedOn: '2025-03-01', standing: 'due' },
    { checkedOn: '2025-02-28', standing: 'stale' },
  ])('of $checkedOn is $standing', ({ checkedOn, standing }) => {
    expect(standingOn(checked(checkedOn), today)).toBe(standing);
    expect(standingOn(checked(checkedOn, 'Repealed'), today)).toBe('withdrawn');
  });

  test('that holds no more says so in words', () => {
    expect(staleInWords(checked('2025-03-01'), today)).toBeNull();
    expect(staleInWords(checked('2025-02-28'), today)).toBe(
      'Last checked on 28 February 2025, more than a year ago. It may have changed: look at the source before you rely on it.',
    );
    expect([lastDayOf('2025-03-01'), staleSince(today), dueSince(today)]).toEqual([
      ...[today, '2025-02-28', '2025-03-31'],
    ]);
  });
});

test('an entry holds wherever it leaves the place open', () => {
  const asked = { origin: 'NP', destination: 'QA', sector: 'F' };
  const holds = (place: Partial<typeof asked>) =>
    holdsIn({ origin: null, destination: null, sector: null, ...place }, asked);
  expect([{}, { origin: 'NP' }, { destination: 'QA', sector: 'F' }].map(holds)).toEqual([true, true, true]);
  expect([{ origin: 'QA' }, { destination: 'NP' }, { sector: 'T' }].map(holds)).toEqual([
    false,
    false,
    false,
  ]);
  expect(holdsIn({ ...asked, sector: 'T' }, { ...asked, sector: null })).toBe(true);
});

test('a version follows the one that was seen, and none follows the end', () => {
  expect(follow({ version: 3, withdrawnReason: null }, 3)).toEqual({ ok: true, value: 4 });
  expect(follow({ version: 3, withdrawnReason: null }, 2)).toEqual({ ok: false, refusal: 'saved_meanwhile' });
  expect(follow({ version: 3, withdrawnReason: 'x' }, 3)).toEqual({
    ok: false,
    refusal: 'already_withdrawn',
  });
  expect(follow(undefined, 1)).toEqual({ ok: false, refusal: 'not_found' });
});

describe('national rules', () => {
  const rule = (country: string, category: string | null, validFrom = '2020-01-01') => ({
    ...{ country, category, validFrom, withdrawnReason: null, payerAllowed: 'not_worker' as const },
  });

  test('in force are those that began last, of what was not withdrawn', () => {
    const [old, current, coming] = ['2019-01-01', today, '2026-03-02'].map((day) =>
      rule('NP', 'FEE_SERVICE', day),
    );
    const gone = { ...rule('NP', 'FEE_SERVICE', '2026-02-01'), withdrawnReason: 'Struck down' };
    const all = [coming, current, old, gone].flatMap((each) => (each ? [each] : []));
    expect(inForce(all, today)).toEqual([current]);
    expect(inForce([...all].reverse(), today)).toEqual([current]);
    expect(inForce(all, '2026-02-15')).toEqual([old]);
  });

  test('of a category come before those of all, and forbid in both countries of a corridor', () => {
    const all = [
      rule('NP', null),
      { ...rule('NP', 'FEE_SERVICE'), payerAllowed: 'worker' as const },
      rule('QA', null),
    ];
    expect(ruleFor(all, 'NP', 'COST_MEDICAL')).toBe(all[0]);
    expect(ruleFor(all, 'NP', 'FEE_SERVICE')).toBe(all[1]);
    expect(ruleFor(all, 'BD', 'FEE_SERVICE')).toBeUndefined();
    expect(isZeroFee(all, { origin: 'NP', destination: 'QA' })).toBe(true);
    expect(isZeroFee(all, { origin: 'NP', destination: 'AE' })).toBe(false);
  });
});

test('officers keep the book, whoever has an account reads it, and nobody else', () => {
  const of = (kind: 'officer' | 'company' | 'auditor' | 'recruiter' | 'caseworker'): Actor => ({
    ...{ kind, accountId: 'a', organisationId: 'o' },
  });
  const kept = [of('officer'), of('caseworker'), of('auditor'), of('company'), { kind: 'system' as const }];
  expect(kept.map(mayKeepCorridors)).toEqual([true, false, false, false, false]);
  const read = [of('company'), of('recruiter'), { kind: 'visitor' as const }, { kind: 'system' as const }];
  expect(read.map(mayReadCorridors)).toEqual([true, true, false, false]);
  expect(readerRoles).toEqual(expect.arrayContaining(['company', 'auditor', 'officer', 'authority']));
});

describe('forms', () => {
  const source = { sourceTitle: 'Gazette', sourceUrl: '', sourceOn: '2025-06-01' };
  const said = { title: 'In a line', words: 'What holds here and there.', ...source };
  const wrong = (result: { error?: { issues: { path: PropertyKey[] }[] } | undefined }) =>
    result.error?.issues.map(({ path }) => path.join('.')) ?? [];

  test('of an entry take any place as none, and no corridor from a country to itself', () => {
    const place = { topic: 'licensing', origin: '', destination: 'QA', sector: '' };
    expect(enterForm.parse({ ...place, ...said })).toEqual({
      ...{ topic: 'licensing', origin: null, destination: 'QA', sector: null },
      ...{ ...said, sourceUrl: null },
    });
    expect(wrong(enterForm.safeParse({ ...place, origin: 'QA', ...said }))).toEqual(['destination']);
    expect(wrong(enterForm.safeParse({ ...place, sector: 'Z', ...said }))).toEqual(['sector']);
    expect(wrong(enterForm.safeParse({ ...place, ...said, sourceUrl: 'http://x.example' }))).toEqual([
      'sourceUrl',
    ]);
    expect(wrong(enterForm.safeParse({}))).toEqual(
      expect.arrayContaining(['topic', 'title', 'words', 'sourceTitle', 'sourceOn']),
    );
    expect(wrong(changeForm.safeParse(said))).toEqual(['version']);
    expect(wrong(withdrawForm.safeParse({ reason: 'short', version: '1' }))).toEqual(['reason']);
  });

  test('of a rule ask for the cap where there is one, and only there', () => {
    const rule = { country: 'NP', category: '', validFrom: '2020-01-01', ...source };
    expect(ruleForm.parse({ ...rule, payerAllowed: 'not_worker' })).toMatchObject({
      category: null,
      cap: null,
    });
    expect(wrong(ruleForm.safeParse({ ...rule, payerAllowed: 'worker_capped' }))).toEqual(['cap']);
    const capped = { ...source, payerAllowed: 'worker', cap: 'One month', version: '1' };
    expect(wrong(changeRuleForm.safeParse(capped))).toEqual(['cap']);
    expect(wrong(ruleForm.safeParse({ ...rule, category: 'FEE', payerAllowed: 'worker' }))).toEqual([
      'category',
    ]);
  });
});

test('the book as it is read names source, check and version, and says what it does not know', () => {
  const entry: Entry = {
    ...{ id: 'abcd1234-0000-4000-8000-000000000000', version: 2, topic: 'contract', sector: 'T' },
    ...{ origin: null, destination: 'QA', title: 'A contract first', words: 'Before the border.' },
    ...{ sourceTitle: 'An act', sourceUrl: 'https://act.example/', sourceOn: '2011-06-16' },
    ...{ checkedOn: '2025-01-01', reviewer: null, withdrawnReason: null },
  };
  const html = renderToStaticMarkup(<EntriesByTopic entries={[entry]} today={today} />);
  const text = html.replace(/<[^>]*>/g, '');
  expect(text).toContain('To Qatar, domestic work');
  expect(text).toContain('Last checked on 1 January 2025, more than a year ago.');
  expect(text).toContain(
    'Source: An act, of 16 June 2011. Checked on 1 January 2025 by whoever made this software',
  );
  expect(text).toContain('Cite as: corridor book, entry abcd1234, version 2');
  expect(text.match(/The book says nothing of this yet/g)).toHaveLength(4);
  expect(html).toContain('href="https://act.example/"');
  expect(placeInWords({ origin: 'NP', destination: null, sector: null })).toBe('From Nepal');
  expect(placeInWords({ origin: null, destination: null, sector: null })).toBe('Anywhere');
});
