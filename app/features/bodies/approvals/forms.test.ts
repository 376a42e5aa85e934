import { expect, test } from 'vitest';

import { approvalForm, sectorCodes } from './forms.ts';

const whole = {
  countries: 'Nepal, BD;\nSri Lanka',
  sectors: ['F', 'T'],
  validFrom: '2026-01-01',
  validUntil: '2028-12-31',
  ground: 'Accredited, contract signed.',
};
const messages = (change: Record<string, unknown>) =>
  approvalForm.safeParse({ ...whole, ...change }).error?.issues.map(({ message }) => message);

test('countries are written as people write them', () => {
  expect(approvalForm.parse(whole).countries).toEqual(['BD', 'LK', 'NP']);
  expect(sectorCodes).toHaveLength(21);
});

test.each([
  [{ countries: 'Nepal, Atlantis' }, 'We know no country called Atlantis. Write it as in the register'],
  [{ countries: ' , ' }, 'Enter at least one country'],
  [{ sectors: [] }, 'Choose at least one sector'],
  [{ sectors: ['Z'] }, 'Choose from the list'],
  [{ validUntil: '2025-12-31' }, 'The last day comes before the first: check both'],
  [{ ground: 'short' }, 'Say what the approval rests on, in a sentence at least'],
])('%j is sent back', (change, message) => {
  expect(messages(change)).toContain(message);
});
