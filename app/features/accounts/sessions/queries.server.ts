import { isId } from '#app/platform/database/ids.server.ts';
import type { Scope, SignedIn } from '#app/platform/scope.ts';

import { endsAt } from './adapter.server.ts';

/** The actor's own sessions that still open something, the one used last first. */
export const listSessions = ({ db, actor, now }: Scope<SignedIn>) =>
  db
    .selectFrom('session')
    .innerJoin('membership', 'membership.id', 'session.membership_id')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .select(['session.public_id as publicId', 'session.device', 'session.place', 'session.method'])
    .select(['session.created_at as createdAt', 'session.last_seen_at as lastSeenAt'])
    .select(['membership.role', 'organisation.name as organisation'])
    .where('session.account_id', '=', actor.accountId)
    .where(endsAt, '>', now)
    .orderBy('session.last_seen_at', 'desc')
    .limit(100)
    .execute();

/** One of the actor's own. */
export const findSession = ({ db, actor }: Scope<SignedIn>, publicId: string) =>
  db
    .selectFrom('session')
    .select(['public_id as publicId', 'device', 'place', 'last_seen_at as lastSeenAt'])
    .where('account_id', '=', actor.accountId)
    .where(isId('public_id', publicId))
    .executeTakeFirst();
