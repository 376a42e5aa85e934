import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { sentAgain } from '#app/platform/once.ts';
import { refuse } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { mayAudit } from '../../policy.ts';
import type { ConfirmForm } from '../forms.ts';
import { confirm } from '../rules.ts';
import { aboutRemedy, onRemedy } from './on-remedy.server.ts';

/** What sampled workers say; when nothing is missing any more, the remedy is complete with it. */
export const confirmRemedy = (scope: Scope, findingId: string, form: ConfirmForm) =>
  onRemedy(scope, findingId, mayAudit, async ({ trx, finding, remedy, actor }) => {
    const { id, asked, confirmed, note } = form;
    const said = { remedy_id: remedy.id, asked, confirmed, note, confirmed_by: actor.accountId };
    const kept = id && (await findSaid(trx, id));
    if (kept) return sentAgain(kept, said);
    const outcome = confirm(remedy, finding, { asked, confirmed });
    if (!outcome.ok) return outcome;
    const made = await trx
      .insertInto('remedy_confirmation')
      .values({ ...(id && { id }), ...said, confirmed_at: scope.now })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!made) return refuse('sent_before');
    const fact = aboutRemedy(scope, finding, remedy.id);
    await recordEvent(trx, fact, 'remedy.confirmed', { workers: confirmed });
    if (!outcome.value.completed) return outcome;
    await trx.updateTable('remedy').set({ completed_at: scope.now }).where('id', '=', remedy.id).execute();
    await recordEvent(trx, fact, 'remedy.completed', {});
    return outcome;
  });

const findSaid = (trx: Transaction<Database>, id: string) =>
  trx
    .selectFrom('remedy_confirmation')
    .select(['id', 'remedy_id', 'asked', 'confirmed', 'note', 'confirmed_by'])
    .where('id', '=', id)
    .executeTakeFirst();
