import { expect } from 'vitest';

import { expireDeferrals } from '#app/features/applications/clocks/commands.server.ts';
import { deferApplication } from '#app/features/applications/review-commands.server.ts';
import { saveAnswers } from '#app/features/applications/sections/commands.server.ts';
import { publishFeeSchedule } from '#app/features/billing/fees/commands.server.ts';
import { interimVersion } from '#app/features/scheme/commands.server.ts';
import { anApplicant, inReview } from '#tests/support/factories/applications.ts';
import { done, now } from '#tests/support/factories/audits.ts';
import { test } from '#tests/support/test.ts';

const line = { purpose: 'extra_fee', tier: 'home', currency: 'USD' } as const;
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

test('a fee goes by where the agency is registered, and by its size when it was sent', async ({
  db,
  work,
}) => {
  const given = await anApplicant(db);
  const schedule = {
    versionId: interimVersion.id,
    validFrom: '2026-01-01',
    sizeBy: 'workers_placed',
    tiers: { NP: 'home' },
    otherTier: 'abroad',
    lines: [
      { ...line, sizeFrom: 0, amountMinor: 100 },
      { ...line, sizeFrom: 40, amountMinor: 200 },
      { ...line, tier: 'abroad', sizeFrom: 0, amountMinor: 1 },
    ],
  } as const;
  done(await publishFeeSchedule({ db, actor: { kind: 'system' }, now }, schedule));
  done(await saveAnswers(given.recruiter, given.id, { answers: { country: 'QA' }, seen: { country: 1 } }));
  await inReview(given, work);
  done(await deferApplication(given.officer, given.id, { reasons: 'One thing is missing.' }));
  const small = [{ volume_origin: 'NP', volume_destination: 'QA', women_12: 1, men_12: 1 }];
  const edit = { answers: { volumes: small }, seen: { volumes: 1 } };
  done(await saveAnswers({ ...given.recruiter, now: later(5) }, given.id, edit));
  await expireDeferrals({ db, now: later(61) });
  await work();
  const fees = await db
    .selectFrom('invoice')
    .select('amount_minor')
    .where('purpose', '=', 'extra_fee')
    .execute();
  expect(fees).toEqual([{ amount_minor: 200 }]);
});
