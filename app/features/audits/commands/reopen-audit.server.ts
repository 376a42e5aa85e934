import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { listStandings } from '../findings/queries.server.ts';
import { isHouse } from '../policy.ts';
import { reopen } from '../rules.ts';
import { about, onAudit } from './on-audit.server.ts';

/** Follows a finding that became graver: what is not well is corrected before the audit is closed. */
export const reopenAudit = (scope: Scope, id: string) =>
  onAudit(scope, id, isHouse, async ({ trx, audit }) => {
    const outcome = reopen(audit, await listStandings(trx, audit.id), await isBeforePanel(trx, audit.id));
    if (!outcome.ok) return outcome;
    await trx.updateTable('audit').set({ state: outcome.value.state }).where('id', '=', audit.id).execute();
    await recordEvent(trx, about(scope, audit), 'audit.reopened', {});
    return outcome;
  });

async function isBeforePanel(trx: Transaction<Database>, id: string) {
  const open = await trx
    .selectFrom('decision_matter')
    .select('id')
    .where('audit_id', '=', id)
    .where('state', '=', 'open')
    .limit(1)
    .executeTakeFirst();
  return open !== undefined;
}
