import { recordEvent } from '#app/events/record.server.ts';
import type { Scope } from '#app/platform/scope.ts';

import { mayAnswer } from '../../policy.ts';
import type { ContainForm } from '../forms.ts';
import { contain } from '../rules.ts';
import { about, onFinding } from './on-finding.server.ts';

export const containFinding = (scope: Scope, id: string, { containment }: ContainForm) =>
  onFinding(scope, id, mayAnswer, async ({ trx, finding }) => {
    const outcome = contain(finding);
    if (!outcome.ok) return outcome;
    await trx
      .updateTable('finding')
      .set({ state: outcome.value.state, containment, contained_at: scope.now })
      .where('id', '=', finding.id)
      .execute();
    await recordEvent(trx, about(scope, finding), 'finding.contained', {});
    return outcome;
  });
