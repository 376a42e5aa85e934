import { sql } from 'kysely';

import { dayOf } from '#app/platform/calendar.ts';
import type { Decider, Officer, Recruiter, Scope } from '#app/platform/scope.ts';
import type { Task } from '#app/platform/task.ts';

import { listOwnDecisions } from './queries.server.ts';
import { isEscalated } from './rules.ts';

const most = 20;

/** Appeals to acknowledge, and to decide, which takes two; who had a part in what is appealed against is told so on the page. */
export async function listCertificateAppealTasks(scope: Scope<Officer | Decider>): Promise<Task[]> {
  const { db, actor } = scope;
  const rows = await db
    .selectFrom('certificate_appeal as appeal')
    .innerJoin('certificate', 'certificate.id', 'appeal.certificate_id')
    .innerJoin('organisation', 'organisation.id', 'certificate.organisation_id')
    .select(['appeal.id', 'appeal.due_on as dueOn', 'appeal.acknowledge_by as acknowledgeBy'])
    .select(['appeal.acknowledged_at as acknowledgedAt', 'certificate.number', 'organisation.name'])
    .leftJoin('certificate_appeal_proposal as proposal', (join) =>
      join.onRef('proposal.appeal_id', '=', 'appeal.id').on('proposal.answer', 'is', null),
    )
    .select('proposal.proposed_by as proposedBy')
    .where('appeal.outcome', 'is', null)
    // What one proposed oneself waits for somebody else.
    .orderBy(sql`proposal.proposed_by is not distinct from ${actor.accountId}::uuid`)
    .orderBy('appeal.due_on')
    .limit(most)
    .execute();
  return rows.flatMap((row) => tasksOf(scope, row));
}

type Open = {
  id: string;
  dueOn: string;
  acknowledgeBy: string;
  acknowledgedAt: Date | null;
  number: string;
  name: string;
  proposedBy: string | null;
};

function tasksOf({ actor, now }: Scope<Officer | Decider>, row: Open): Task[] {
  const { id, dueOn, acknowledgeBy, acknowledgedAt, number, name, proposedBy } = row;
  const task = (what: string): Task => ({
    ...{ id, what, about: number, due: dueOn },
    ...{ href: `/scheme/certificate-appeals/${id}`, action: 'Look' },
  });
  const acknowledge: Task = {
    ...{ id: `${id}-acknowledge`, what: `Acknowledge the appeal of ${name}`, about: number },
    ...{ due: acknowledgeBy, href: `/scheme/certificate-appeals/${id}/acknowledge`, action: 'Acknowledge' },
  };
  const decide = proposedBy
    ? `Confirm the decision on the appeal of ${name}`
    : `Decide the appeal of ${name}`;
  const escalated = isEscalated({ dueOn, owner: actor.owner === true }, dayOf(now));
  return [
    ...(actor.kind === 'officer' && !acknowledgedAt ? [acknowledge] : []),
    ...(proposedBy === actor.accountId ? [] : [task(decide)]),
    ...(escalated
      ? [{ ...task(`See to the late appeal of ${name}: two people decide it`), id: `${id}-late` }]
      : []),
  ];
}

/** Decisions that may still be appealed against: nobody learns too late that they could have. */
export async function listAppealableTasks(scope: Scope<Recruiter>): Promise<Task[]> {
  if (scope.actor.owner !== true) return [];
  const decisions = await listOwnDecisions(scope);
  return decisions.map(({ ref, number, until }) => ({
    ...{ id: ref, what: 'Appeal against the decision, if you think it is wrong', about: number, due: until },
    ...{ href: `/certificate/appeals/${ref}`, action: 'Look' },
  }));
}
