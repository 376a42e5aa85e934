import type { Transaction } from 'kysely';

import { refuse, type Refused, type Result } from '#app/platform/result.ts';
import type { Actor, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { BodyRole } from '../model.ts';
import { findAuditor } from '../queries.server.ts';

export type Who = { bodyId: string; accountId: string };
type Known = Who & { roles: readonly BodyRole[] };
type Step<A extends Actor> = { trx: Transaction<Database>; auditor: Known; actor: A };

/** How every command on an auditor's record begins: one transaction, the auditor's row locked, 404 for everybody else's people. */
export const onAuditor = <A extends Actor, O extends Result<unknown>>(
  { db, actor }: Scope,
  who: Who,
  may: (actor: Actor, bodyId: string) => actor is A,
  act: (step: Step<A>) => Promise<O>,
): Promise<O | Refused<'not_found'>> =>
  db.transaction().execute(async (trx) => {
    if (!may(actor, who.bodyId)) return refuse('not_found');
    const auditor = await findAuditor(trx, who.bodyId, who.accountId);
    if (!auditor) return refuse('not_found');
    await trx.selectFrom('account').select('id').where('id', '=', auditor.id).forNoKeyUpdate().execute();
    return act({ trx, auditor: { bodyId: who.bodyId, accountId: auditor.id, roles: auditor.roles }, actor });
  });

/** The auditor's own timeline, and their body's. */
export const about = ({ actor, now }: Pick<Scope, 'actor' | 'now'>, { accountId, bodyId }: Who) => ({
  ...{ actor, now },
  subject: accountId,
  related: [bodyId],
});
