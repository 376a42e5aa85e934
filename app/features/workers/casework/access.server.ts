import type { Kysely } from 'kysely';

import { isId } from '#app/platform/database/ids.server.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { Witness } from './policy.ts';

const requests = (db: Kysely<Database>) =>
  db
    .selectFrom('complaint_access')
    .innerJoin('account', 'account.id', 'asked_by')
    .select(['complaint_access.id', 'asked_by as askedBy', 'account.name as name'])
    .select(['asked_at as askedAt', 'reason']);

/** Requests that wait for a second person, and are not one's own: who asks and why, and nothing of the case. */
export const listRequests = ({ db, actor }: Scope<Witness>) =>
  requests(db)
    .where('answered_at', 'is', null)
    .where('asked_by', '<>', actor.accountId)
    .orderBy('asked_at')
    .orderBy('complaint_access.id')
    .limit(100)
    .execute();

/** One that waits; undefined for one's own, as for one that was answered. */
export const findRequest = ({ db, actor }: Scope<Witness>, id: string) =>
  requests(db)
    .where(isId('complaint_access.id', id))
    .where('answered_at', 'is', null)
    .where('asked_by', '<>', actor.accountId)
    .executeTakeFirst();

/** How a case was opened by others: for whoever has it open. */
export const listAccess = ({ db }: Pick<Scope, 'db'>, complaintId: string) =>
  db
    .selectFrom('complaint_access')
    .innerJoin('account as asking', 'asking.id', 'asked_by')
    .leftJoin('account as answering', 'answering.id', 'answered_by')
    .select(['complaint_access.id', 'asking.name as askedBy', 'asked_at as askedAt', 'reason'])
    .select(['answering.name as answeredBy', 'granted', 'until_at as until'])
    .where('complaint_id', '=', complaintId)
    .orderBy('asked_at', 'desc')
    .limit(20)
    .execute();
