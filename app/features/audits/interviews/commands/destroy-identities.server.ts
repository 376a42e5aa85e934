import { dayOf } from '#app/platform/calendar.ts';
import type { Scope, System } from '#app/platform/scope.ts';

import { onAudit } from '../../commands/on-audit.server.ts';
import { isHouse } from '../../policy.ts';
import { listKnowing } from '../queries.server.ts';
import { destroyIdentities as destroy } from '../rules.ts';

const actor: System = { kind: 'system' };

/** Notes stay, under their keys; nobody can be found by them any more. */
export async function destroyIdentities({ db, now }: Pick<Scope, 'db' | 'now'>) {
  const today = dayOf(now);
  for (const { id, ...term } of await listKnowing(db))
    await onAudit({ db, now, actor }, id, isHouse, async ({ trx, audit }) => {
      const outcome = destroy(audit, { ...term, today });
      if (!outcome.ok) return outcome;
      await trx
        .updateTable('worker_interview')
        .set({ identity: null, identity_destroyed_at: now })
        .where('audit_id', '=', audit.id)
        .where('identity', 'is not', null)
        .execute();
      return outcome;
    });
}
