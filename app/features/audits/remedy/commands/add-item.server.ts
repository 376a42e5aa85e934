import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { refuse } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';

import { mayAudit } from '../../policy.ts';
import type { ItemForm } from '../forms.ts';
import { addItem as adds } from '../rules.ts';
import { aboutRemedy, lineOf, onRemedy } from './on-remedy.server.ts';

/** What is owed to workers, of one kind and in one currency; workers who were not counted yet come with it. */
export const addItem = (scope: Scope, findingId: string, form: ItemForm) =>
  onRemedy(scope, findingId, mayAudit, async ({ trx, finding, remedy, actor }) => {
    const outcome = adds(remedy, finding);
    if (!outcome.ok) return outcome;
    const { category, payer, currency, amountMinor, moreWorkers = 0, happenedOn, note } = form;
    if (happenedOn > dayOf(scope.now)) return refuse('not_yet');
    const line = { remedyId: remedy.id, happenedOn, note, by: actor.accountId, now: scope.now };
    if (moreWorkers > 0)
      await trx
        .insertInto('remedy_entry')
        .values({ ...lineOf(line, 'affected'), workers: moreWorkers })
        .execute();
    await trx
      .insertInto('remedy_entry')
      .values({ ...lineOf(line, 'owed'), category, payer, currency, amount_minor: amountMinor })
      .execute();
    const fact = { category, currency, amountMinor };
    await recordEvent(trx, aboutRemedy(scope, finding, remedy.id), 'remedy.item_added', fact);
    return outcome;
  });
