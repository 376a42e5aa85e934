import { sql } from 'kysely';

import { addWorkingDays, dayOf } from '#app/platform/calendar.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Task } from '#app/platform/task.ts';

import { stateOf } from '../complaints/commands/on-case.server.ts';
import { listRequests } from './access.server.ts';
import { listDisclosed } from './disclosed.server.ts';
import type { Addressed, Caseworker, Witness } from './policy.ts';
import { listQueue } from './queue.server.ts';
import { nextNames } from './ui/words.ts';

const most = 10;

/** One's own cases by their clocks, those that are nobody's yet, and who asks to be let in. */
export async function listCaseTasks(scope: Scope<Caseworker>): Promise<Task[]> {
  const { cases, count } = await listQueue(scope, {
    ...{ state: undefined, whose: 'nobody', late: false, after: undefined },
  });
  const [first] = cases;
  const untaken: Task[] = first
    ? [
        {
          ...{ id: 'complaints-untaken', href: '/casework?whose=nobody', action: 'Look' },
          what: count === 1 ? '1 complaint is nobody’s yet' : `${count} complaints are nobody’s yet`,
          about: first.urgent ? 'Somebody may be in danger' : 'The next step of the first is due',
          due: first.dueAt && dayOf(first.dueAt),
        },
      ]
    : [];
  return [
    ...untaken,
    ...(await ownCases(scope)),
    ...(await unread(scope)),
    ...(await listRequestTasks(scope)),
  ];
}

async function ownCases({ db, actor }: Scope<Caseworker>): Promise<Task[]> {
  const rows = await db
    .selectFrom('complaint')
    .select(['id', 'number', 'state', 'due_at as dueAt'])
    .where('caseworker_id', '=', actor.accountId)
    .where('due_at', 'is not', null)
    .where('state', '<>', 'monitored')
    .orderBy('due_at')
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(({ id, number, state, dueAt }) => ({
    ...{ id: `complaint-${id}`, about: `Case ${number}`, href: `/casework/${number}`, action: 'Open' },
    ...{ what: nextNames[stateOf(state)] ?? 'Look at it', due: dueAt && dayOf(dueAt) },
  }));
}

/** Own cases to which somebody wrote, or of whom somebody told, since one last opened them. */
async function unread({ db, actor, now }: Scope<Caseworker>): Promise<Task[]> {
  const rows = await db
    .selectFrom('complaint')
    .select(['id', 'number'])
    .where('caseworker_id', '=', actor.accountId)
    .where('erased_at', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('complaint_entry as entry')
          .select('entry.id')
          .whereRef('entry.complaint_id', '=', 'complaint.id')
          .where('entry.kind', 'in', ['section', 'message', 'response'])
          .where(
            sql<boolean>`entry.written_at > coalesce((select max(read_at) from complaint_reading r
              where r.complaint_id = complaint.id and r.account_id = ${actor.accountId}), '-infinity')`,
          ),
      ),
    )
    .orderBy('since')
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(({ id, number }) => ({
    ...{ id: `unread-${id}`, what: 'Read what was written since you looked', about: `Case ${number}` },
    ...{ due: dayOf(now), href: `/casework/${number}`, action: 'Open' },
  }));
}

/** Nobody waits long for a second person: asked today, due today. */
export async function listRequestTasks(scope: Scope<Witness>): Promise<Task[]> {
  return (await listRequests(scope)).slice(0, most).map(({ id, name, askedAt }) => ({
    ...{
      id: `access-${id}`,
      what: `${name} asks to open a case`,
      about: 'You see the reason, and nothing of it',
    },
    ...{ due: dayOf(askedAt), href: `/casework/requests/${id}`, action: 'Answer' },
  }));
}

/** Working days in which whoever was told of a complaint answers: as long as a caseworker then waits. */
const answerDays = 10;

/** What was passed to one's own organisation, and has no answer yet. */
export async function listPassedTasks(scope: Scope<Addressed>): Promise<Task[]> {
  const waiting = (await listDisclosed(scope)).filter(
    ({ over, responses }) => !over && responses.length === 0,
  );
  return waiting.slice(0, most).map(({ id, at }) => ({
    ...{ id: `passed-${id}`, what: 'Answer a complaint that was passed to you', action: 'Read' },
    ...{ about: 'By the scheme’s caseworkers', href: `/complaints/${id}` },
    due: addWorkingDays(dayOf(at), answerDays),
  }));
}
