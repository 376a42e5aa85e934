import type { Kysely } from 'kysely';

import type { Auditor, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { Audit } from '../../model.ts';
import { presentOf } from './rules.ts';

/** For so long somebody is told of. A page with its script says every twenty seconds that it is still open. */
const toldMs = 5 * 60_000;

/** Who has which indicator open: told by the pages they load and keep open. Ask only with an audit of one's own team. */
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

/** The others of the team, by the indicator each has open or just had. */
export async function listPresent({ db, now, actor }: Asking, auditId: string) {
  const seen = await db
    .selectFrom('indicator_presence as presence')
    .innerJoin('account', 'account.id', 'presence.account_id')
    .select(['presence.indicator_code as code', 'account.name', 'presence.seen_at as seenAt'])
    .where('presence.audit_id', '=', auditId)
    .where('presence.account_id', '<>', actor.accountId)
    .where('presence.seen_at', '>', new Date(now.getTime() - toldMs))
    .orderBy('account.name')
    .limit(50)
    .execute();
  return presentOf(seen, now);
}
