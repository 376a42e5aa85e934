import { isId } from '#app/platform/database/ids.server.ts';
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
    .where(isId('id', id))
    .executeTakeFirst();

/** The meeting a matter is on, and those its votes were cast at. */
export const listMeetingsOf = ({ db }: Pick<Scope, 'db'>, matterId: string) =>
  db
    .selectFrom('decision_meeting')
    .innerJoin('account', 'account.id', 'decision_meeting.called_by')
    .select([
      'decision_meeting.id',
      'decision_meeting.form',
      'decision_meeting.called_at as calledAt',
      'decision_meeting.closes_at as closesAt',
    ])
    .select(['decision_meeting.closed_at as closedAt', 'account.name as calledBy'])
    .select(({ selectFrom, fn }) =>
      selectFrom('decision_vote')
        .select(fn.countAll<number>().as('count'))
        .whereRef('decision_vote.meeting_id', '=', 'decision_meeting.id')
        .where('decision_vote.matter_id', '=', matterId)
        .as('votes'),
    )
    .where(({ or, exists, selectFrom }) =>
      or([
        exists(
          selectFrom('decision_matter')
            .select('decision_matter.id')
            .whereRef('decision_matter.meeting_id', '=', 'decision_meeting.id')
            .where('decision_matter.id', '=', matterId),
        ),
        exists(
          selectFrom('decision_vote')
            .select('decision_vote.id')
            .whereRef('decision_vote.meeting_id', '=', 'decision_meeting.id')
            .where('decision_vote.matter_id', '=', matterId),
        ),
      ]),
    )
    .orderBy('decision_meeting.called_at')
    .limit(20)
    .execute();
