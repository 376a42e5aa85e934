import { recordEvent } from '#app/events/record.server.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Officer, Scope, SignedIn } from '#app/platform/scope.ts';

import { mayEndSessionsOf } from '../organisations/policy.ts';
import { endsAt } from './adapter.server.ts';

/** Ends one of the actor's own sessions; whoever sits before it is a visitor from the next page on. */
export function endSession(scope: Scope<SignedIn>, publicId: string) {
  return end(scope, { accountId: scope.actor.accountId, publicId });
}

/** Ends them all, this one too. */
export const endAllSessions = (scope: Scope<SignedIn>) => end(scope, { accountId: scope.actor.accountId });

/** An officer ends whatever somebody has open, where an account is in the wrong hands. */
export const endSessionsOf = (scope: Scope<Officer>, accountId: string) =>
  mayEndSessionsOf(scope.actor) ? end(scope, { accountId }) : Promise.resolve(refuse('forbidden'));

type Ending = { accountId: string; publicId?: string };

function end({ db, actor, now }: Scope<SignedIn>, { accountId, publicId }: Ending) {
  return db.transaction().execute(async (trx) => {
    const ended = await trx
      .deleteFrom('session')
      .using('membership')
      .whereRef('membership.id', '=', 'session.membership_id')
      .where('session.account_id', '=', accountId)
      .$if(publicId !== undefined, (query) => query.where(isId('session.public_id', publicId ?? '')))
      .returning('membership.organisation_id as organisationId')
      .execute();
    if (ended.length === 0) return refuse('not_found');
    // One fact for each organisation: its owners read of sessions there, and of no others.
    for (const organisationId of new Set(ended.map((session) => session.organisationId))) {
      const sessions = ended.filter((session) => session.organisationId === organisationId).length;
      const about = { actor, now, subject: accountId, related: [organisationId] };
      await recordEvent(trx, about, 'account.session_ended', { sessions });
    }
    return ok({ sessions: ended.length });
  });
}

/** Rows of sessions that are over, by their last moment or by idleness; nobody could use them any more. */
export const deleteExpiredSessions = ({ db, now }: Pick<Scope, 'db' | 'now'>) =>
  db.deleteFrom('session').where(endsAt, '<', now).execute();
