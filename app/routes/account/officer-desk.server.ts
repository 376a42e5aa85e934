import { latestEntries } from '#app/events/timeline.server.ts';
import { countByState } from '#app/features/applications/queries.server.ts';
import * as applications from '#app/features/applications/tasks.server.ts';
import { listProgrammeTasks } from '#app/features/audits/programme/tasks.server.ts';
import * as audits from '#app/features/audits/tasks.server.ts';
import { listTeamTasks } from '#app/features/audits/team/tasks.server.ts';
import { listApprovalTasks } from '#app/features/bodies/approvals/tasks.server.ts';
import { listAuditorTasks as listApprovalRequests } from '#app/features/bodies/auditors/tasks.server.ts';
import * as billing from '#app/features/billing/tasks.server.ts';
import * as appeals from '#app/features/certificates/appeals/tasks.server.ts';
import { listClaimTasks } from '#app/features/certificates/claims/queries.server.ts';
import * as certificates from '#app/features/certificates/tasks.server.ts';
import { listConditionTasks } from '#app/features/certificates/decisions/conditions/queries.server.ts';
import { listExtensionTasks } from '#app/features/certificates/extension/queries.server.ts';
import * as decisions from '#app/features/certificates/decisions/tasks.server.ts';
import * as licences from '#app/features/licences/tasks.server.ts';
import { listCorridorTasks } from '#app/features/mapping/corridors/tasks.server.ts';
import { listRequestTasks } from '#app/features/workers/casework/tasks.server.ts';
import { listHelpTasks } from '#app/features/workers/help/tasks.server.ts';
import type { Officer, Scope } from '#app/platform/scope.ts';

/** The scheme's own desk: what waits, how applications stand, and what changed. */
export async function officerDesk(own: Scope<Officer>) {
  const tasks = [
    ...(await applications.listOfficerTasks(own)),
    ...(await audits.listOfficerTasks(own)),
    ...(await certificates.listOfficerTasks(own)),
    ...(await listExtensionTasks(own)),
    ...(await appeals.listCertificateAppealTasks(own)),
    ...(await listClaimTasks(own)),
    ...(await listConditionTasks(own)),
    ...(await decisions.listShortPanelTasks(own)),
    ...(await licences.listDeciderTasks(own)),
    ...(await billing.listMoneyTasks(own)),
    ...(await listApprovalTasks(own)),
    ...(await listApprovalRequests(own)),
    ...(await listTeamTasks(own)),
    ...(await listProgrammeTasks(own)),
    ...(await listHelpTasks(own)),
    ...(await listCorridorTasks(own)),
    ...(await listRequestTasks(own)),
  ];
  return { tasks, states: [...(await countByState(own))], recent: await latestEntries(own) };
}
