import { expect, test } from 'vitest';

import { everything, narrowedAddress, narrowingOf } from './rules.ts';

const asked = new URLSearchParams({ body: 'b1', auditor: 'a1', recruiter: ' Himal & Sons ' });
const all = { body: 'b1', auditor: 'a1', recruiter: 'Himal & Sons' };

test.each([
  ['officer', all],
  ['auditor', { ...all, body: '' }],
  ['reviewer', { ...all, body: '' }],
  ['recruiter', everything],
  ['visitor', everything],
  ['decider', everything],
] as const)('a calendar of the %s is narrowed to what that reader may ask for', (kind, narrowing) => {
  expect(narrowingOf(kind, asked)).toEqual(narrowing);
  expect(narrowingOf(kind, new URLSearchParams())).toEqual(everything);
});

test('an address keeps every narrowing and names nothing that was not asked', () => {
  const address = narrowedAddress('/audits/calendar', all, { page: '2', type: '' });
  expect(address).toBe('/audits/calendar?page=2&body=b1&auditor=a1&recruiter=Himal+%26+Sons');
  expect(narrowingOf('officer', new URL(address, 'https://scheme.example').searchParams)).toEqual(all);
  expect(narrowedAddress('/audits/calendar', everything)).toBe('/audits/calendar');
});
