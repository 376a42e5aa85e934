import type { Kysely } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { addDays, dayOf } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';

import { standingStatuses, tellDays } from '../rules.ts';

const actor = { kind: 'system' } as const;
const batch = 200;

/** Tells each body once of every audit that is due soon and not scheduled; what a standstill left is told after it. */
export async function tellDueAudits({ db, now }: { db: Kysely<Database>; now: Date }) {
  const until = addDays(dayOf(now), tellDays);
  for (let told = batch; told === batch;)
    told = await db.transaction().execute(async (trx) => {
      const due = await trx
        .selectFrom('audit_programme_entry as entry')
        .innerJoin('certificate', 'certificate.id', 'entry.certificate_id')
        .select(['entry.id', 'entry.type', 'entry.due_on', 'certificate.audit_body_id'])
        .where('entry.dropped_at', 'is', null)
        .where('certificate.status', 'in', standingStatuses)
        .where('entry.audit_id', 'is', null)
        .where('entry.told_at', 'is', null)
        .where('entry.due_on', '<=', until)
        .orderBy('entry.due_on')
        .orderBy('entry.id')
        .limit(batch)
        // Two clocks at once share the work.
        .forUpdate('entry')
        .skipLocked()
        .execute();
      if (due.length === 0) return 0;
      await trx
        .updateTable('audit_programme_entry')
        .set({ told_at: now })
        .where(
          'id',
          'in',
          due.map(({ id }) => id),
        )
        .execute();
      for (const { id, type, due_on, audit_body_id } of due) {
        // Not about the recruiter: its own timeline would tell what the notice type keeps.
        const about = { subject: id, related: [audit_body_id] };
        await recordEvent(trx, { actor, now, ...about }, 'audit.due', { entryId: id, type, dueOn: due_on });
      }
      return due.length;
    });
}
