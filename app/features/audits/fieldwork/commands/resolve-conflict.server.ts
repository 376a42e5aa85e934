import { ok, refuse } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';

import { onAudit } from '../../commands/on-audit.server.ts';
import { mayAudit } from '../../policy.ts';
import { checkCited } from '../../interviews/queries.server.ts';
import { listOpenConflicts } from '../conflicts.server.ts';
import type { ResolveForm } from '../forms.ts';
import { currentsOf } from '../operations.server.ts';
import { resolve } from '../rules.ts';
import { saveAssessment } from '../save.server.ts';

/**
 * A person compared what stands with what met it, and says what holds. Always a revision of its own, also when nothing
 * changes: a device that goes on from before it then meets a conflict again, and overwrites nothing.
 */
export const resolveConflict = (scope: Scope, id: string, code: string, form: ResolveForm) =>
  onAudit(scope, id, mayAudit, async ({ trx, audit, actor }) => {
    const conflicts = await listOpenConflicts(trx, audit.id, code);
    const current = (await currentsOf(trx, audit.id)).get(code);
    if (!current) return refuse('not_found');
    const cited = await checkCited(trx, audit.id, form.note, form.evidence);
    if (!cited.ok) return cited;
    const outcome = resolve(audit, { current, conflicts }, form);
    if (!outcome.ok) return outcome;
    const { revision } = outcome.value;
    await saveAssessment(trx, audit, code, { ...outcome.value, at: scope.now, by: actor.accountId });
    const resolved = { audit_id: audit.id, indicator_code: code, revision };
    await trx
      .insertInto('fieldwork_resolution')
      .values(
        conflicts.map((conflict) => ({
          ...resolved,
          operation_id: conflict.id,
          choice: choiceOf(form.choice, conflict.id),
          resolved_at: scope.now,
          resolved_by: actor.accountId,
        })),
      )
      .execute();
    return ok({ revision });
  });

const choiceOf = (choice: string, id: string) =>
  choice === 'new' ? 'merged' : choice === id ? 'taken' : 'not_taken';
