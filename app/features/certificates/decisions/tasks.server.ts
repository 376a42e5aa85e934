import type { Decider, Scope } from '#app/platform/scope.ts';
import type { Task } from '#app/platform/task.ts';

import { listOpen } from './queries.server.ts';

const most = 20;

/** Matters this member has not voted on yet. */
export async function listDeciderTasks(scope: Scope<Decider>): Promise<Task[]> {
  const open = (await listOpen(scope)).filter(({ voted }) => !voted);
  return open.slice(0, most).map(({ id, recruiter, reference, dueOn }) => ({
    id,
    what: `Decide on ${recruiter}`,
    about: reference,
    due: dueOn,
    href: `/scheme/decisions/${id}`,
    action: 'Decide',
  }));
}
