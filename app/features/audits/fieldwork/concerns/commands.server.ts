import type { Transaction } from 'kysely';

import { ok, refuse } from '#app/platform/result.ts';
import type { Auditor, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { onAudit } from '../../commands/on-audit.server.ts';
import type { Audit } from '../../model.ts';
import { mayAudit } from '../../policy.ts';
import { indicatorExists } from '../commands/assess-indicator.server.ts';
import type { CloseConcernForm, NamedConcern } from './forms.ts';
import { findConcern } from './queries.server.ts';
import { closeConcern as closes } from './rules.ts';

/** Part of the outcome of stage 1, in its transaction and before it. */
export async function insertConcerns(
  trx: Transaction<Database>,
  { actor, now }: Scope<Auditor>,
  audit: Audit,
  concerns: readonly NamedConcern[],
) {
  for (const { indicator } of concerns)
    if (!(await indicatorExists(trx, audit, indicator))) return refuse('no_such_indicator');
  const { id, applicationId, schemeVersionId } = audit;
  if (concerns.length > 0)
    await trx
      .insertInto('readiness_concern')
      .values(
        concerns.map(({ indicator, concern }) => ({
          ...{ audit_id: id, application_id: applicationId, scheme_version_id: schemeVersionId },
          ...{ indicator_code: indicator, concern, raised_at: now, raised_by: actor.accountId },
        })),
      )
      .execute();
  return ok(concerns.length);
}

/** Looked at in stage 2: what became of it. A finding, where there is one, is raised apart. */
export const closeConcern = (scope: Scope, auditId: string, id: string, { note }: CloseConcernForm) =>
  onAudit(scope, auditId, mayAudit, async ({ trx, audit, actor }) => {
    const concern = await findConcern(trx, audit, id);
    if (!concern) return refuse('not_found');
    const outcome = closes(audit, concern);
    if (!outcome.ok) return outcome;
    await trx
      .updateTable('readiness_concern')
      .set({ closed_in: audit.id, note, closed_at: scope.now, closed_by: actor.accountId })
      .where('id', '=', concern.id)
      .execute();
    return ok({ indicatorCode: concern.indicatorCode });
  });
