import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import type { Scope } from '#app/platform/scope.ts';
import { isTied } from '#db/has-tie.ts';

import type { ReasonForm } from '../../forms.ts';
import { mayReview } from '../../policy.ts';
import { returnReport as returns } from '../rules.ts';
import { about, onAudit } from '../../commands/on-audit.server.ts';
import { isApprovedReviewer, leftTeam } from '../../team/ties/queries.server.ts';

/** The reviewer's questions go back with the report; it is sent again when they are answered. */
export const returnReport = (scope: Scope, id: string, { reason }: ReasonForm) =>
  onAudit(scope, id, mayReview, async ({ trx, audit, actor: { accountId } }) => {
    const tied = await isTied(trx, accountId, audit.organisationId, dayOf(scope.now));
    const left = await leftTeam(trx, accountId, audit.id);
    const approved = await isApprovedReviewer(trx, { accountId, bodyId: audit.auditBodyId }, scope.now);
    const outcome = returns(audit, { reviewer: accountId, approved, tied, left });
    if (!outcome.ok) return outcome;
    await trx
      .updateTable('audit')
      .set({
        state: outcome.value.state,
        review_note: reason,
        returned_at: scope.now,
        returned_by: accountId,
      })
      .where('id', '=', audit.id)
      .execute();
    await recordEvent(trx, about(scope, audit), 'audit.report_returned', {});
    return outcome;
  });
