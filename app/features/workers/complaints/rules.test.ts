import { describe, expect, test } from 'vitest';

import { complaintStates, type ComplaintState } from './model.ts';
import { appeal, confirm, dueAt, eraseOn, isOver, reprisal, step, steps, takeBack } from './rules.ts';

const since = new Date('2026-03-06T09:00:00Z');
const clock = { since, severe: false };

describe('the way of a complaint', () => {
  test('from receipt to the end of its watch, and no state by chance', () => {
    const way: ComplaintState[] = [
      'received',
      'safety_triage',
      'acknowledged',
      'admissibility',
      'routed',
      'investigating',
      'finding',
      'remedy_agreed',
      'remedy_delivered',
      'confirmed_by_worker',
      'closed',
      'monitored',
    ];
    way
      .slice(1)
      .forEach((to, at) => expect(step(way[at] ?? 'received', to)).toEqual({ ok: true, value: to }));
    expect(step('received', 'finding')).toEqual({ ok: false, refusal: 'not_now' });
    expect(step('withdrawn', 'received')).toEqual({ ok: false, refusal: 'not_now' });
    const reached = new Set(['received', 'withdrawn', ...Object.values(steps).flat()]);
    expect([...reached].sort()).toEqual([...complaintStates].sort());
  });

  test('is taken back at any time before its end', () => {
    for (const state of complaintStates) expect(takeBack(state).ok).toBe(!isOver(state));
    expect(complaintStates.filter(isOver)).toEqual(['closed', 'monitored', 'withdrawn', 'inadmissible']);
  });

  test('that its remedy came is said by the worker alone, and only when somebody says it did', () => {
    expect(confirm('remedy_delivered', true)).toEqual({ ok: true, value: 'confirmed_by_worker' });
    expect(confirm('remedy_delivered', false)).toEqual({ ok: true, value: 'remedy_agreed' });
    expect(confirm('remedy_agreed', true)).toEqual({ ok: false, refusal: 'not_now' });
  });

  test('is looked at again by somebody else where its reporter does not agree with its end', () => {
    const states = complaintStates.filter((state) => appeal({ state, since }, since).ok);
    expect(states).toEqual(['closed', 'monitored', 'inadmissible']);
    const late = new Date('2026-04-06T09:00:00Z');
    expect(appeal({ state: 'closed', since }, late)).toEqual({ ok: false, refusal: 'too_late' });
  });

  test('begins again where somebody is punished for it', () => {
    expect(reprisal('monitored')).toEqual({ ok: true, value: 'safety_triage' });
    expect(reprisal('investigating')).toEqual({ ok: true, value: 'investigating' });
    expect(reprisal('withdrawn')).toEqual({ ok: false, refusal: 'over' });
  });
});

describe('its clocks', () => {
  test.each([
    ['received', '2026-03-07T09:00:00.000Z'],
    // Five working days from a Friday.
    ['safety_triage', '2026-03-13T23:59:59.000Z'],
    ['investigating', '2026-05-05T09:00:00.000Z'],
    ['monitored', '2026-06-04T09:00:00.000Z'],
    ['closed', undefined],
  ] as const)('%s is due by %s', (state, due) => {
    expect(dueAt(state, clock)?.toISOString()).toBe(due);
  });

  test('what is severe is looked into in half the time', () => {
    expect(dueAt('investigating', { since, severe: true })?.toISOString()).toBe('2026-04-05T09:00:00.000Z');
  });

  test('what was written goes a month after it was taken back, and years after its end; never before', () => {
    expect(eraseOn('withdrawn', since)).toBe('2026-04-05');
    expect(eraseOn('inadmissible', since)).toBe('2027-03-06');
    expect(eraseOn('monitored', since)).toBe('2028-03-06');
    expect(eraseOn('investigating', since)).toBeNull();
  });
});
