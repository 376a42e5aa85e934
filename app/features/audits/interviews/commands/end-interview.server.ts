import type { Scope } from '#app/platform/scope.ts';
import { ok, refuse } from '#app/platform/result.ts';

import { onAudit } from '../../commands/on-audit.server.ts';
import { mayAudit } from '../../policy.ts';
import type { Failure } from '../model.ts';
import { findInterview } from '../queries.server.ts';
import { endInterview as end } from '../rules.ts';

/** The worker refused, or was not reached: both are counted. */
export const endInterview = (scope: Scope, auditId: string, id: string, failure: Failure) =>
  onAudit(scope, auditId, mayAudit, async ({ trx, audit, actor }) => {
    const interview = await findInterview(trx, audit.id, id);
    if (!interview) return refuse('not_found');
    const outcome = end(audit, interview, failure);
    if (!outcome.ok) return outcome;
    await trx
      .updateTable('worker_interview')
      .set({ ...outcome.value, concluded_at: scope.now, concluded_by: actor.accountId })
      .where('id', '=', interview.id)
      .execute();
    return ok(outcome.value);
  });
