import { recordEvent } from '#app/events/record.server.ts';
import { addDays, dayOf } from '#app/platform/calendar.ts';
import type { Scope, System } from '#app/platform/scope.ts';

import { warningOn } from './rules.ts';

const actor: System = { kind: 'system' };
const aRun = 500;

/** Warns 90, 30 and 7 days before an approval ends: once each, and after the clock stood still only of the nearest. */
export async function warnOfEndingApprovals(house: Pick<Scope, 'db' | 'now'>) {
  const today = dayOf(house.now);
  const ending = await house.db
    .selectFrom('audit_body_approval')
    .select(['id', 'organisation_id', 'valid_until'])
    .where('ended_at', 'is', null)
    .where('valid_until', '>=', today)
    .where('valid_until', '<=', addDays(today, 90))
    .orderBy('valid_until')
    .limit(aRun)
    .execute();
  for (const approval of ending) await warn(house, approval);
}

type Ending = { id: string; organisation_id: string; valid_until: string };

async function warn({ db, now }: Pick<Scope, 'db' | 'now'>, { id, organisation_id, valid_until }: Ending) {
  const step = warningOn(valid_until, dayOf(now));
  if (step === undefined) return;
  await db.transaction().execute(async (trx) => {
    const nearer = await trx
      .selectFrom('audit_body_approval_warning')
      .select('step')
      .where('approval_id', '=', id)
      .where('step', '<=', step)
      .executeTakeFirst();
    if (nearer) return;
    const given = await trx
      .insertInto('audit_body_approval_warning')
      .values({ approval_id: id, step, warned_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('step')
      .executeTakeFirst();
    if (!given) return;
    const about = { actor, now, subject: organisation_id, related: [] };
    const told = { approvalId: id, validUntil: valid_until };
    await recordEvent(trx, about, 'audit_body.approval_expiring', told);
  });
}
