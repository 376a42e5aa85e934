import { recordEvent } from '#app/events/record.server.ts';
import type { Scope } from '#app/platform/scope.ts';

import type { ReasonForm } from '../../forms.ts';
import { mayReview } from '../../policy.ts';
import { returnReport as returns } from '../rules.ts';
import { about, onAudit } from '../../commands/on-audit.server.ts';

/** The reviewer's questions go back with the report; it is sent again when they are answered. */
export const returnReport = (scope: Scope, id: string, { reason }: ReasonForm) =>
  onAudit(scope, id, mayReview, async ({ trx, audit, actor }) => {
    const outcome = returns(audit, actor.accountId);
    if (!outcome.ok) return outcome;
    await trx
      .updateTable('audit')
      .set({ state: outcome.value.state, review_note: reason })
      .where('id', '=', audit.id)
      .execute();
    await recordEvent(trx, about(scope, audit), 'audit.report_returned', {});
    return outcome;
  });
