import type { Kysely } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { addDays, dayOf, daysBetween } from '#app/platform/calendar.ts';
import type { Scope, System } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { warningOn } from './rules.ts';

const actor: System = { kind: 'system' };
const aRun = 500;

/**
 * Warns 90, 30 and 7 days ahead, and tells the day after that a licence ended: once each, also after the clock stood
 * still, and then only of the nearest. A renewal that waits for its confirmation warns nobody.
 */
export async function warnOfEndingLicences(house: Pick<Scope, 'db' | 'now'>) {
  for (const licence of await listEnding(house)) await warn(house, licence);
}

type Ending = { id: string; organisation_id: string; valid_until: string };

/** Those whose warning of today was not given yet. */
function listEnding({ db, now }: Pick<Scope, 'db' | 'now'>): Promise<Ending[]> {
  const today = dayOf(now);
  const [week, month, quarter] = [addDays(today, 7), addDays(today, 30), addDays(today, 90)];
  return db
    .selectFrom('licence')
    .select(['id', 'organisation_id', 'valid_until'])
    .where('standing', '<>', 'revoked')
    .where('valid_until', '<=', quarter)
    .where((where) => where.or([where('renewal_until', 'is', null), where('valid_until', '<', today)]))
    .where(({ not, exists, selectFrom, eb }) =>
      not(
        exists(
          selectFrom('licence_warning')
            .select('licence_id')
            .whereRef('licence_warning.licence_id', '=', 'licence.id')
            .whereRef('licence_warning.valid_until', '=', 'licence.valid_until')
            .where(
              'licence_warning.step',
              '<=',
              eb
                .case()
                .when('licence.valid_until', '<', today)
                .then(0)
                .when('licence.valid_until', '<=', week)
                .then(7)
                .when('licence.valid_until', '<=', month)
                .then(30)
                .else(90)
                .end(),
            ),
        ),
      ),
    )
    .orderBy('valid_until')
    .limit(aRun)
    .execute();
}

async function warn({ db, now }: { db: Kysely<Database>; now: Date }, ending: Ending) {
  const { id, organisation_id, valid_until: validUntil } = ending;
  const today = dayOf(now);
  const step = warningOn(validUntil, today);
  if (step === undefined) return;
  await db.transaction().execute(async (trx) => {
    const given = await trx
      .insertInto('licence_warning')
      .values({ licence_id: id, valid_until: validUntil, step, warned_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('step')
      .executeTakeFirst();
    if (!given) return;
    const about = { actor, now, subject: id, related: [organisation_id] };
    if (step === 0) await recordEvent(trx, about, 'licence.expired', {});
    else {
      const days = daysBetween(today, validUntil);
      await recordEvent(trx, about, 'licence.expiring', { days, validUntil });
    }
  });
}
