import { expect, test } from 'vitest';

import { licenceComing } from './rules.ts';

const steps = [60, 30, 7];
const known = { endsOn: '2026-09-30', actsOn: null, validUntil: '2029-02-28' };

test.each([
  ['2026-08-01', known, undefined],
  ['2026-08-02', known, '2026-10-01'],
  ['2026-09-29', known, '2026-10-06'],
  ['2026-09-29', { ...known, actsOn: '2026-10-01' }, '2026-10-01'],
  ['2026-09-01', { ...known, endsOn: null }, undefined],
  ['2026-09-01', { ...known, validUntil: '2026-09-30' }, undefined],
])('on %s a licence that runs out suspends %j', (today, licence, on) => {
  expect(licenceComing(licence, steps, today)).toEqual(on && { endsOn: '2026-09-30', on });
});
