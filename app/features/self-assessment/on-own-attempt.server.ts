import type { Transaction } from 'kysely';

import { refuse } from '#app/platform/result.ts';
import type { Recruiter, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { Attempt } from './model.ts';
import { mayAssessSelf } from './policy.ts';
import { lockOwnAttempt } from './queries.server.ts';

/** One transaction on an own attempt, whose row is locked. */
export const onOwnAttempt = <T>(
  { db, actor }: Scope<Recruiter>,
  attempt: string,
  work: (trx: Transaction<Database>, current: Attempt) => Promise<T>,
) =>
  db.transaction().execute(async (trx) => {
    const current = await lockOwnAttempt(trx, actor, attempt);
    if (!current) return refuse('not_found');
    if (!mayAssessSelf(actor, current.organisationId)) return refuse('forbidden');
    return work(trx, current);
  });
