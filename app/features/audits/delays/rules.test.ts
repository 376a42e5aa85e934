import { expect, test } from 'vitest';

import { defaultTerms } from '#app/features/scheme/terms.ts';

import { occasionNames, occasions } from './model.ts';
import { beLate, owedBy } from './rules.ts';

const terms = { audits: defaultTerms.audits, correctiveAction: defaultTerms.correctiveAction };

// 2 March 2026 is a Monday, the 7th a Saturday.
test.each([
  ['dispute_answer', '2026-03-02', '2026-03-12'],
  ['plan_review', '2026-03-02', '2026-03-12'],
  ['evidence_review', '2026-03-02', '2026-03-17'],
  ['containment_review', '2026-03-02', '2026-03-17'],
  ['remedy_opening', '2026-03-02', '2026-03-17'],
  ['remedy_confirmation', '2026-03-02', '2026-03-17'],
  ['report', '2026-03-02', '2026-03-16'],
  ['report', '2026-03-07', '2026-03-20'],
  ['technical_review', '2026-03-05', '2026-03-19'],
] as const)('%s asked on %s is owed by %s, and late from the day after', (occasion, since, dueOn) => {
  expect(owedBy(occasion, since, terms)).toBe(dueOn);
  expect(beLate({ occasion, since }, terms, dueOn)).toEqual({ ok: false, refusal: 'not_overdue' });
  expect(beLate({ occasion, since }, terms, '2026-04-01')).toEqual({ ok: true, value: { occasion, dueOn } });
});

test('the days are those of the scheme version', () => {
  const short = { ...terms, correctiveAction: { ...terms.correctiveAction, planReviewDays: 3 } };
  expect(owedBy('plan_review', '2026-03-02', short)).toBe('2026-03-05');
});

test('each is called by its name', () => {
  for (const occasion of occasions) expect(occasionNames[occasion]).not.toBe('');
});
