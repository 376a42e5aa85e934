import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { inBatches, oneByOne } from '#app/platform/operation/round.ts';
import type { Auditor, Reviewer, Scope, System } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { isTied } from '#db/has-tie.ts';

import { isHouse, mayAnswer, mayGrade } from '../../policy.ts';
import { mayAnswerGrade } from '../commands/second-person.server.ts';
import { about, onFinding } from '../commands/on-finding.server.ts';
import { settleAudit } from '../commands/settle-audit.server.ts';
import type { Finding } from '../model.ts';
import type { AnswerDisputeForm, DisputeForm } from './forms.ts';
import { listMissed } from './queries.server.ts';
import { answerDispute as answers, dispute, runOn } from './rules.ts';

const system: System = { kind: 'system' };

export const disputeFinding = (scope: Scope, id: string, { statement }: DisputeForm) =>
  onFinding(scope, id, mayAnswer, async ({ trx, finding, actor }) => {
    const outcome = dispute(finding, dayOf(scope.now));
    if (!outcome.ok) return outcome;
    const { answerBy } = outcome.value;
    const by = { disputed_at: scope.now, disputed_by: actor.accountId };
    await trx
      .insertInto('finding_dispute')
      .values({ finding_id: finding.id, statement, ...by })
      .execute();
    await trx
      .updateTable('finding')
      .set({ state: 'disputed', dispute_due_on: answerBy })
      .where('id', '=', finding.id)
      .execute();
    await recordEvent(trx, about(scope, finding), 'finding.disputed', { answerBy });
    return outcome;
  });

/** Kept or withdrawn; another grade is proposed and approved like any other, and ends the dispute as well. */
export const answerDispute = (scope: Scope, id: string, { outcome: given, reason }: AnswerDisputeForm) =>
  onFinding(scope, id, mayGrade, async ({ trx, finding, actor }) => {
    const today = dayOf(scope.now);
    const answeredBy = actor.accountId;
    const tied = await isTied(trx, answeredBy, finding.organisationId, today);
    const approved = await mayAnswerGrade(trx, { ...scope, actor }, finding);
    const outcome = answers(finding, { outcome: given, answeredBy, approved, tied, today });
    if (!outcome.ok) return outcome;
    await endDispute(trx, { ...scope, actor }, finding, { outcome: given, reason });
    const { value } = outcome;
    const change =
      value.state === 'withdrawn'
        ? { state: value.state, withdrawn_at: scope.now, withdrawn_by: answeredBy, withdrawal_reason: reason }
        : finding.state === 'disputed' && (value.state === 'awaiting_cap' || value.state === 'issued')
          ? { state: value.state, plan_due_on: value.planDueOn, close_due_on: value.closeDueOn }
          : undefined;
    // What runs on already is where it is.
    if (change) await trx.updateTable('finding').set(change).where('id', '=', finding.id).execute();
    if (value.state === 'withdrawn') await settleAudit(trx, scope, finding);
    return outcome;
  });

/** The day of the answer has passed without one: the finding runs on, and the answer stays owed. */
export const runOnDisputes = (house: Pick<Scope, 'db' | 'now'>) =>
  oneByOne(
    inBatches((after) => listMissed(house.db, dayOf(house.now), after)),
    (id) =>
      onFinding({ ...house, actor: system }, id, isHouse, async ({ trx, finding }) => {
        const outcome = runOn(finding, dayOf(house.now));
        if (!outcome.ok) return outcome;
        const { state, planDueOn, closeDueOn } = outcome.value;
        await trx
          .updateTable('finding_dispute')
          .set({ ran_on_at: house.now })
          .where('finding_id', '=', finding.id)
          .execute();
        await trx
          .updateTable('finding')
          .set({ state, plan_due_on: planDueOn, close_due_on: closeDueOn })
          .where('id', '=', finding.id)
          .execute();
        const fact = about({ ...house, actor: system }, finding);
        await recordEvent(trx, fact, 'finding.dispute_ran_on', { planDueOn });
        return outcome;
      }),
  );

type Answer = { outcome: 'kept' | 'regraded' | 'withdrawn'; reason: string };

/** Part of what ends it, in the same transaction. */
export async function endDispute(
  trx: Transaction<Database>,
  scope: Scope<Auditor | Reviewer>,
  finding: Finding,
  { outcome, reason }: Answer,
) {
  await trx
    .updateTable('finding_dispute')
    .set({
      outcome,
      answer_reason: reason,
      answered_at: scope.now,
      answered_by: scope.actor.accountId,
    })
    .where('finding_id', '=', finding.id)
    .execute();
  await recordEvent(trx, about(scope, finding), 'finding.dispute_answered', { outcome });
}
