import type { Kysely } from 'kysely';

import type { Officer, System } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { FeeSchedule } from './model.ts';
import { publish } from './rules.ts';

type Publisher = { db: Kysely<Database>; actor: Officer | System; now: Date };

/** A schedule and its lines, all at once; from then on it stands. What changes is a new one with a later day. */
export function publishFeeSchedule({ db, actor, now }: Publisher, schedule: FeeSchedule) {
  return db.transaction().execute(async (trx) => {
    const decision = publish(schedule);
    if (!decision.ok) return decision;
    const { id } = await trx
      .insertInto('fee_schedule')
      .values({
        scheme_version_id: schedule.versionId,
        valid_from: schedule.validFrom,
        size_by: schedule.sizeBy,
        tiers: JSON.stringify(schedule.tiers),
        other_tier: schedule.otherTier,
        published_at: now,
        published_by: actor.kind === 'system' ? null : actor.accountId,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await trx
      .insertInto('fee_schedule_line')
      .values(
        decision.value.map(({ purpose, tier, sizeFrom, amountMinor, currency }) => ({
          schedule_id: id,
          purpose,
          tier,
          size_from: sizeFrom,
          amount_minor: amountMinor,
          currency,
        })),
      )
      .execute();
    return decision;
  });
}
