import { addDays, dayOf } from '#app/platform/calendar.ts';
import type { Officer, Scope } from '#app/platform/scope.ts';
import type { Task } from '#app/platform/task.ts';

const most = 20;
/** As long before its end an officer is asked to look at an approval. */
const daysAhead = 30;

/** Approvals that end soon and that no later one of the same body takes over. */
export async function listApprovalTasks({ db, now }: Scope<Officer>): Promise<Task[]> {
  const today = dayOf(now);
  const rows = await db
    .selectFrom('audit_body_approval as approval')
    .innerJoin('organisation', 'organisation.id', 'approval.organisation_id')
    .select(['approval.id', 'approval.organisation_id as bodyId', 'approval.valid_until as due'])
    .select('organisation.name')
    .where('approval.ended_at', 'is', null)
    .where('approval.valid_until', '>=', today)
    .where('approval.valid_until', '<=', addDays(today, daysAhead))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('audit_body_approval as later')
            .select('later.id')
            .whereRef('later.organisation_id', '=', 'approval.organisation_id')
            .whereRef('later.valid_until', '>', 'approval.valid_until')
            .whereRef('later.countries', '@>', 'approval.countries')
            .whereRef('later.sectors', '@>', 'approval.sectors')
            .where('later.ended_at', 'is', null),
        ),
      ),
    )
    .orderBy('approval.valid_until')
    .limit(most)
    .execute();
  return rows.map(({ id, bodyId, name, due }) => ({
    id,
    what: `Renew the approval of ${name}, or let it end`,
    about: 'Audit body',
    due,
    href: `/audit-body/${bodyId}`,
    action: 'Look',
  }));
}
