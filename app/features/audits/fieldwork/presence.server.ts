import type { Kysely } from 'kysely';

import type { Auditor, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { Audit } from '../model.ts';

/** Who has which indicator open: told by the pages they load, and forgotten two minutes later. */
const momentMs = 2 * 60_000;

/** Ask only with an audit that was found by somebody on its team. */
export async function markPresence(
  { db, actor, now }: Scope<Auditor>,
  { id, state }: Pick<Audit, 'id' | 'state'>,
  code: string,
) {
  if (state !== 'in_progress') return;
  await db
    .insertInto('indicator_presence')
    .values({ audit_id: id, account_id: actor.accountId, indicator_code: code, seen_at: now })
    .onConflict((conflict) =>
      conflict.columns(['audit_id', 'account_id']).doUpdateSet({ indicator_code: code, seen_at: now }),
    )
    .execute();
}

type Asking = { db: Kysely<Database>; now: Date; actor: { accountId: string } };

/** The others of the team, by the indicator each has open. */
export const listPresent = ({ db, now, actor }: Asking, auditId: string) =>
  db
    .selectFrom('indicator_presence as presence')
    .innerJoin('account', 'account.id', 'presence.account_id')
    .select(['presence.indicator_code as code', 'account.name'])
    .where('presence.audit_id', '=', auditId)
    .where('presence.account_id', '<>', actor.accountId)
    .where('presence.seen_at', '>', new Date(now.getTime() - momentMs))
    .orderBy('account.name')
    .execute();
