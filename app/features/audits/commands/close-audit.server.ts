import { sql, type Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { isHouse } from '../policy.ts';
import { close } from '../rules.ts';
import { about, onAudit } from './on-audit.server.ts';

/** Follows the decision. */
export const closeAudit = (scope: Scope, id: string) =>
  onAudit(scope, id, isHouse, async ({ trx, audit }) => {
    const outcome = close(audit, await mayEnd(trx, audit.id));
    if (!outcome.ok) return outcome;
    const { state } = outcome.value;
    await trx.updateTable('audit').set({ state, closed_at: scope.now }).where('id', '=', audit.id).execute();
    await recordEvent(trx, about(scope, audit), 'audit.closed', {});
    return outcome;
  });

/** Decisions and certificates are another room's; the database asks the same when the audit is closed. */
async function mayEnd(trx: Transaction<Database>, id: string) {
  const { rows } = await sql<{ ends: boolean }>`select audit_may_end(${id}::uuid) as ends`.execute(trx);
  return rows[0]?.ends === true;
}
