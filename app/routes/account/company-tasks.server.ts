import { listActionTasks } from '#app/features/mapping/actions/tasks.server.ts';
import { listMatched } from '#app/features/mapping/parties/queries.server.ts';
import { changedStandings } from '#app/features/mapping/parties/tasks.ts';
import { listPolicyTasks } from '#app/features/mapping/policies/tasks.server.ts';
import { listRiskTasks } from '#app/features/mapping/risk/history/queries.server.ts';
import { standingsOf } from '#app/features/register/standings.server.ts';
import type { Company, Scope } from '#app/platform/scope.ts';
import type { Task } from '#app/platform/task.ts';

/** What waits for a company: risks to look at, recruiters of its chain that stand otherwise now, and its own plans. */
export async function listCompanyTasks(own: Scope<Company>): Promise<Task[]> {
  const matched = await listMatched(own);
  const ids = matched.map(({ recruiterId }) => recruiterId);
  return [
    ...(await listRiskTasks(own, (id) => `/mapping/parties/${id}`)),
    ...changedStandings(matched, await standingsOf(own, ids)),
    ...(await listActionTasks(own)),
    ...(await listPolicyTasks(own)),
  ];
}
