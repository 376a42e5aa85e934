import { describe, expect, test } from 'vitest';

import { complaintStates } from '../model.ts';
import { dueAt, eraseOn } from '../rules.ts';
import { isLate, isToErase } from './rules.ts';

const since = new Date('2026-03-01T09:00:00Z');
const after = (due: Date | null) => new Date((due ?? since).getTime() + 1);

describe.each(complaintStates)('a case that is %s', (state) => {
  const due = dueAt(state, { since, severe: false });

  test('is late once its day has passed, and told of once', () => {
    const owed = due !== null && state !== 'monitored';
    expect(isLate({ state, dueAt: due, lateToldAt: null }, after(due))).toBe(owed);
    expect(isLate({ state, dueAt: due, lateToldAt: null }, due ?? since)).toBe(false);
    expect(isLate({ state, dueAt: due, lateToldAt: since }, after(due))).toBe(false);
  });

  test('is erased on its day and not before, where it has one', () => {
    const on = eraseOn(state, since);
    expect(isToErase({ eraseOn: on, erasedAt: null }, '2030-01-01')).toBe(on !== null);
    expect(isToErase({ eraseOn: on, erasedAt: null }, '2026-03-01')).toBe(false);
    expect(isToErase({ eraseOn: on, erasedAt: since }, '2030-01-01')).toBe(false);
    if (on) expect(isToErase({ eraseOn: on, erasedAt: null }, on)).toBe(true);
  });
});
