import { dayOf } from '#app/platform/calendar.ts';
import type { Auditor, Officer, Reviewer, Scope } from '#app/platform/scope.ts';
import type { Task } from '#app/platform/task.ts';

import { typeNames } from '../model.ts';
import { listProposalTasks } from './proposals/queries.server.ts';
import { listDueEntries, listNotHeld } from './queries.server.ts';

const most = 20;

/** Audits a body has to schedule by now, or to hold; for the scheme, those nobody scheduled or held in time. */
export async function listProgrammeTasks(scope: Scope<Auditor | Reviewer | Officer>): Promise<Task[]> {
  const today = dayOf(scope.now);
  const entries = await listDueEntries(scope, most);
  const { actor } = scope;
  const proposed = actor.kind === 'officer' ? await listProposalTasks({ ...scope, actor }) : [];
  const due = entries
    .filter(({ dueOn }) => scope.actor.kind !== 'officer' || dueOn < today)
    .map(({ id, type, recruiter, number, dueOn, toDecide }) => ({
      id,
      what: `${scope.actor.kind === 'auditor' ? 'Schedule' : 'Not scheduled'}: ${typeNames[type].toLowerCase()} of ${recruiter}`,
      about: number,
      due: dueOn,
      href: scope.actor.kind === 'auditor' ? `/audits/programme/${id}` : '/audits/calendar',
      action: scope.actor.kind === 'auditor' ? 'Schedule' : 'Look',
      ...(actor.kind === 'officer' && toDecide ? toBeDecided(id) : {}),
    }));
  const late = (await listNotHeld(scope, most)).map(({ id, entryId, toDecide, ...entry }) => ({
    ...{ id, about: entry.number, due: entry.dueOn, href: `/audits/${id}` },
    what: `Not held in time: ${typeNames[entry.type].toLowerCase()} of ${entry.recruiter}`,
    action: actor.kind === 'auditor' ? 'Hold it' : 'Look',
    ...(actor.kind === 'officer' && toDecide ? toBeDecided(entryId) : {}),
  }));
  return [...proposed, ...due, ...late];
}

const toBeDecided = (entryId: string) => ({
  href: `/scheme/late-surveillances/${entryId}`,
  action: 'Decide',
});
