import { recordEvent } from '#app/events/record.server.ts';
import type { Scope } from '#app/platform/scope.ts';

import { mayLead } from '../policy.ts';
import { cancel } from '../rules.ts';
import { about, onAudit } from './on-audit.server.ts';

export const cancelAudit = (scope: Scope, id: string) =>
  onAudit(scope, id, mayLead, async ({ trx, audit }) => {
    const outcome = cancel(audit);
    if (!outcome.ok) return outcome;
    const { state } = outcome.value;
    await trx
      .updateTable('audit')
      .set({ state, cancelled_at: scope.now })
      .where('id', '=', audit.id)
      .execute();
    await recordEvent(trx, about(scope, audit), 'audit.cancelled', {});
    return outcome;
  });
