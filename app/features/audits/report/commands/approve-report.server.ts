import { recordEvent } from '#app/events/record.server.ts';
import type { Scope } from '#app/platform/scope.ts';

import { issueFindings } from '../../findings/commands/issue-findings.server.ts';
import type { ApproveForm } from '../forms.ts';
import { mayReview } from '../../policy.ts';
import { approve } from '../rules.ts';
import { about, onAudit } from '../../commands/on-audit.server.ts';

/** Makes the report final: every finding is issued and its clocks start, in the same moment. */
export const approveReport = (scope: Scope, id: string, { note }: ApproveForm) =>
  onAudit(scope, id, mayReview, async ({ trx, audit, actor }) => {
    const may = approve(audit, actor.accountId, []);
    if (!may.ok) return may;
    const issued = await issueFindings(trx, scope, audit);
    const outcome = approve(audit, actor.accountId, issued);
    if (!outcome.ok) return outcome;

    const { state, reviewedBy } = outcome.value;
    await trx
      .updateTable('audit')
      .set({ state, reviewed_at: scope.now, reviewed_by: reviewedBy, review_note: note || null })
      .where('id', '=', audit.id)
      .execute();
    await recordEvent(trx, about(scope, audit), 'audit.report_final', { findings: issued.length });
    if (state === 'ready_for_decision')
      await recordEvent(trx, about(scope, audit), 'audit.ready_for_decision', {});
    return outcome;
  });
