import type { Kysely } from 'kysely';

import { publishFeeSchedule } from '#app/features/billing/fees/commands.server.ts';
import type { FeeSchedule } from '#app/features/billing/fees/model.ts';
import { interimVersion } from '#app/features/scheme/commands.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';

const linesOf = (tier: string, application: number, large: number, levy: number): FeeSchedule['lines'] => [
  { purpose: 'application_fee', tier, sizeFrom: 0, amountMinor: application * 100, currency: 'USD' },
  { purpose: 'application_fee', tier, sizeFrom: 2000, amountMinor: large * 100, currency: 'USD' },
  { purpose: 'extra_fee', tier, sizeFrom: 0, amountMinor: 25_000, currency: 'USD' },
  { purpose: 'annual_levy', tier, sizeFrom: 0, amountMinor: levy * 100, currency: 'USD' },
];

/** The demonstration's fees, in force for ninety days: by where an agency is and how many workers it places. */
export const publishDemoFees = (db: Kysely<Database>, today: Date) => {
  const since = new Date(today.getTime() - 90 * 86_400_000);
  const origins = ['NP', 'BD', 'LK', 'IN', 'PK', 'PH', 'ID', 'VN', 'MM', 'KE', 'ET', 'UG', 'GH'];
  return publishFeeSchedule(
    { db, actor: { kind: 'system' }, now: since },
    {
      versionId: interimVersion.id,
      validFrom: dayOf(since),
      sizeBy: 'workers_placed',
      tiers: Object.fromEntries(origins.map((code) => [code, 'origin'])),
      otherTier: 'other',
      lines: [...linesOf('origin', 1000, 1500, 400), ...linesOf('other', 1500, 2500, 900)],
    },
  );
};
