import { sql, type Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { insertConcerns } from '../concerns/commands.server.ts';
import { nameConcerns } from '../concerns/rules.ts';
import type { ReadinessForm } from '../forms.ts';
import { mayLead } from '../../policy.ts';
import { recordReadiness as concludes } from '../rules.ts';
import { about, onAudit } from '../../commands/on-audit.server.ts';

/** Ends stage 1: whether stage 2 may begin, why, and what it is to look at. */
export const recordReadiness = (
  scope: Scope,
  id: string,
  { readiness, summary, concerns = [] }: ReadinessForm,
) =>
  onAudit(scope, id, mayLead, async ({ trx, audit, actor }) => {
    const outcome = concludes(audit, readiness, await hasOpenCritical(trx, audit.id));
    if (!outcome.ok) return outcome;
    const named = nameConcerns(readiness, concerns.length);
    if (!named.ok) return named;
    const kept = await insertConcerns(trx, { ...scope, actor }, audit, concerns);
    if (!kept.ok) return kept;
    await trx
      .updateTable('audit')
      .set({ state: outcome.value.state, readiness, summary, closed_at: scope.now })
      .where('id', '=', audit.id)
      .execute();
    await recordEvent(trx, about(scope, audit), 'audit.readiness_recorded', { readiness });
    await recordEvent(trx, about(scope, audit), 'audit.closed', {});
    return outcome;
  });

async function hasOpenCritical(trx: Transaction<Database>, auditId: string) {
  const row = await trx
    .selectFrom('finding')
    .select('id')
    .where('audit_id', '=', auditId)
    .where('grade', '=', 'critical')
    .where(sql<boolean>`is_open_point(grade, state)`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
