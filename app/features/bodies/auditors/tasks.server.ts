import { addDays, dayOf } from '#app/platform/calendar.ts';
import type { Officer, Scope } from '#app/platform/scope.ts';
import type { Task } from '#app/platform/task.ts';

import { levelNames, levels, type Level } from './model.ts';

const most = 20;
/** The scheme answers a body's request within so many days. */
const answerDays = 14;

/** Auditors whose approval was asked for and not answered, the longest waiting first. */
export async function listAuditorTasks({ db }: Scope<Officer>): Promise<Task[]> {
  const rows = await db
    .selectFrom('auditor_approval as approval')
    .innerJoin('account', 'account.id', 'approval.account_id')
    .innerJoin('organisation', 'organisation.id', 'approval.organisation_id')
    .select(['approval.id', 'approval.level', 'approval.asked_at as askedAt'])
    .select(['account.name', 'organisation.name as body'])
    .where('approval.outcome', 'is', null)
    .orderBy('approval.asked_at')
    .limit(most)
    .execute();
  return rows.map(({ id, level, askedAt, name, body }) => ({
    id,
    what: `Decide on ${name} as ${nameOf(level)}`,
    about: body,
    due: addDays(dayOf(askedAt), answerDays),
    href: `/scheme/auditor-approvals/${id}`,
    action: 'Decide',
  }));
}

function nameOf(level: string) {
  const known: Level | undefined = levels.find((each) => each === level);
  return known ? levelNames[known].toLowerCase() : level;
}
