import { sql } from 'kysely';

import { recordEvents } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import type { Scope } from '#app/platform/scope.ts';

import { reminderDays, remindersDue } from './rules.ts';

const batch = 1000;

/**
 * Reminds whoever has not answered, at each of the days before the last one and once after it. A reminder that was missed,
 * because the house stood still, is not made up for by two at once.
 */
export async function remindRespondents({ db, now }: Pick<Scope, 'db' | 'now'>) {
  const today = dayOf(now);
  let reminded = 0;
  for (;;) {
    const done = await db.transaction().execute(async (trx) => {
      const due = await trx
        .selectFrom('mapping_invitation as invitation')
        .innerJoin('mapping_campaign as campaign', 'campaign.id', 'invitation.campaign_id')
        .select(['invitation.id', 'invitation.due_on as dueOn', 'invitation.reminded'])
        .where('invitation.state', 'in', ['invited', 'opened'])
        .where('campaign.state', '=', 'open')
        // How many are due by now, as `remindersDue` counts them.
        .where(
          sql<boolean>`invitation.reminded < (select count(*) from unnest(${sql.val([...reminderDays])}::int[]) days
            where invitation.due_on - ${today}::date <= days)`,
        )
        // Who was invited this very day has the invitation itself.
        .where(sql<boolean>`invitation.invited_at < ${today}::date`)
        .orderBy('invitation.id')
        .limit(batch)
        .forUpdate('invitation')
        .skipLocked()
        .execute();
      for (const { id, dueOn } of due)
        await trx
          .updateTable('mapping_invitation')
          .set({ reminded: remindersDue(dueOn, today) })
          .where('id', '=', id)
          .execute();
      const told = due.map(({ id, dueOn }) => ({
        ...{ subject: id, related: [] },
        payload: { days: reminderDays[remindersDue(dueOn, today) - 1] ?? 0 },
      }));
      await recordEvents(trx, { actor: { kind: 'system' }, now }, 'mapping.reminded', told);
      return due.length;
    });
    reminded += done;
    if (done < batch) return reminded;
  }
}
