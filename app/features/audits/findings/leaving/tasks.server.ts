import { addDays, dayOf } from '#app/platform/calendar.ts';
import type { Officer, Scope } from '#app/platform/scope.ts';
import type { Task } from '#app/platform/task.ts';

import { nameOf } from '../model.ts';

const most = 20;
/** So long an officer has a critical finding that harmed nobody on the desk; harm stays there until it is made good. */
const days = 90;

/** Grave findings that applications left open behind them; late remedies have a task of their own. */
export async function listLeftTasks({ db, now }: Scope<Officer>): Promise<Task[]> {
  const today = dayOf(now);
  const rows = await db
    .selectFrom('finding')
    .innerJoin('audit', 'audit.id', 'finding.audit_id')
    .innerJoin('application', 'application.id', 'finding.application_id')
    .innerJoin('organisation as recruiter', 'recruiter.id', 'finding.organisation_id')
    .leftJoin('remedy', 'remedy.finding_id', 'finding.id')
    .select(['finding.id', 'finding.number', 'finding.harm', 'audit.reference', 'recruiter.name'])
    .select('remedy.due_on as dueOn')
    .where('application.state', 'in', ['withdrawn', 'lapsed'])
    .where('audit.certificate_id', 'is', null)
    .where('finding.state', 'not in', ['closed', 'withdrawn'])
    .where('remedy.completed_at', 'is', null)
    .where(({ or, and, eb }) =>
      or([
        and([
          eb('finding.harm', 'is not', null),
          or([eb('remedy.due_on', 'is', null), eb('remedy.due_on', '>=', today)]),
        ]),
        and([
          eb('finding.harm', 'is', null),
          eb('finding.grade', '=', 'critical'),
          eb('application.ended_at', '>=', new Date(`${addDays(today, -days)}T00:00:00Z`)),
        ]),
      ]),
    )
    .orderBy('application.ended_at')
    .orderBy('finding.number')
    .limit(most)
    .execute();
  return rows.map(({ id, number, harm, reference, name, dueOn }) => ({
    ...{ id: `left-${id}`, about: nameOf({ auditReference: reference, number }), due: dueOn },
    what: harm ? `${name} left, and its workers wait` : `${name} left with a critical finding open`,
    ...{ href: `/findings/${id}`, action: 'Look' },
  }));
}
