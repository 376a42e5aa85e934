import { expect, test } from 'vitest';

import { alikeSince, onceMore } from './alike.ts';

const at = new Date('2026-03-01T09:00:00Z');

test('what reads the same as a record is asked about once, and recorded when its sender says it is another', () => {
  const asked = onceMore(at, undefined);
  expect(asked).toEqual({ ok: false, refusal: 'alike:2026-03-01T09:00:00.000Z' });
  expect(alikeSince(asked.ok ? undefined : asked.refusal)).toBe(at.toISOString());
  expect(onceMore(at, 'on').ok).toBe(true);
  expect(onceMore(undefined, undefined).ok).toBe(true);
});

test('any other refusal tells of no such record', () => {
  expect(alikeSince('sent_before')).toBeUndefined();
  expect(alikeSince(undefined)).toBeUndefined();
});
