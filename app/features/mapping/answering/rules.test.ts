import { expect, test } from 'vitest';

import { begin, correct, decline, reuse, save, sectionsShared } from './rules.ts';

const asked = (more: Partial<Parameters<typeof save>[0]> = {}) => ({
  ...({ state: 'opened', responseId: 'r', sent: false } as const),
  ...more,
});

test('what was closed or answered is not begun', () => {
  expect(begin(asked({ state: 'invited', responseId: null }))).toMatchObject({ ok: true });
  expect(begin(asked({ state: 'declined' }))).toMatchObject({ ok: true });
  expect(begin(asked({ state: 'closed' }))).toMatchObject({ refusal: 'closed' });
  expect(begin(asked({ state: 'answered' }))).toMatchObject({ refusal: 'already_answered' });
});

test('an earlier answer is given to who sees none', () => {
  expect(reuse({ state: 'declined', shared: false })).toMatchObject({ ok: true });
  expect(reuse({ state: 'answered', shared: false })).toMatchObject({ ok: true });
  expect(reuse({ state: 'answered', shared: true })).toMatchObject({ refusal: 'already_answered' });
  expect(reuse({ state: 'opened', shared: true })).toMatchObject({ refusal: 'already_answered' });
  expect(reuse({ state: 'closed', shared: false })).toMatchObject({ refusal: 'closed' });
});

test('answers are saved from the beginning until they are sent', () => {
  expect(save(asked())).toMatchObject({ value: 'r' });
  expect(save(asked({ responseId: null }))).toMatchObject({ refusal: 'not_begun' });
  expect(save(asked({ sent: true }))).toMatchObject({ refusal: 'already_sent' });
  expect(save(asked({ state: 'answered', sent: true }))).toMatchObject({ refusal: 'already_sent' });
  expect(save(asked({ state: 'closed' }))).toMatchObject({ refusal: 'closed' });
  expect(save(asked({ state: 'declined' }))).toMatchObject({ refusal: 'closed' });
});

test('nobody declines what they answered, and only what was sent is corrected', () => {
  expect(decline(asked())).toMatchObject({ ok: true });
  expect(decline(asked({ state: 'answered' }))).toMatchObject({ refusal: 'already_sent' });
  expect(decline(asked({ state: 'closed' }))).toMatchObject({ refusal: 'closed' });
  expect(correct(asked())).toMatchObject({ refusal: 'not_sent' });
  expect(correct(asked({ state: 'answered' }))).toMatchObject({ value: 'r' });
});

test('who answers is always shown, the rest as it was chosen', () => {
  expect(sectionsShared({ all: ['a', 'b', 'c'], wanted: ['c', 'x'] })).toEqual(['a', 'c']);
  expect(sectionsShared({ all: ['a', 'b'], wanted: [] })).toEqual(['a']);
});
