import { recordEvent } from '#app/events/record.server.ts';
import { addDays, dayOf } from '#app/platform/calendar.ts';
import { inBatches, oneByOne } from '#app/platform/operation/round.ts';
import type { Scope, System } from '#app/platform/scope.ts';

import { warningOn } from '../approvals/rules.ts';

const actor: System = { kind: 'system' };
const aBatch = 500;

type House = Pick<Scope, 'db' | 'now'>;

/** Warns 90, 30 and 7 days before an auditor's approval ends: once each, and after the clock stood still only of the nearest. */
export const warnOfEndingAuditors = (house: House) =>
  oneByOne(
    inBatches((after) => listEnding(house, after)),
    (id) => warn(house, id),
  );

async function listEnding({ db, now }: House, after: string) {
  const rows = await db
    .selectFrom('auditor_approval')
    .select('id')
    .where('outcome', '=', 'granted')
    .where('ended_at', 'is', null)
    .where('valid_until', '>=', dayOf(now))
    .where('valid_until', '<=', addDays(dayOf(now), 90))
    .where('id', '>', after)
    .orderBy('id')
    .limit(aBatch)
    .execute();
  return rows.map(({ id }) => id);
}

const warn = ({ db, now }: House, id: string) =>
  db.transaction().execute(async (trx) => {
    const approval = await trx
      .selectFrom('auditor_approval')
      .select(['account_id', 'organisation_id', 'valid_until'])
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    const validUntil = approval?.valid_until;
    const step = validUntil ? warningOn(validUntil, dayOf(now)) : undefined;
    if (!approval || !validUntil || step === undefined) return;
    const nearer = await trx
      .selectFrom('auditor_approval_warning')
      .select('step')
      .where('approval_id', '=', id)
      .where('step', '<=', step)
      .executeTakeFirst();
    if (nearer) return;
    await trx
      .insertInto('auditor_approval_warning')
      .values({ approval_id: id, step, warned_at: now })
      .execute();
    const about = { actor, now, subject: approval.account_id, related: [approval.organisation_id] };
    await recordEvent(trx, about, 'auditor.approval_expiring', { approvalId: id, validUntil });
  });
