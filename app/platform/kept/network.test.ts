import { expect, test } from 'vitest';

import { keptUnder, tagOf, tagOfPath } from './network.ts';

test('an answer is kept for a minute, and never into the next day', () => {
  const tag = tagOf('recruiter', 'lrn 0001 2603');
  expect(tag).toBe('recruiter-LRN00012603');
  expect(keptUnder(tag, new Date('2026-03-01T09:00:00Z'))).toEqual({
    'CDN-Cache-Control': 'max-age=60',
    'Surrogate-Control': 'max-age=60',
    'Cache-Tag': 'register,recruiter-LRN00012603',
    'Surrogate-Key': 'register recruiter-LRN00012603',
  });
  const late = (at: string) => keptUnder(tag, new Date(at))['CDN-Cache-Control'];
  expect(late('2026-03-01T23:59:18.500Z')).toBe('max-age=41');
  expect(late('2026-03-01T23:59:59.999Z')).toBe('max-age=0');
  expect(late('2026-03-02T00:00:00.000Z')).toBe('max-age=60');
});

test('an address has the tag of whom it tells of, however its number is typed', () => {
  const recruiter = 'recruiter-LRN00012603';
  for (const path of ['LRN00012603', 'lrn0001%202603', 'LRN-0001-2603/history', 'LRN%2D00012603'])
    expect(tagOfPath(`/api/v1/recruiters/${path}`)).toBe(recruiter);
  expect(tagOfPath('/register/LRN00012603')).toBe(recruiter);
  expect(tagOfPath('/api/v1/certificates/erc-2026-00001')).toBe('certificate-ERC-2026-00001');
  for (const none of [
    '/api/v1/enumerations',
    '/api/v1/recruiters',
    '/api/v1/recruiters/%E0%A4',
    '/register/a%2Cb',
    '/',
  ])
    expect(tagOfPath(none), none).toBeUndefined();
});
