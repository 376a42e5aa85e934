import { expect } from 'vitest';

import { test } from '#tests/support/test.ts';

import { ofHolders, someHolders } from './house/seen.ts';
import { together } from './house/together.ts';
import { houseSteps, patienceFor, wholeWay } from './machine.ts';

test(
  `a certificate, its audits and their findings go together to its end or its renewal, as their machines say, for ${houseSteps / 2} steps`,
  async ({ copy }) => {
    const seen = await together(copy, ['certified', 'late'], 60);
    expect(seen).toEqual(expect.arrayContaining(wholeWay ? ofHolders : someHolders));
  },
  patienceFor(houseSteps / 2),
);
