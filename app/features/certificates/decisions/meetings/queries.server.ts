import { sql } from 'kysely';

import type { Decider, Scope } from '#app/platform/scope.ts';

/** Meetings and circulations that are not closed by hand, with how many matters still wait on them. */
export const listMeetings = ({ db }: Scope<Decider>) =>
  db
    .selectFrom('decision_meeting')
    .select(['id', 'form', 'closes_at as closesAt'])
    .select(({ selectFrom, fn }) =>
      selectFrom('decision_matter')
        .select(fn.countAll<number>().as('count'))
        .whereRef('decision_matter.meeting_id', '=', 'decision_meeting.id')
        .where('decision_matter.state', '=', 'open')
        .as('matters'),
    )
    .where('closed_at', 'is', null)
    .orderBy('closes_at')
    .limit(50)
    .execute();

export const findMeeting = ({ db }: Pick<Scope, 'db'>, id: string) =>
  db
    .selectFrom('decision_meeting')
    .select(['id', 'form', 'closes_at as closesAt', 'closed_at as closedAt'])
    // Compared as text: what stands in an address need not be a uuid.
    .where(sql`id::text`, '=', id)
    .executeTakeFirst();
