import type { Decider, Scope } from '#app/platform/scope.ts';
import type { Task } from '#app/platform/task.ts';

import type { MatterKind } from './model.ts';
import { listOpen } from './queries.server.ts';

const most = 20;

const asked: Record<MatterKind, string> = {
  initial: '',
  recertification: 'the recertification of ',
  scope_extension: 'the wider scope of ',
  restoration: 'the restoration of ',
  lift: 'the suspension of ',
};

/** Matters this member has not voted on yet; what an appeal brought back is for those alone who had no part in it. */
export async function listDeciderTasks(scope: Scope<Decider>): Promise<Task[]> {
  const open = (await listOpen(scope)).filter(({ voted, barred }) => !voted && !barred);
  return open.slice(0, most).map(({ id, kind, recruiter, certificate, reference, dueOn, again }) => ({
    id,
    what: `Decide${again ? ' again' : ''} on ${asked[kind]}${recruiter}`,
    about: certificate ?? reference,
    due: dueOn,
    href: `/scheme/decisions/${id}`,
    action: 'Decide',
  }));
}
