import { recordEvent } from '#app/events/record.server.ts';
import type { Scope } from '#app/platform/scope.ts';

import { findLeft } from '../closing.server.ts';
import { mayLead } from '../../policy.ts';
import { closeFieldwork as closes } from '../rules.ts';
import { about, onAudit } from '../../commands/on-audit.server.ts';

export const closeFieldwork = (scope: Scope, id: string) =>
  onAudit(scope, id, mayLead, async ({ trx, audit }) => {
    const outcome = closes(audit, await findLeft(trx, audit));
    if (!outcome.ok) return outcome;
    const { state, type } = outcome.value;
    await trx
      .updateTable('audit')
      .set({ state, fieldwork_done_at: scope.now })
      .where('id', '=', audit.id)
      .execute();
    await recordEvent(trx, about(scope, audit), 'audit.fieldwork_done', { type });
    return outcome;
  });
