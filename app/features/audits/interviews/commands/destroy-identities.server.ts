import { dayOf } from '#app/platform/calendar.ts';
import { inBatches, oneByOne } from '#app/platform/operation/round.ts';
import type { Scope, System } from '#app/platform/scope.ts';

import { onAudit } from '../../commands/on-audit.server.ts';
import { isHouse } from '../../policy.ts';
import { findTermOfKnowing, listKnowing } from '../queries.server.ts';
import { destroyIdentities as destroy } from '../rules.ts';

const actor: System = { kind: 'system' };

/** Notes stay, under their keys; nobody can be found by them any more. */
export const destroyIdentities = ({ db, now }: Pick<Scope, 'db' | 'now'>) =>
  oneByOne(
    inBatches((after) => listKnowing(db, after)),
    (id) =>
      onAudit({ db, now, actor }, id, isHouse, async ({ trx, audit }) => {
        const outcome = destroy(audit, { ...(await findTermOfKnowing(trx, audit.id)), today: dayOf(now) });
        if (!outcome.ok) return outcome;
        await trx
          .updateTable('worker_interview')
          .set({ identity: null, identity_destroyed_at: now })
          .where('audit_id', '=', audit.id)
          .where('identity', 'is not', null)
          .execute();
        return outcome;
      }),
  );
