import { recordEvent } from '#app/events/record.server.ts';
import type { Scope } from '#app/platform/scope.ts';

import type { DeclareForm } from '../forms.ts';
import { mayDeclare } from '../../policy.ts';
import { declare } from '../rules.ts';
import { about, onAudit } from '../../commands/on-audit.server.ts';

/** Before anyone takes part: does this person have a tie to the recruiter? */
export const declareConflict = (scope: Scope, id: string, { conflicted, statement }: DeclareForm) =>
  onAudit(scope, id, mayDeclare, async ({ trx, audit, actor }) => {
    const outcome = declare(audit, actor.accountId, conflicted);
    if (!outcome.ok) return outcome;
    const { value: after } = outcome;
    const cause = after.state === 'cancelled' ? after.cancelCause : undefined;
    await trx
      .insertInto('conflict_declaration')
      .values({
        audit_id: audit.id,
        account_id: actor.accountId,
        organisation_id: audit.organisationId,
        declared_at: scope.now,
        conflicted,
        statement,
      })
      .execute();
    const ended = cause && { cancelled_at: scope.now, cancel_cause: cause };
    await trx
      .updateTable('audit')
      .set({ state: after.state, ...ended })
      .where('id', '=', audit.id)
      .execute();
    await recordEvent(trx, about(scope, audit), 'audit.conflict_declared', { conflicted });
    if (cause) await recordEvent(trx, about(scope, audit), 'audit.cancelled', { cause });
    return outcome;
  });
