import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { ok } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { about, onAudit } from '../../commands/on-audit.server.ts';
import { mayLead } from '../../policy.ts';
import type { Item } from './model.ts';
import { findItinerary } from './queries.server.ts';
import { writeItinerary as writes } from './rules.ts';

/** An itinerary of its own each time, with all its lines or not at all. */
export const writeItinerary = (scope: Scope, id: string, items: readonly Item[]) =>
  onAudit(scope, id, mayLead, async ({ trx, audit, actor }) => {
    const outcome = writes(audit, items);
    if (!outcome.ok) return outcome;
    const last = await findItinerary({ db: trx, actor }, audit.id);
    const number = (last?.number ?? 0) + 1;
    const presences = outcome.value.reduce((sum, { auditors }) => sum + auditors.length, 0);
    const made = await trx
      .insertInto('audit_itinerary')
      .values({
        ...{ audit_id: audit.id, number, items: items.length, presences },
        ...{ written_at: scope.now, written_by: actor.accountId },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await insertLines(trx, made.id, outcome.value);
    await recordEvent(trx, about(scope, audit), 'audit.itinerary_written', { number });
    return ok({ number });
  });

async function insertLines(trx: Transaction<Database>, itineraryId: string, items: readonly Item[]) {
  const placed = items.map((item, position) => ({
    ...{ item, itinerary_id: itineraryId, position },
    ...{ held_on: item.day, from_time: item.from, to_time: item.to },
  }));
  await trx
    .insertInto('audit_itinerary_item')
    .values(
      placed.map(({ item: { activity, place, note, auditees, told }, ...when }) => ({
        ...{ ...when, activity, place, note: note || null, auditees: [...auditees], told },
      })),
    )
    .execute();
  await trx
    .insertInto('audit_itinerary_auditor')
    .values(
      placed.flatMap(({ item: { auditors }, ...when }) =>
        auditors.map((account_id) => ({ ...when, account_id })),
      ),
    )
    .execute();
}
