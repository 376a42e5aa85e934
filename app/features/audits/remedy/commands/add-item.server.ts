import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { sentAgain } from '#app/platform/once.ts';
import { refuse } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { mayAudit } from '../../policy.ts';
import type { ItemForm } from '../forms.ts';
import { addItem as adds } from '../rules.ts';
import { aboutRemedy, findSent, insertEntry, lineOf, onRemedy, type SentEntry } from './on-remedy.server.ts';

/** What is owed to workers, of one kind and in one currency; workers who were not counted yet come with it. */
export const addItem = (scope: Scope, findingId: string, form: ItemForm) =>
  onRemedy(scope, findingId, mayAudit, async ({ trx, finding, remedy, actor }) => {
    const { category, payer, currency, amountMinor, moreWorkers = 0, happenedOn, note } = form;
    const line = { remedyId: remedy.id, happenedOn, note, by: actor.accountId, now: scope.now };
    const owed = { ...lineOf(line, 'owed'), category, payer, currency, amount_minor: amountMinor };
    const kept = form.id && (await findSent(trx, form.id));
    if (kept) return sameItem(trx, kept, { ...owed, moreWorkers });
    const outcome = adds(remedy, finding);
    if (!outcome.ok) return outcome;
    if (happenedOn > dayOf(scope.now)) return refuse('not_yet');
    const made = await insertEntry(trx, form.id, owed);
    if (!made.ok) return made;
    if (moreWorkers > 0)
      await insertEntry(trx, undefined, { ...lineOf(line, 'affected'), workers: moreWorkers });
    const fact = { category, currency, amountMinor };
    await recordEvent(trx, aboutRemedy(scope, finding, remedy.id), 'remedy.item_added', fact);
    return made;
  });

/** The workers who came with an item stand in the line behind it, written with it. */
async function sameItem(trx: Transaction<Database>, kept: SentEntry, sent: Record<string, unknown>) {
  const { recorded_at, remedy_id, position } = kept;
  const next = await trx
    .selectFrom('remedy_entry')
    .select(['kind', 'workers', 'corrects_id'])
    .where('remedy_id', '=', remedy_id)
    .where('position', '>', position)
    .orderBy('position')
    .limit(1)
    .executeTakeFirst();
  const moreWorkers = next?.kind === 'affected' && next.corrects_id === null ? next.workers : 0;
  return sentAgain({ ...kept, moreWorkers }, { ...sent, recorded_at });
}
