import { latestEntries, timelineOf } from '#app/events/timeline.server.ts';
import * as applications from '#app/features/applications/tasks.server.ts';
import { listRemedyTasks } from '#app/features/audits/remedy/tasks.server.ts';
import { findingsByPrinciple } from '#app/features/audits/findings/lists.server.ts';
import * as findings from '#app/features/audits/findings/tasks.server.ts';
import * as reports from '#app/features/audits/report/tasks.server.ts';
import { listProgrammeTasks } from '#app/features/audits/programme/tasks.server.ts';
import * as audits from '#app/features/audits/tasks.server.ts';
import { listTeamTasks } from '#app/features/audits/team/tasks.server.ts';
import * as billing from '#app/features/billing/tasks.server.ts';
import * as appeals from '#app/features/certificates/appeals/tasks.server.ts';
import * as certificates from '#app/features/certificates/tasks.server.ts';
import { listTransferTasks } from '#app/features/certificates/transfer/queries.server.ts';
import * as decisions from '#app/features/certificates/decisions/tasks.server.ts';
import * as licences from '#app/features/licences/tasks.server.ts';
import { listContactTasks } from '#app/features/register/contacts/queries.server.ts';
import { listCaseTasks, listPassedTasks } from '#app/features/workers/casework/tasks.server.ts';
import { listHelpTasks } from '#app/features/workers/help/tasks.server.ts';
import type { Auditor, Decider, Recruiter, Scope, SignedIn } from '#app/platform/scope.ts';
import type { Task } from '#app/platform/task.ts';

import { listCompanyTasks } from './company-tasks.server.ts';
import { officerDesk } from './officer-desk.server.ts';

export type Desk = {
  tasks: Task[];
  states?: [string, number][];
  heat?: Awaited<ReturnType<typeof findingsByPrinciple>>;
  recent?: Awaited<ReturnType<typeof timelineOf>>;
};

/** What each role opens on: its tasks, one picture of how things stand, and what changed. */
export async function deskOf(scope: Scope<SignedIn>): Promise<Desk> {
  const { actor } = scope;
  switch (actor.kind) {
    case 'recruiter':
      return recruiterDesk({ ...scope, actor });
    case 'auditor':
      return auditorDesk({ ...scope, actor });
    case 'reviewer': {
      const own = { ...scope, actor };
      return {
        tasks: [
          ...(await reports.listReviewTasks(own)),
          ...(await listTeamTasks(own)),
          ...(await findings.listReviewTasks(own)),
          ...(await listTransferTasks(own)),
        ],
        heat: await findingsByPrinciple(own),
      };
    }
    case 'decider':
      return deciderDesk({ ...scope, actor });
    case 'officer':
      return officerDesk({ ...scope, actor });
    case 'caseworker': {
      const own = { ...scope, actor };
      return { tasks: [...(await listCaseTasks(own)), ...(await listHelpTasks(own))] };
    }
    case 'company':
      return { tasks: await listCompanyTasks({ ...scope, actor }) };
    case 'trainer':
      return { tasks: [] };
    case 'authority':
      return { tasks: await licences.listDeciderTasks({ ...scope, actor }) };
  }
}

async function auditorDesk(own: Scope<Auditor>): Promise<Desk> {
  const tasks = [
    ...(await audits.listAuditorTasks(own)),
    ...(await listProgrammeTasks(own)),
    ...(await findings.listTeamTasks(own)),
    ...(await listPassedTasks(own)),
  ];
  return { tasks, heat: await findingsByPrinciple(own) };
}

async function deciderDesk(own: Scope<Decider>): Promise<Desk> {
  const tasks = [
    ...(await decisions.listDeciderTasks(own)),
    ...(await applications.listAppealTasks(own)),
    ...(await appeals.listCertificateAppealTasks(own)),
  ];
  return { tasks, recent: await latestEntries(own) };
}

async function recruiterDesk(own: Scope<Recruiter>): Promise<Desk> {
  return {
    tasks: [
      ...(await applications.listRecruiterTasks(own)),
      ...(await billing.listPayerTasks(own)),
      ...(await reports.listCheckTasks(own)),
      ...(await findings.listFindingTasks(own)),
      ...(await listRemedyTasks(own)),
      ...(await certificates.listHolderTasks(own)),
      ...(await appeals.listAppealableTasks(own)),
      ...(await licences.listRecruiterTasks(own)),
      ...(await listContactTasks(own)),
      ...(await listPassedTasks(own)),
    ],
    heat: await findingsByPrinciple(own),
    recent: (await timelineOf(own, own.actor.organisationId)).slice(0, 8),
  };
}
