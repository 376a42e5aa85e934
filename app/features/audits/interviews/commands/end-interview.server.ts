import type { Transaction } from 'kysely';

import { ok, refuse } from '#app/platform/result.ts';
import type { Auditor, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { onAudit } from '../../commands/on-audit.server.ts';
import type { Audit } from '../../model.ts';
import { mayAudit } from '../../policy.ts';
import type { Failure } from '../model.ts';
import { findInterview } from '../queries.server.ts';
import { endInterview as end } from '../rules.ts';

/** The worker refused, or was not reached: both are counted. */
export const endInterview = (scope: Scope, auditId: string, id: string, failure: Failure) =>
  onAudit(scope, auditId, mayAudit, (step) => endOn({ ...step, now: scope.now }, id, failure));

type Ending = { trx: Transaction<Database>; audit: Audit; actor: Auditor; now: Date };

/** The same on an audit that is locked already. */
export async function endOn({ trx, audit, actor, now }: Ending, id: string, failure: Failure) {
  const interview = await findInterview(trx, audit.id, id);
  if (!interview) return refuse('not_found');
  const outcome = end(audit, interview, failure);
  if (!outcome.ok) return outcome;
  await trx
    .updateTable('worker_interview')
    .set({ ...outcome.value, concluded_at: now, concluded_by: actor.accountId })
    .where('id', '=', interview.id)
    .execute();
  return ok(outcome.value);
}
