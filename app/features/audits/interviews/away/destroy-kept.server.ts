import { dayOf } from '#app/platform/calendar.ts';
import { inBatches, oneByOne } from '#app/platform/operation/round.ts';
import { ok } from '#app/platform/result.ts';
import type { Scope, System } from '#app/platform/scope.ts';

import { onAudit } from '../../commands/on-audit.server.ts';
import { isHouse } from '../../policy.ts';
import { forgetKept } from '../rules.ts';
import { findTermOfKept, listKept } from './kept.server.ts';

const actor: System = { kind: 'system' };

/** Interviews that were not recorded know who somebody was, too: they are destroyed whole, and that they came is kept. */
export const destroyKept = ({ db, now }: Pick<Scope, 'db' | 'now'>) =>
  oneByOne(
    inBatches((after) => listKept(db, after)),
    async (id) => {
      const { auditId, arrivedOn, days } = await findTermOfKept(db, id);
      const due = forgetKept(arrivedOn, { days, today: dayOf(now) });
      if (!due.ok) return due;
      return onAudit({ db, now, actor }, auditId, isHouse, async ({ trx }) => {
        await trx
          .updateTable('fieldwork_operation')
          .set({ sealed: null, sealed_destroyed_at: now })
          .where('id', '=', id)
          .where('sealed', 'is not', null)
          .execute();
        return ok({});
      });
    },
  );
