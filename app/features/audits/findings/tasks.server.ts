import { sql } from 'kysely';

import { addDays, dayOf } from '#app/platform/calendar.ts';
import type { Auditor, Recruiter, Reviewer, Scope } from '#app/platform/scope.ts';
import type { Task } from '#app/platform/task.ts';

import { listContainmentTasks } from './containment/tasks.server.ts';
import { listRemedyTasks } from '../remedy/tasks.server.ts';
import { gradeNames, nameOf, type Finding, type FindingState } from './model.ts';
import { runningRows, toFinding } from './queries.server.ts';
import { listGradeTasks } from './regrading/tasks.server.ts';
import { clockOf } from './rules.ts';
import { stepsOf } from './steps.ts';

const most = 20;

const isRecruitersTurn: FindingState[] = [
  'issued',
  'awaiting_cap',
  'cap_returned',
  'cap_accepted',
  'evidence_rejected',
];

/** What a recruiter's findings ask of it now, the soonest due first. */
export async function listFindingTasks({ db, actor, now }: Scope<Recruiter>): Promise<Task[]> {
  const rows = await runningRows(db, { actor, now })
    .where('finding.state', 'in', isRecruitersTurn)
    .where('finding.due_on', 'is not', null)
    .orderBy('finding.due_on')
    .orderBy('finding.number')
    .limit(most)
    .execute();
  return rows.flatMap((row) => {
    const finding = toFinding(row);
    return toTask(finding, actor, clockOf(finding, dayOf(now)).due, row.requirement);
  });
}

/** What findings ask of an audit team. */
export const listTeamTasks = async (scope: Scope<Auditor>): Promise<Task[]> => [
  ...(await listContainmentTasks(scope)),
  ...(await listAnswerTasks(scope)),
  ...(await listRemedyTasks(scope)),
  ...(await listDisputeTasks(scope)),
  ...(await listGradeTasks(scope)),
];

/** What findings ask of a second person. */
export const listReviewTasks = async (scope: Scope<Reviewer>): Promise<Task[]> => [
  ...(await listClosingTasks(scope)),
  ...(await listDisputeTasks(scope)),
  ...(await listGradeTasks(scope)),
];

/** Plans and evidence that wait for the audit team. */
async function listAnswerTasks({ db, actor, now }: Scope<Auditor>): Promise<Task[]> {
  const rows = await runningRows(db, { actor, now })
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('finding_evidence as proof')
          .select(({ fn }) => fn.max('proof.submitted_at').as('sentAt'))
          .whereRef('proof.finding_id', '=', 'finding.id')
          .as('latest_proof'),
      (join) => join.onTrue(),
    )
    .select(['rounds.sentAt as planSentAt', 'latest_proof.sentAt as proofSentAt'])
    .select(sql<Date | null>`containment_answered_at(finding.id)`.as('believedAt'))
    .where('finding.state', 'in', ['cap_submitted', 'evidence_submitted'])
    .orderBy(sql`coalesce("latest_proof"."sentAt", "rounds"."sentAt")`)
    .limit(most)
    .execute();
  return rows.flatMap((row) => {
    const finding = toFinding(row);
    // Whether the harm is stopped is asked first, as a task of its own.
    if (finding.containmentAwaits) return [];
    const [sentAt, days] =
      finding.state === 'evidence_submitted'
        ? [row.proofSentAt, finding.terms.correctiveAction.evidenceReviewDays]
        : [row.planSentAt, finding.terms.correctiveAction.planReviewDays];
    const since = latest(sentAt, row.believedAt);
    return toTask(finding, actor, since && addDays(dayOf(since), days), row.recruiter);
  });
}

/** Nothing is answered before it is answered whether the harm is stopped: the days begin with whichever came later. */
const latest = (one: Date | null, other: Date | null) => (one && other && one < other ? other : one);

/** Disputes that wait for somebody who did not raise the finding. */
async function listDisputeTasks({ db, actor, now }: Scope<Auditor | Reviewer>): Promise<Task[]> {
  const rows = await runningRows(db, { actor, now })
    .where('dispute.outcome', 'is', null)
    .where('dispute.finding_id', 'is not', null)
    .where('finding.state', 'not in', ['closed', 'withdrawn'])
    .where('finding.raised_by', '<>', actor.accountId)
    .orderBy('finding.dispute_due_on')
    .limit(most)
    .execute();
  return rows.map((row): Task => {
    const finding = toFinding(row);
    const { id, state } = finding;
    return {
      // Beside what else a finding asks that runs on.
      ...{ id: state === 'disputed' ? id : `${id}-dispute`, what: 'Answer the dispute' },
      ...{ about: aboutOf(finding, row.recruiter), due: row.disputeDueOn },
      ...{ href: `/findings/${id}`, action: 'Open' },
    };
  });
}

/** Verified findings that wait for the second person. */
export async function listClosingTasks({ db, actor, now }: Scope<Reviewer>): Promise<Task[]> {
  const rows = await runningRows(db, { actor, now })
    .where('finding.state', '=', 'verified')
    .orderBy('finding.close_due_on')
    .limit(most)
    .execute();
  return rows.flatMap((row) => toTask(toFinding(row), actor, row.closeDueOn, row.recruiter));
}

/** The first step this person can take, as a task that leads to the finding itself. */
function toTask(
  finding: Finding,
  actor: Auditor | Recruiter | Reviewer,
  due: string | null,
  subject: string,
): Task[] {
  const [step] = stepsOf(finding, actor);
  if (!step) return [];
  const { id } = finding;
  return [
    { id, what: step.label, about: aboutOf(finding, subject), due, href: `/findings/${id}`, action: 'Open' },
  ];
}

const aboutOf = (finding: Finding, subject: string) =>
  `${nameOf(finding)} · ${gradeNames[finding.grade].toLowerCase()} · ${subject}`;
