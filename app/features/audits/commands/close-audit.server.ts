import { recordEvent } from '#app/events/record.server.ts';
import type { Scope } from '#app/platform/scope.ts';

import { isHouse } from '../policy.ts';
import { close } from '../rules.ts';
import { about, onAudit } from './on-audit.server.ts';

/** Follows the decision. */
export const closeAudit = (scope: Scope, id: string) =>
  onAudit(scope, id, isHouse, async ({ trx, audit }) => {
    const outcome = close(audit);
    if (!outcome.ok) return outcome;
    const { state } = outcome.value;
    await trx.updateTable('audit').set({ state, closed_at: scope.now }).where('id', '=', audit.id).execute();
    await recordEvent(trx, about(scope, audit), 'audit.closed', {});
    return outcome;
  });
