import type { Kysely } from 'kysely';
import { z } from 'zod';

import { isId } from '#app/platform/database/ids.server.ts';
import type { Officer, Scope } from '#app/platform/scope.ts';
import type { Task } from '#app/platform/task.ts';
import type { Database } from '#db/client.server.ts';

import { finalStatuses } from '../../model.ts';
import { columns, shape } from '../../queries.server.ts';
import { conditionStates } from './rules.ts';

const most = 20;

const conditions = (db: Kysely<Database>) =>
  db
    .selectFrom('decision_condition')
    .innerJoin('certification_decision', 'certification_decision.id', 'decision_condition.decision_id')
    .select([
      'decision_condition.id',
      'decision_condition.text',
      'decision_condition.due_on as dueOn',
      'decision_condition.owner',
      'decision_condition.state',
      'decision_condition.evidence',
    ])
    .select([
      'certification_decision.organisation_name as recruiter',
      'certification_decision.application_reference as reference',
      'certification_decision.application_id as applicationId',
      'certification_decision.organisation_id as organisationId',
    ]);

/** The certificate of the holder that stands, where a condition was not met and it may be suspended for it. */
export async function findStandingOf({ db }: Scope<Officer>, organisationId: string) {
  const row = await db
    .selectFrom('certificate')
    .select(columns)
    .where('organisation_id', '=', organisationId)
    .where('status', 'not in', finalStatuses)
    .executeTakeFirst();
  return row && shape.parse(row);
}

export async function findCondition({ db }: Pick<Scope, 'db'>, id: string) {
  const row = await conditions(db).where(isId('decision_condition.id', id)).executeTakeFirst();
  return row && { ...row, state: z.enum(conditionStates).parse(row.state) };
}

/** Conditions nobody has settled, the soonest due first: overdue is what the day says, no job has to run for it. */
export async function listConditionTasks({ db }: Scope<Officer>): Promise<Task[]> {
  const rows = await conditions(db)
    .where('decision_condition.state', '=', 'open')
    .orderBy('decision_condition.due_on')
    .limit(most)
    .execute();
  return rows.map(({ id, recruiter, reference, dueOn }) => ({
    id,
    what: `Say whether ${recruiter} met a condition of its certificate`,
    about: reference,
    due: dueOn,
    href: `/scheme/conditions/${id}`,
    action: 'Settle',
  }));
}
