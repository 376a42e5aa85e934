import { sql } from 'kysely';

import { dayOf } from '#app/platform/calendar.ts';
import type { Scope } from '#app/platform/scope.ts';
import { hasTie } from '#db/has-tie.ts';

import { stateOf } from '../complaints/commands/on-case.server.ts';
import { complaintStates, type ComplaintState } from '../complaints/model.ts';
import type { Whose } from './model.ts';
import type { Caseworker } from './policy.ts';

export const perPage = 25;

/** The states a queue holds: all of those a clock runs in. */
export const queued = complaintStates.filter(
  (state) => state !== 'closed' && state !== 'withdrawn' && state !== 'inadmissible',
);

/** Those that came to an end are listed by state alone, the last first. */
export const ended = ['closed', 'withdrawn', 'inadmissible'] as const;
const isEnded = (state: ComplaintState | undefined) => ended.some((each) => each === state);

/** The place of a case in the queue: what comes after it is the next page. `at`: its clock, or since when it is over. */
type Place = { urgent: boolean; at: Date; id: string };
export type QueueFilter = {
  state: ComplaintState | undefined;
  whose: Whose;
  late: boolean;
  after: Place | undefined;
};

export const placeText = ({ urgent, at, id }: Place) => `${urgent ? 1 : 0}.${at.getTime()}.${id}`;

/** Undefined for anything that is no place, as for none. */
export function placeIn(text: string | null): Place | undefined {
  const [, urgent, at, id] =
    /^([01])\.(\d{1,15})\.([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/.exec(text ?? '') ?? [];
  return id === undefined ? undefined : { urgent: urgent === '1', at: new Date(Number(at)), id };
}

const isUrgent = sql<boolean>`(danger or child or reprisal)`;

/**
 * Cases whose clock runs: who is in danger first, then by clock; none about a recruiter that whoever asks is tied to, and
 * nothing that was sealed.
 */
export async function listQueue(scope: Scope<Caseworker>, { after, ...filter }: QueueFilter) {
  const over = isEnded(filter.state);
  const rows = await paged(scope, { ...filter, after })
    .select(['complaint.id', 'number', 'language', 'state', 'danger', 'child', 'reprisal', 'severe'])
    .select(['due_at as dueAt', 'since', 'caseworker_id as holderId', isUrgent.as('urgent')])
    .select(({ selectFrom }) =>
      selectFrom('account').select('name').whereRef('account.id', '=', 'caseworker_id').as('holder'),
    )
    .orderBy(over ? sql`since desc` : sql`${isUrgent} desc, due_at`)
    .orderBy('complaint.id')
    .limit(perPage + 1)
    .execute();
  const shown = rows.slice(0, perPage);
  const last = shown.at(-1);
  return {
    cases: shown.map(({ state, ...row }) => ({ ...row, state: stateOf(state) })),
    next: rows.length > perPage && last ? placeText({ ...last, at: last.dueAt ?? last.since }) : null,
    count: await countOf(scope, filter),
  };
}

function paged(scope: Scope<Caseworker>, { after, ...filter }: QueueFilter) {
  const cases = chosen(scope, filter);
  if (!after) return cases;
  return cases.where(
    isEnded(filter.state)
      ? sql<boolean>`(since < ${after.at} or (since = ${after.at} and complaint.id > ${after.id}::uuid))`
      : sql<boolean>`((${isUrgent} = ${after.urgent} and (due_at, complaint.id) > (${after.at}, ${after.id}::uuid))
          or (${after.urgent} and not ${isUrgent}))`,
  );
}

type Filter = Omit<QueueFilter, 'after'>;

function chosen({ db, actor, now }: Scope<Caseworker>, { state, whose, late }: Filter) {
  let cases = db
    .selectFrom('complaint')
    .where(untied(actor, now))
    // As the index has it.
    .$if(!isEnded(state), (open) =>
      open
        .where(sql<boolean>`state not in ('closed', 'withdrawn', 'inadmissible')`)
        // After its ninety days a watch for reprisal has nothing left.
        .where(sql<boolean>`(state <> 'monitored' or due_at >= ${now})`),
    );
  if (state) cases = cases.where('state', '=', state);
  if (late) cases = cases.where('due_at', '<', now);
  if (whose === 'mine') cases = cases.where('caseworker_id', '=', actor.accountId);
  if (whose === 'nobody') cases = cases.where('caseworker_id', 'is', null);
  return cases;
}

async function countOf(scope: Scope<Caseworker>, filter: Filter) {
  const { count } = await chosen(scope, filter)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** Nobody sees a case about a recruiter they are or lately were tied to. */
export const untied = ({ accountId }: Caseworker, now: Date) =>
  sql<boolean>`(complaint.organisation_id is null
    or not ${hasTie(accountId, sql.ref('complaint.organisation_id'), dayOf(now))})`;
