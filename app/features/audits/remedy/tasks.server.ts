import { sql } from 'kysely';

import { addDays, dayOf } from '#app/platform/calendar.ts';
import type { Auditor, Recruiter, Scope } from '#app/platform/scope.ts';
import type { Task } from '#app/platform/task.ts';

import { nameOf } from '../findings/model.ts';
import { findingRows, toFinding } from '../findings/queries.server.ts';

const most = 20;

// A function of the row, for which the builder has no words; nothing until all is entered as paid.
const paidAt = sql<Date | null>`case when remedy.id is not null then remedy_paid_at(remedy) end`;

/** Remedies that run, for those who pay; harm whose remedy nobody opened yet, and workers to be asked, for the team. */
export async function listRemedyTasks({ db, actor, now }: Scope<Auditor | Recruiter>): Promise<Task[]> {
  const pays = actor.kind === 'recruiter';
  // Those of an application that ended, too: what workers are owed does not end with it.
  const rows = await findingRows(db, { actor, now })
    .select(['remedy.due_on as payBy', 'remedy.id as remedyId'])
    .select(paidAt.as('paidAt'))
    .where('finding.harm', 'is not', null)
    .where('finding.issued_at', 'is not', null)
    .where('finding.state', 'not in', ['closed', 'withdrawn'])
    .where('remedy.completed_at', 'is', null)
    .where(({ and, or, eb }) =>
      pays
        ? and([eb('remedy.id', 'is not', null), eb(paidAt, 'is', null)])
        : or([eb('remedy.id', 'is', null), eb(paidAt, 'is not', null)]),
    )
    .orderBy(pays ? 'remedy.due_on' : sql`coalesce(${paidAt}, finding.issued_at)`)
    .orderBy('finding.number')
    .limit(most)
    .execute();
  return rows.map((row) => {
    const finding = toFinding(row);
    const since = row.paidAt ?? row.issuedAt;
    const { evidenceReviewDays } = finding.terms.correctiveAction;
    return {
      id: `remedy-${finding.id}`,
      what: pays
        ? 'Make workers whole'
        : row.remedyId
          ? 'Ask workers whether they are paid'
          : 'Open the remedy',
      about: `${nameOf(finding)} · ${pays ? row.requirement : row.recruiter}`,
      due: pays ? row.payBy : since && addDays(dayOf(since), evidenceReviewDays),
      href: `/findings/${finding.id}/remedy`,
      action: 'Open',
    };
  });
}
