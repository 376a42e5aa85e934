import type { Company, Scope } from '#app/platform/scope.ts';
import type { Task } from '#app/platform/task.ts';

import { listDueSendings } from './queries.server.ts';

const most = 20;

/** Suppliers who have yet to acknowledge a policy they were sent. */
export async function listPolicyTasks(scope: Scope<Company>): Promise<Task[]> {
  const due = await listDueSendings(scope, most);
  return due.map(({ id, title, number, party, dueOn }) => ({
    id: `acknowledgement-${id}`,
    what: 'Ask for an acknowledgement',
    about: `${title}, version ${number} · ${party ?? 'a supplier'}`,
    due: dueOn,
    href: `/mapping/policies/sendings/${id}`,
    action: 'Open',
  }));
}
