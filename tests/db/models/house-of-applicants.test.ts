import { expect } from 'vitest';

import { test } from '#tests/support/test.ts';

import { ofApplicants, someApplicants } from './house/seen.ts';
import { together } from './house/together.ts';
import { houseSteps, patienceFor, wholeWay } from './machine.ts';

test(
  `an application, its audits and their findings go together with the first certificate, as their machines say, for ${houseSteps / 2} steps`,
  async ({ copy }) => {
    const seen = await together(copy, ['engaged', 'fieldwork'], 40);
    expect(seen).toEqual(expect.arrayContaining(wholeWay ? ofApplicants : someApplicants));
  },
  patienceFor(houseSteps / 2),
);
