import { addDays, dayOf } from '#app/platform/calendar.ts';
import type { Auditor, Reviewer, Scope } from '#app/platform/scope.ts';
import type { Task } from '#app/platform/task.ts';

import { gradeNames, nameOf } from '../model.ts';
import { runningRows, toFinding } from '../queries.server.ts';

const most = 20;
/** A proposed grade holds up what follows: the second person answers within a week. */
const answerDays = 7;

/** Grades that others of the body proposed and that wait for a second person. */
export async function listGradeTasks({ db, actor, now }: Scope<Auditor | Reviewer>): Promise<Task[]> {
  const rows = await runningRows(db, { actor, now })
    .innerJoin('finding_regrade as open', 'open.finding_id', 'finding.id')
    .select('open.proposed_at as proposedAt')
    .where('open.outcome', 'is', null)
    .where('open.proposed_by', '<>', actor.accountId)
    .where('finding.state', 'not in', ['verified', 'closed', 'withdrawn'])
    .orderBy('open.proposed_at')
    .limit(most)
    .execute();
  return rows.map((row) => {
    const { id, grade, proposal, ...finding } = toFinding(row);
    const change = `${gradeNames[grade]} to ${gradeNames[proposal?.to ?? grade].toLowerCase()}`;
    return {
      id: `${id}-grade`,
      what: 'Answer the proposed grade',
      about: `${nameOf(finding)} · ${change} · ${row.recruiter}`,
      due: addDays(dayOf(row.proposedAt), answerDays),
      href: `/findings/${id}/regrade/answer`,
      action: 'Open',
    };
  });
}
