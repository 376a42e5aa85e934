import { addDays, dayOf } from '#app/platform/calendar.ts';
import type { Auditor, Scope } from '#app/platform/scope.ts';
import type { Task } from '#app/platform/task.ts';

import { gradeNames, nameOf } from '../model.ts';
import { runningRows, toFinding } from '../queries.server.ts';

const most = 20;

/** Harm that is said to be stopped, until somebody of the team says whether they believe it. */
export async function listContainmentTasks({ db, actor, now }: Scope<Auditor>): Promise<Task[]> {
  const rows = await runningRows(db, { actor, now })
    .innerJoin('finding_containment as awaited', (join) =>
      join.onRef('awaited.finding_id', '=', 'finding.id').on('awaited.answer', 'is', null),
    )
    .select('awaited.submitted_at as sentAt')
    .where('finding.grade', '=', 'critical')
    .where('finding.state', 'not in', ['raised', 'issued', 'verified', 'closed', 'withdrawn'])
    .orderBy('awaited.submitted_at')
    .limit(most)
    .execute();
  return rows.map((row): Task => {
    const finding = toFinding(row);
    const { evidenceReviewDays } = finding.terms.correctiveAction;
    return {
      ...{ id: `${finding.id}-containment`, what: 'Answer whether the harm is stopped' },
      about: `${nameOf(finding)} · ${gradeNames[finding.grade].toLowerCase()} · ${row.recruiter}`,
      due: addDays(dayOf(row.sentAt), evidenceReviewDays),
      ...{ href: `/findings/${finding.id}`, action: 'Open' },
    };
  });
}
