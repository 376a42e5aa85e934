import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { refuse } from '#app/platform/result.ts';
import type { Officer, Scope } from '#app/platform/scope.ts';
import { isTied } from '#db/has-tie.ts';

import { maySettle } from '../policy.ts';
import type { SettleForm } from './forms.ts';
import { findCondition } from './queries.server.ts';
import { settle } from './rules.ts';

/** Whether a condition of the panel was met, by whom that was seen, and what shows it. */
export const settleCondition = (
  { db, actor, now }: Scope<Officer>,
  id: string,
  { outcome, evidence }: SettleForm,
) =>
  db.transaction().execute(async (trx) => {
    await trx.selectFrom('decision_condition').select('id').where('id', '=', id).forUpdate().execute();
    const current = await findCondition({ db: trx }, id);
    if (!current) return refuse('not_found');
    if (!maySettle(actor)) return refuse('forbidden');
    const tied = await isTied(trx, actor.accountId, current.organisationId, dayOf(now));
    const settled = settle(current.state, { outcome, tied });
    if (!settled.ok) return settled;
    await trx
      .updateTable('decision_condition')
      .set({ ...settled.value, evidence, settled_at: now, settled_by: actor.accountId })
      .where('id', '=', id)
      .execute();
    const about = { subject: id, related: [current.applicationId, current.organisationId] };
    await recordEvent(trx, { actor, now, ...about }, 'decision.condition_settled', { outcome });
    return settled;
  });
