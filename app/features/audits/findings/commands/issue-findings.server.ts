import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { Audit } from '../../model.ts';
import { clocksOf, listRaised } from '../queries.server.ts';
import { issue, type Standing } from '../rules.ts';
import { about } from './on-finding.server.ts';

/** Part of the final report, in its transaction: all raised findings are issued and their clocks start. */
export async function issueFindings(
  trx: Transaction<Database>,
  scope: Scope,
  audit: Audit,
): Promise<Standing[]> {
  const clocks = await clocksOf(trx, audit.schemeVersionId);
  const issued: Standing[] = [];
  for (const finding of await listRaised(trx, audit.id)) {
    const outcome = issue(finding, clocks, dayOf(scope.now));
    if (!outcome.ok) continue;
    const { id, state, grade, planDueOn, closeDueOn } = outcome.value;
    const containDueOn = outcome.value.state === 'issued' ? outcome.value.containDueOn : null;
    await trx
      .updateTable('finding')
      .set({
        state,
        issued_at: scope.now,
        contain_due_on: containDueOn,
        plan_due_on: planDueOn,
        close_due_on: closeDueOn,
      })
      .where('id', '=', id)
      .execute();
    await recordEvent(trx, about(scope, finding), 'finding.issued', { grade });
    issued.push({ grade, state });
  }
  return issued;
}
