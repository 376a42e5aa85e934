import { sql, type Kysely } from 'kysely';
import { z } from 'zod';

import type { Auditor, Officer, Scope } from '#app/platform/scope.ts';
import { soonestFirst, type Task } from '#app/platform/task.ts';
import type { Database } from '#db/client.server.ts';

import { auditStates, auditTypes, typeNames, type AuditState } from './model.ts';
import { listMisuseTasks } from './findings/misuses/queries.server.ts';
import { listDelayTasks } from './delays/queries.server.ts';
import { planningTask } from './planning/steps.ts';
import { listAbandonedTasks } from './planning/tasks.server.ts';
import { listLeftTasks } from './findings/leaving/tasks.server.ts';
import { listUnpaidTasks } from './remedy/unpaid.server.ts';
import { listLeadTasks } from './report/tasks.server.ts';
import { listTieTasks } from './team/ties/queries.server.ts';
import { listEngagements } from './team/engagements.server.ts';

const most = 20;

/** What audits ask of the scheme: to follow up what was abandoned, bodies that are late, and workers who wait. */
export const listOfficerTasks = async (scope: Scope<Officer>): Promise<Task[]> => [
  ...(await listAbandonedTasks(scope)),
  ...(await listDelayTasks(scope)),
  ...(await listUnpaidTasks(scope)),
  ...(await listLeftTasks(scope)),
];

/** What an auditor's engagements and audits ask of them now; findings have their own tasks. */
export async function listAuditorTasks(scope: Scope<Auditor>): Promise<Task[]> {
  const [engagements, audits, reports, ties, misuses] = await Promise.all([
    listEngagements(scope),
    listOwnAudits(scope),
    listLeadTasks(scope),
    listTieTasks(scope),
    listMisuseTasks(scope),
  ]);
  const planning = engagements.flatMap(({ id, recruiter, reference, next }) =>
    next.map((type) => ({
      id: `${id}-${type}`,
      what: `Schedule ${typeNames[type].toLowerCase()} of ${recruiter}`,
      about: reference,
      due: null,
      href: `/audits/new/${id}?type=${type}`,
      action: 'Schedule',
    })),
  );
  return soonestFirst([...ties, ...misuses, ...audits.flatMap(toTask), ...reports, ...planning]);
}

const shape = z.object({
  id: z.string(),
  reference: z.string(),
  type: z.enum(auditTypes),
  state: z.enum(auditStates),
  recruiter: z.string(),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  noticeType: z.string().nullable(),
  postponedUntil: z.string().nullable(),
  wished: z.boolean(),
  leads: z.boolean(),
  declared: z.boolean(),
});
type OwnAudit = z.output<typeof shape>;

const waiting: AuditState[] = [
  'scheduled',
  'team_assigned',
  'planned',
  'notified',
  'postponed',
  'in_progress',
  'fieldwork_done',
];

async function listOwnAudits({ db, actor }: Scope<Auditor>) {
  const rows = await audits(db)
    .innerJoin('audit_team_member as mine', 'mine.audit_id', 'audit.id')
    .leftJoin('conflict_declaration as declaration', (join) =>
      join
        .onRef('declaration.audit_id', '=', 'mine.audit_id')
        .onRef('declaration.account_id', '=', 'mine.account_id'),
    )
    .select(({ eb }) => [
      eb('mine.role', '=', 'lead_auditor').as('leads'),
      eb('declaration.id', 'is not', null).as('declared'),
    ])
    .where('mine.account_id', '=', actor.accountId)
    .where('audit.audit_body_id', '=', actor.organisationId)
    .where('audit.state', 'in', waiting)
    .orderBy(sql`audit.starts_on nulls last`)
    .limit(most)
    .execute();
  return z.array(shape).parse(rows);
}

const audits = (db: Kysely<Database>) =>
  db
    .selectFrom('audit')
    .innerJoin('organisation', 'organisation.id', 'audit.organisation_id')
    .select(['audit.id', 'audit.reference', 'audit.type', 'audit.state', 'organisation.name as recruiter'])
    .select(['audit.starts_on as startsOn', 'audit.ends_on as endsOn', 'audit.notice_type as noticeType'])
    .select('audit.postponed_until as postponedUntil')
    .select((from) =>
      from
        .exists(
          from
            .selectFrom('audit_postponement')
            .select('audit_postponement.audit_id')
            .whereRef('audit_postponement.audit_id', '=', 'audit.id')
            .where('audit_postponement.outcome', 'is', null),
        )
        .as('wished'),
    );

function toTask({
  id,
  reference,
  type,
  state,
  recruiter,
  startsOn,
  endsOn,
  leads,
  declared,
  ...told
}: OwnAudit): Task[] {
  const stage = typeNames[type].toLowerCase();
  const task = (what: string, due: string | null, page: string, action: string): Task[] => [
    {
      id,
      what,
      about: `${recruiter} · ${reference}`,
      due,
      href: page ? `/audits/${id}/${page}` : `/audits/${id}`,
      action,
    },
  ];
  if (!declared) return task(`Declare conflicts for ${stage}`, null, 'declare', 'Declare');
  if (state === 'scheduled') return [];
  if (state === 'in_progress')
    return task(`Go through the indicators, ${stage}`, endsOn, 'indicators?show=open', 'Continue');
  if (!leads) return [];
  const planning = planningTask({ state, stage, startsOn, ...told });
  if (planning) return task(...planning);
  return type === 'stage1' ? task('Record the outcome of stage 1', endsOn, 'readiness', 'Record') : [];
}
