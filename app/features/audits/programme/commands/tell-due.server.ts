import { sql, type Kysely, type Transaction } from 'kysely';

import { recordEvents } from '#app/events/record.server.ts';
import { addDays, dayOf } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';

import { isUndone } from '../queries.server.ts';
import { standingStatuses, tellDays } from '../rules.ts';

const actor = { kind: 'system' } as const;
const batch = 200;

type Clock = { db: Kysely<Database>; now: Date };

/**
 * Tells each body of every audit that is due soon and not scheduled: once, and once more whenever one that was scheduled
 * did not take place. What a standstill left is told after it.
 */
export async function tellDueAudits(clock: Clock) {
  await tellAll(clock, neverScheduled);
  await tellAll(clock, openAgain);
}

type Due = { id: string; type: string; due_on: string; audit_body_id: string };

async function tellAll({ db, now }: Clock, listDue: typeof neverScheduled) {
  for (let told = batch; told === batch;)
    told = await db.transaction().execute(async (trx) => {
      const due = await listDue(trx, now);
      await tell(trx, due, now);
      return due.length;
    });
}

const dueSoon = (trx: Transaction<Database>, now: Date) =>
  trx
    .selectFrom('audit_programme_entry as entry')
    .innerJoin('certificate', 'certificate.id', 'entry.certificate_id')
    .select(['entry.id', 'entry.type', 'entry.due_on', 'certificate.audit_body_id'])
    .where('entry.dropped_at', 'is', null)
    .where('certificate.status', 'in', standingStatuses)
    .where('entry.due_on', '<=', addDays(dayOf(now), tellDays))
    .orderBy('entry.due_on')
    .orderBy('entry.id')
    .limit(batch)
    // Two clocks at once share the work.
    .forUpdate('entry')
    .skipLocked();

const neverScheduled = (trx: Transaction<Database>, now: Date): Promise<Due[]> =>
  dueSoon(trx, now).where('entry.audit_id', 'is', null).where('entry.told_at', 'is', null).execute();

/** Told before, or scheduled before anybody had to be told. */
const openAgain = (trx: Transaction<Database>, now: Date): Promise<Due[]> =>
  dueSoon(trx, now)
    .innerJoin('audit', 'audit.id', 'entry.audit_id')
    .where(isUndone)
    // The builder has no greatest of columns, some of them null.
    .where(
      sql<boolean>`coalesce(entry.told_at < greatest(audit.cancelled_at, audit.aborted_at, audit.refused_at, audit.failed_at), true)`,
    )
    .execute();

async function tell(trx: Transaction<Database>, due: readonly Due[], now: Date) {
  if (due.length === 0) return;
  await trx
    .updateTable('audit_programme_entry')
    .set({ told_at: now })
    .where(
      'id',
      'in',
      due.map(({ id }) => id),
    )
    .execute();
  await recordEvents(
    trx,
    { actor, now },
    'audit.due',
    // Not about the recruiter: its own timeline would tell what the notice type keeps.
    due.map(({ id, type, due_on, audit_body_id }) => ({
      ...{ subject: id, related: [audit_body_id] },
      payload: { entryId: id, type, dueOn: due_on },
    })),
  );
}
