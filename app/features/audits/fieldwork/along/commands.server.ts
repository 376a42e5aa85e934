import { ok } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';

import { onAudit } from '../../commands/on-audit.server.ts';
import { mayAudit } from '../../policy.ts';
import type { AlongForm } from './forms.ts';
import { noteAlong as notes } from './rules.ts';

/** Notes that a device took the audit along, or that everything it had is sent. Safe to repeat. */
export const noteAlong = (scope: Scope, id: string, { device, ...said }: AlongForm) =>
  onAudit(scope, id, mayAudit, async ({ trx, audit, actor }) => {
    const own = { audit_id: audit.id, account_id: actor.accountId, device };
    const before = await trx
      .selectFrom('fieldwork_taking')
      .select(['id', 'taken_at as takenAt'])
      .where('audit_id', '=', own.audit_id)
      .where('account_id', '=', own.account_id)
      .where('device', '=', device)
      .where('sent_at', 'is', null)
      .executeTakeFirst();
    const { sent, takes } = notes(audit, said, { away: before !== undefined });
    if (before && sent)
      await trx
        .updateTable('fieldwork_taking')
        // Clocks of two servers differ by a little.
        .set({ sent_at: scope.now < before.takenAt ? before.takenAt : scope.now })
        .where('id', '=', before.id)
        .execute();
    if (takes)
      await trx
        .insertInto('fieldwork_taking')
        .values({ ...own, taken_at: scope.now })
        .execute();
    return ok({ sent, takes });
  });
