import { expect, test } from 'vitest';

import { chosenOf } from './forms.ts';

test('what was ticked is read from the address, and nothing before anybody looked', () => {
  expect(chosenOf(new URLSearchParams())).toBeUndefined();
  expect(chosenOf(new URLSearchParams('seen=yes&corridors=NP-AE&corridors=NP-QA&offices=Kathmandu'))).toEqual(
    { corridors: ['NP-AE', 'NP-QA'], sectors: [], offices: ['Kathmandu'] },
  );
});
