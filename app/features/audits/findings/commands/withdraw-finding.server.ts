import { recordEvent } from '#app/events/record.server.ts';
import { refuse } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';

import type { ReasonForm } from '../../forms.ts';
import { mayLead } from '../../policy.ts';
import { findAudit } from '../../queries.server.ts';
import { checkHeard } from '../../report/namings.server.ts';
import { withdraw } from '../rules.ts';
import { aboutUnissued, onFinding } from './on-finding.server.ts';

/** Its reason is read in the report, by the reviewer and by the panel. */
export const withdrawFinding = (scope: Scope, id: string, { reason }: ReasonForm) =>
  onFinding(scope, id, mayLead, async ({ trx, finding, actor }) => {
    const outcome = withdraw(finding);
    if (!outcome.ok) return outcome;
    const audit = await findAudit({ ...scope, db: trx }, finding.auditId);
    const heard = audit ? await checkHeard(trx, audit, reason) : refuse('not_found');
    if (!heard.ok) return heard;
    await trx
      .updateTable('finding')
      .set({ state: outcome.value.state, withdrawn_at: scope.now, withdrawal_reason: reason })
      .set({ withdrawn_by: actor.accountId })
      .where('id', '=', finding.id)
      .execute();
    await recordEvent(trx, aboutUnissued(scope, finding), 'finding.withdrawn', {});
    return outcome;
  });
