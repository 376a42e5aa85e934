import { recordEvent } from '#app/events/record.server.ts';
import type { Scope } from '#app/platform/scope.ts';

import type { ReasonForm } from '../../forms.ts';
import { mayLead } from '../../policy.ts';
import { withdraw } from '../rules.ts';
import { aboutUnissued, onFinding } from './on-finding.server.ts';

export const withdrawFinding = (scope: Scope, id: string, { reason }: ReasonForm) =>
  onFinding(scope, id, mayLead, async ({ trx, finding }) => {
    const outcome = withdraw(finding);
    if (!outcome.ok) return outcome;
    await trx
      .updateTable('finding')
      .set({ state: outcome.value.state, withdrawn_at: scope.now, withdrawal_reason: reason })
      .where('id', '=', finding.id)
      .execute();
    await recordEvent(trx, aboutUnissued(scope, finding), 'finding.withdrawn', {});
    return outcome;
  });
