import type { Kysely } from 'kysely';
import { z } from 'zod';

import type { Day } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';

import { purposes } from '../model.ts';
import { sizeMeasures, type FeeSchedule } from './model.ts';

const lineShape = z.object({
  purpose: z.enum(purposes),
  tier: z.string(),
  sizeFrom: z.number(),
  amountMinor: z.number(),
  currency: z.string(),
});
const scheduleShape = z.object({
  id: z.string(),
  versionId: z.string(),
  validFrom: z.string(),
  sizeBy: z.enum(sizeMeasures),
  tiers: z.record(z.string(), z.string()),
  otherTier: z.string(),
});

/** The schedule in force for a scheme version on a day: the latest of those that had begun. */
export async function findFeeSchedule(
  { db }: { db: Kysely<Database> },
  versionId: string,
  on: Day,
): Promise<FeeSchedule | undefined> {
  const row = await db
    .selectFrom('fee_schedule')
    .select([
      'id',
      'scheme_version_id as versionId',
      'valid_from as validFrom',
      'size_by as sizeBy',
      'tiers',
      'other_tier as otherTier',
    ])
    .where('scheme_version_id', '=', versionId)
    .where('valid_from', '<=', on)
    .orderBy('valid_from', 'desc')
    .orderBy('published_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  const { id, ...schedule } = scheduleShape.parse(row);
  const lines = await db
    .selectFrom('fee_schedule_line')
    .select(['purpose', 'tier', 'size_from as sizeFrom', 'amount_minor as amountMinor', 'currency'])
    .where('schedule_id', '=', id)
    .orderBy('purpose')
    .orderBy('tier')
    .orderBy('size_from')
    .execute();
  return { ...schedule, lines: z.array(lineShape).parse(lines) };
}
