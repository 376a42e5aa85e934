import { recordEvent } from '#app/events/record.server.ts';
import type { Scope } from '#app/platform/scope.ts';

import { mayLead } from '../../policy.ts';
import { listStages } from '../../queries.server.ts';
import { start } from '../rules.ts';
import { about, onAudit } from '../../commands/on-audit.server.ts';

export const startAudit = (scope: Scope, id: string) =>
  onAudit(scope, id, mayLead, async ({ trx, audit }) => {
    const outcome = start(audit, await listStages(trx, audit.applicationId));
    if (!outcome.ok) return outcome;
    const { state, type } = outcome.value;
    await trx.updateTable('audit').set({ state, started_at: scope.now }).where('id', '=', audit.id).execute();
    await recordEvent(trx, about(scope, audit), 'audit.started', { type });
    return outcome;
  });
