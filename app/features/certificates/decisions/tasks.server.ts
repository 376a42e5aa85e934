import { addDays } from '#app/platform/calendar.ts';
import type { Decider, Scope } from '#app/platform/scope.ts';
import type { Task } from '#app/platform/task.ts';

import { listPending } from './queries.server.ts';

const most = 20;

export async function listDeciderTasks(scope: Scope<Decider>): Promise<Task[]> {
  return (await listPending(scope)).slice(0, most).map(({ id, recruiter, reference, frozenOn, days }) => ({
    id,
    what: `Decide on ${recruiter}`,
    about: reference,
    due: frozenOn && addDays(frozenOn, days),
    href: `/scheme/decisions/${id}`,
    action: 'Decide',
  }));
}
