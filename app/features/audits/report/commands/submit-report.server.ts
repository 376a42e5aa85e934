import { recordEvent } from '#app/events/record.server.ts';
import type { Scope } from '#app/platform/scope.ts';

import type { ReportForm } from '../forms.ts';
import { mayLead } from '../../policy.ts';
import { submitReport as submits } from '../rules.ts';
import { about, onAudit } from '../../commands/on-audit.server.ts';

export const submitReport = (scope: Scope, id: string, { summary }: ReportForm) =>
  onAudit(scope, id, mayLead, async ({ trx, audit, actor }) => {
    const outcome = submits(audit, summary, actor.accountId, scope.now);
    if (!outcome.ok) return outcome;
    const { state, reportedAt, reportedBy } = outcome.value;
    await trx
      .updateTable('audit')
      .set({ state, summary, reported_at: reportedAt, reported_by: reportedBy, review_note: null })
      .where('id', '=', audit.id)
      .execute();
    await recordEvent(trx, about(scope, audit), 'audit.report_submitted', {});
    return outcome;
  });
