import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import type { Auditor, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { mayAudit } from '../../policy.ts';
import type { AcceptPlanForm, RejectForm } from '../forms.ts';
import type { CapAccepted, CapReturned } from '../model.ts';
import { acceptPlan as accepts, returnPlan as returns } from '../rules.ts';
import { escalateReturned } from '../clocks/escalate.server.ts';
import { about, onFinding } from './on-finding.server.ts';
import { settleAudit } from './settle-audit.server.ts';

/** An accepted plan of a minor finding may be the last thing a decision waited for. */
export const acceptPlan = (scope: Scope, id: string, { round }: AcceptPlanForm) =>
  onFinding(scope, id, mayAudit, async ({ trx, finding, actor }) => {
    const outcome = accepts(finding, round);
    if (!outcome.ok) return outcome;
    await answer(trx, { ...scope, actor }, outcome.value, null);
    await settleAudit(trx, scope, finding);
    return outcome;
  });

export const returnPlan = (scope: Scope, id: string, { round, reason }: RejectForm) =>
  onFinding(scope, id, mayAudit, async ({ trx, finding, actor }) => {
    const outcome = returns(finding, round, dayOf(scope.now));
    if (!outcome.ok) return outcome;
    await answer(trx, { ...scope, actor }, outcome.value, reason);
    await escalateReturned(trx, scope, outcome.value, actor.accountId);
    return outcome;
  });

type Answered = CapAccepted | CapReturned;

async function answer(
  trx: Transaction<Database>,
  scope: Scope<Auditor>,
  finding: Answered,
  reason: string | null,
) {
  const { id, state, plans: round } = finding;
  const answer = state === 'cap_accepted' ? 'accepted' : 'returned';
  await trx
    .updateTable('corrective_action_plan')
    .set({ answer, answer_reason: reason, answered_at: scope.now, answered_by: scope.actor.accountId })
    .where('finding_id', '=', id)
    .where('round', '=', round)
    .execute();
  const due = finding.state === 'cap_returned' ? { resubmit_due_on: finding.resubmitDueOn } : {};
  await trx
    .updateTable('finding')
    .set({ state, ...due })
    .where('id', '=', id)
    .execute();
  await recordEvent(trx, about(scope, finding), 'finding.plan_answered', { round, answer });
}
