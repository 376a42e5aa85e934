import { expect, test } from 'vitest';

import { feedOf } from './feed.server.ts';

const audit = {
  id: '7b5f0c9e-1111-4111-8111-111111111111',
  reference: 'AUD-00001',
  type: 'surveillance',
  state: 'planned',
  undone: false,
  noticeType: 'announced',
  startsOn: '2026-03-02',
  endsOn: '2026-03-04',
  recruiter: 'Himal, Workforce; Ltd',
} as const;
const due = [
  { id: 'e1', type: 'recertification', noticeType: 'announced', dueOn: '2026-05-01', recruiter: 'Himal' },
] as const;
/** Lines longer than 75 octets go on in the next (RFC 5545, 3.1). */
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

test('whole days, an end that is the day after, names that cannot break out of their line', () => {
  const lines = unfolded(feedOf({ audits: [audit], due: [] }, 'https://scheme.example'));
  expect(lines).toContain('DTSTART;VALUE=DATE:20260302');
  expect(lines).toContain('DTEND;VALUE=DATE:20260305');
  expect(lines).toContain(`UID:audit-${audit.id}@scheme.example`);
  expect(lines).toContain('SUMMARY:Surveillance: Himal\\, Workforce\\; Ltd');
  expect(lines).toContain('STATUS:CONFIRMED');
});

test('what was cancelled says so under the same UID; the same words give the same bytes', () => {
  const told = { audits: [{ ...audit, state: 'cancelled' as const, undone: true }], due };
  const first = feedOf(told, 'https://scheme.example');
  expect(unfolded(first)).toContain('STATUS:CANCELLED');
  expect(unfolded(first)).toContain('SUMMARY:Last day: recertification of Himal');
  expect(feedOf(told, 'https://scheme.example')).toBe(first);
});

test('a name of several lines stays one value', () => {
  const named = { ...audit, recruiter: 'Himal\r\nATTENDEE:mailto:x@example.org' };
  const lines = unfolded(feedOf({ audits: [named], due: [] }, 'https://scheme.example'));
  expect(lines.some((line) => line.startsWith('ATTENDEE'))).toBe(false);
});
