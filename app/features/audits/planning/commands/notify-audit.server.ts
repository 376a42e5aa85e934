import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import type { Scope } from '#app/platform/scope.ts';

import { onAudit, about } from '../../commands/on-audit.server.ts';
import { mayLead } from '../../policy.ts';
import type { NotifyForm } from '../forms.ts';
import { fits } from '../itinerary/fits.server.ts';
import { findNotice } from '../queries.server.ts';
import { notify } from '../rules.ts';

/** Sends the plan, or of a semi-announced audit its window: from here on the recruiter knows. */
export const notifyAudit = (scope: Scope, id: string, { reason }: NotifyForm) =>
  onAudit(scope, id, mayLead, async ({ trx, audit }) => {
    const { clocks } = await findNotice(trx, audit.id);
    const outcome = notify(audit, { today: dayOf(scope.now), noticeDays: clocks.noticeDays, reason });
    if (!outcome.ok) return outcome;
    const itinerary = await fits(trx, audit);
    if (!itinerary.ok) return itinerary;
    const { state, noticeType } = outcome.value;
    await trx
      .updateTable('audit')
      .set({ state, notified_at: scope.now, notice_reason: reason || null })
      .where('id', '=', audit.id)
      .execute();
    await recordEvent(trx, about(scope, audit), 'audit.notified', { noticeType });
    return outcome;
  });
