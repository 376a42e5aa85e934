import type { Auditor, Recruiter, Scope } from '#app/platform/scope.ts';
import type { Task } from '#app/platform/task.ts';

import { nameOf } from '../findings/model.ts';
import { findingRows, toFinding } from '../findings/queries.server.ts';

const most = 20;

/** Remedies that run, for those who pay; and harm whose remedy nobody opened yet, for the team. */
export async function listRemedyTasks({ db, actor, now }: Scope<Auditor | Recruiter>): Promise<Task[]> {
  const pays = actor.kind === 'recruiter';
  // Those of an application that ended, too: what workers are owed does not end with it.
  const rows = await findingRows(db, { actor, now })
    .select('remedy.due_on as remedyDueOn')
    .where('finding.harm', 'is not', null)
    .where('finding.issued_at', 'is not', null)
    .where('finding.state', 'not in', ['closed', 'withdrawn'])
    .where('remedy.completed_at', 'is', null)
    .where('remedy.id', pays ? 'is not' : 'is', null)
    .orderBy('remedy.due_on')
    .orderBy('finding.number')
    .limit(most)
    .execute();
  return rows.map((row) => {
    const finding = toFinding(row);
    return {
      id: `remedy-${finding.id}`,
      what: pays ? 'Make workers whole' : 'Open the remedy',
      about: `${nameOf(finding)} · ${pays ? row.requirement : row.recruiter}`,
      due: row.remedyDueOn,
      href: `/findings/${finding.id}/remedy`,
      action: 'Open',
    };
  });
}
