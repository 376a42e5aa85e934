import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { about } from '../../commands/on-audit.server.ts';
import { lockAudit } from '../../queries.server.ts';
import { settle } from '../../rules.ts';
import type { Finding } from '../model.ts';
import { listStandings } from '../queries.server.ts';

/** After a finding moved on: if it was the last that stood in the way, the audit is ready for its decision. */
export async function settleAudit(
  trx: Transaction<Database>,
  scope: Scope,
  { auditId }: Pick<Finding, 'auditId'>,
) {
  const audit = await lockAudit(trx, scope, auditId);
  if (!audit) return;
  // Read under the audit's lock: of two last findings closed at once, the second sees both closed.
  const outcome = settle(audit, await listStandings(trx, auditId));
  if (!outcome.ok) return;
  await trx.updateTable('audit').set({ state: outcome.value.state }).where('id', '=', auditId).execute();
  await recordEvent(trx, about(scope, audit), 'audit.ready_for_decision', {});
}
