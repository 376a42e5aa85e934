import { sql } from 'kysely';

import type { Officer, Scope } from '#app/platform/scope.ts';
import type { Task } from '#app/platform/task.ts';
import { dayOf } from '#app/platform/calendar.ts';

import { nameOf } from '../findings/model.ts';

const most = 20;

/** Workers who wait beyond their day, for the officers, until all is entered as paid; whatever became of the audit. */
export async function listUnpaidTasks({ db, now }: Scope<Officer>): Promise<Task[]> {
  const rows = await db
    .selectFrom('remedy')
    .innerJoin('finding', 'finding.id', 'remedy.finding_id')
    .innerJoin('audit', 'audit.id', 'finding.audit_id')
    .innerJoin('organisation as recruiter', 'recruiter.id', 'finding.organisation_id')
    .select(['finding.id', 'finding.number', 'audit.reference', 'recruiter.name', 'remedy.due_on as dueOn'])
    .where('remedy.completed_at', 'is', null)
    // A function of the row, for which the builder has no words.
    .where(sql<boolean>`remedy_paid_at(remedy) is null`)
    .where('remedy.due_on', '<', dayOf(now))
    .where('finding.state', 'not in', ['closed', 'withdrawn'])
    .orderBy('remedy.due_on')
    .orderBy('remedy.id')
    .limit(most)
    .execute();
  return rows.map(({ id, number, reference, name, dueOn }) => ({
    ...{ id: `unpaid-${id}`, what: `See that workers of ${name} get what they are owed` },
    ...{ about: nameOf({ auditReference: reference, number }), due: dueOn },
    ...{ href: `/findings/${id}/remedy`, action: 'Look' },
  }));
}
