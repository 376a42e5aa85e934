import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { ok } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { about, onAudit } from '../../commands/on-audit.server.ts';
import { fit } from '../commands/successor.server.ts';
import type { ReleaseForm } from './forms.ts';
import { mayRelease } from './policy.ts';
import { release } from './rules.ts';

/** Who turned out to be tied leaves the team; what they did stays under their name, and a successor has still to declare. */
export const releaseMember = (scope: Scope, id: string, accountId: string, form: ReleaseForm) =>
  onAudit(scope, id, mayRelease, async ({ trx, audit, actor }) => {
    const outcome = release(audit, accountId, { successor: form.successor, by: actor.accountId });
    if (!outcome.ok) return outcome;
    const leaves = outcome.value;
    const place = form.successor ? { person: form.successor, role: leaves.role } : undefined;
    const joins = place ? await fit(trx, audit, place, scope.now) : ok(undefined);
    if (!joins.ok) return joins;
    await leave(trx, {
      ...{ audit_id: audit.id, account_id: leaves.accountId, role: leaves.role, left_at: scope.now },
      ...{ reason: form.reason, decided_by: actor.accountId },
    });
    if (joins.value)
      await trx
        .insertInto('audit_team_member')
        .values({ audit_id: audit.id, account_id: joins.value, role: leaves.role, assigned_at: scope.now })
        .execute();
    await recordEvent(trx, about(scope, audit), 'audit.team_changed', {});
    return ok({ left: leaves.accountId });
  });

type Departure = {
  audit_id: string;
  account_id: string;
  role: string;
  left_at: Date;
  reason: string;
  decided_by: string;
};

async function leave(trx: Transaction<Database>, departure: Departure) {
  await trx.insertInto('audit_team_departure').values(departure).execute();
  await trx
    .deleteFrom('audit_team_member')
    .where('audit_id', '=', departure.audit_id)
    .where('account_id', '=', departure.account_id)
    .execute();
}
