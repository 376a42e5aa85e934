import { recordEvent } from '#app/events/record.server.ts';
import type { Scope } from '#app/platform/scope.ts';

import type { ReasonForm } from '../forms.ts';
import { mayLead } from '../policy.ts';
import { cancel } from '../rules.ts';
import { about, onAudit } from './on-audit.server.ts';

/** The recruiter reads the reason, if it knew of the days. */
export const cancelAudit = (scope: Scope, id: string, { reason }: ReasonForm) =>
  onAudit(scope, id, mayLead, async ({ trx, audit }) => {
    const outcome = cancel(audit, reason);
    if (!outcome.ok) return outcome;
    const { state, cancelCause: cause } = outcome.value;
    await trx
      .updateTable('audit')
      .set({ state, cancelled_at: scope.now, cancel_cause: cause, cancel_note: reason })
      .where('id', '=', audit.id)
      .execute();
    await recordEvent(trx, about(scope, audit), 'audit.cancelled', { cause });
    return outcome;
  });
