import { expect, test } from 'vitest';

import { feedOf } from './feed.server.ts';
import { isShown, sequenceOf, struckSince, type Line } from './rules.ts';

const changedAt = new Date('2026-02-01T10:00:00Z');
const line: Line = {
  uid: 'audit-7b5f0c9e-1111-4111-8111-111111111111',
  from: '2026-03-02',
  until: '2026-03-04',
  summary: 'Surveillance: Himal, Workforce; Ltd',
  description: 'AUD-00001. Announced. Planned.',
  path: '/audits/7b5f0c9e-1111-4111-8111-111111111111',
  standing: 'confirmed',
  changedAt,
};
/** Lines longer than 75 octets go on in the next (RFC 5545, 3.1). */
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

test('whole days, an end that is the day after, names that cannot break out of their line', () => {
  const lines = unfolded(feedOf([line], 'https://scheme.example'));
  expect(lines).toContain('DTSTART;VALUE=DATE:20260302');
  expect(lines).toContain('DTEND;VALUE=DATE:20260305');
  expect(lines).toContain(`UID:${line.uid}@scheme.example`);
  expect(lines).toContain('SUMMARY:Surveillance: Himal\\, Workforce\\; Ltd');
  expect(lines).toContain('STATUS:CONFIRMED');
});

test('a line says when it changed last, and the same lines give the same bytes', () => {
  const first = feedOf([{ ...line, standing: 'cancelled' }], 'https://scheme.example');
  expect(unfolded(first)).toContain('STATUS:CANCELLED');
  expect(unfolded(first)).toContain('DTSTAMP:20260201T100000Z');
  expect(unfolded(first)).toContain('LAST-MODIFIED:20260201T100000Z');
  expect(unfolded(first)).toContain(`SEQUENCE:${sequenceOf(changedAt)}`);
  expect(feedOf([{ ...line, standing: 'cancelled' }], 'https://scheme.example')).toBe(first);
});

test('a name of several lines stays one value', () => {
  const named = { ...line, summary: 'Himal\r\nATTENDEE:mailto:x@example.org' };
  const lines = unfolded(feedOf([named], 'https://scheme.example'));
  expect(lines.some((one) => one.startsWith('ATTENDEE'))).toBe(false);
});

test('a revision grows with every change, and stays an integer of a calendar', () => {
  expect(sequenceOf(new Date('2026-02-01T10:00:01Z'))).toBe(sequenceOf(changedAt) + 1);
  expect(sequenceOf(new Date('2019-01-01T00:00:00Z'))).toBe(0);
  expect(sequenceOf(new Date('2087-12-31T00:00:00Z'))).toBeLessThan(2 ** 31);
});

test('what no longer stands is struck out for ninety days; what stands is never left out', () => {
  const last = new Date('2026-05-02T23:00:00Z');
  const after = new Date('2026-05-03T00:00:00Z');
  expect(struckSince(last)).toBe('2026-02-01');
  expect(isShown({ standing: 'cancelled', changedAt }, last)).toBe(true);
  expect(isShown({ standing: 'cancelled', changedAt }, after)).toBe(false);
  for (const standing of ['confirmed', 'tentative'] as const)
    expect(isShown({ standing, changedAt }, after)).toBe(true);
});
