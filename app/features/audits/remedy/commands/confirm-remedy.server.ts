import { recordEvent } from '#app/events/record.server.ts';
import type { Scope } from '#app/platform/scope.ts';

import { mayAudit } from '../../policy.ts';
import type { ConfirmForm } from '../forms.ts';
import { confirm } from '../rules.ts';
import { aboutRemedy, onRemedy } from './on-remedy.server.ts';

/** What sampled workers say; when nothing is missing any more, the remedy is complete with it. */
export const confirmRemedy = (scope: Scope, findingId: string, { asked, confirmed, note }: ConfirmForm) =>
  onRemedy(scope, findingId, mayAudit, async ({ trx, finding, remedy, actor }) => {
    const outcome = confirm(remedy, finding, { asked, confirmed });
    if (!outcome.ok) return outcome;
    const by = { confirmed_at: scope.now, confirmed_by: actor.accountId };
    await trx
      .insertInto('remedy_confirmation')
      .values({ remedy_id: remedy.id, asked, confirmed, note, ...by })
      .execute();
    const fact = aboutRemedy(scope, finding, remedy.id);
    await recordEvent(trx, fact, 'remedy.confirmed', { workers: confirmed });
    if (!outcome.value.completed) return outcome;
    await trx.updateTable('remedy').set({ completed_at: scope.now }).where('id', '=', remedy.id).execute();
    await recordEvent(trx, fact, 'remedy.completed', {});
    return outcome;
  });
