import { expect, test } from 'vitest';

import { answerInWords } from './words.ts';

const one = {
  ...{ registrationNumber: 'LRN00022603', name: 'Everest Gate', nameLocal: null, country: 'NP' },
  standing: { status: 'certified_under_watch', since: '2026-03-01T10:00:00.000Z', reasonClass: null },
  match: { score: 1, on: 'registration_number' as const },
};

test.each([
  [
    { outcome: 'match' as const, ...one },
    'Everest Gate (LRN00022603): Certified, under watch since 2026-03-01',
  ],
  [
    { outcome: 'ambiguous' as const, candidates: [one, { ...one, registrationNumber: 'LRN00032603' }] },
    'Several may be meant: Everest Gate (LRN00022603); Everest Gate (LRN00032603)',
  ],
  [{ outcome: 'no_match' as const, reason: 'removed' as const }, 'It was taken off the register'],
  [
    { outcome: 'no_match' as const, reason: 'unknown' as const },
    'Nobody of this name or number is on the register',
  ],
  [
    { outcome: 'no_match' as const, reason: 'not_yet_listed' as const },
    'It was not on the register at the end of that day',
  ],
  [
    { outcome: 'match' as const, asOf: '2026-03-02', ...one },
    'Everest Gate (LRN00022603): Certified, under watch since 2026-03-01, as it stood at the end of 2026-03-02',
  ],
])('an answer is one sentence: %#', (answer, words) => {
  expect(answerInWords({ ref: null, ...answer })).toBe(words);
});
