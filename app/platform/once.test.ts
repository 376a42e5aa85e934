import { expect, test } from 'vitest';

import { cameAgain, givenId, sentAgain } from './once.ts';
import { ok } from './result.ts';

const kept = { id: 'one', note: 'Paid by bank', workers: 3, item_id: null };

test.each([
  { why: 'the same words', sent: { note: 'Paid by bank', workers: 3 } },
  { why: 'what is left out where nothing is kept', sent: { note: 'Paid by bank', item_id: undefined } },
])('$why are answered as they were', ({ sent }) => {
  expect(sentAgain(kept, sent)).toEqual({ ok: true, value: { id: 'one', again: true } });
});

test.each([
  { why: 'other words', sent: { note: 'Paid in cash' } },
  { why: 'another number', sent: { workers: 4 } },
  { why: 'something where nothing is kept', sent: { item_id: 'two' } },
])('$why under the same number are refused', ({ sent }) => {
  expect(sentAgain(kept, sent)).toEqual({ ok: false, refusal: 'sent_before' });
});

test('a number is given by the page, and looks like one', () => {
  expect(givenId.id.safeParse(undefined).success).toBe(false);
  expect(givenId.id.safeParse('7').success).toBe(false);
  expect(givenId.id.safeParse(crypto.randomUUID()).success).toBe(true);
});

test('what came again says so', () => {
  expect(cameAgain(ok({ id: 'one', again: true }))).toBe(true);
  expect(cameAgain(ok({ id: 'one' }))).toBe(false);
  expect(cameAgain(ok(undefined))).toBe(false);
});
