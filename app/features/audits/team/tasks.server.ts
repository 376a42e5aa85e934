import type { Officer, Reviewer, Scope } from '#app/platform/scope.ts';

import { listObjectionTasks } from './objections/queries.server.ts';
import { listTieTasks } from './ties/queries.server.ts';

/** What the teams of audits ask of whoever is on none of them. */
export const listTeamTasks = async (scope: Scope<Officer | Reviewer>) => [
  ...(await listTieTasks(scope)),
  ...(await listObjectionTasks(scope)),
];
