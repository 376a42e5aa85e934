import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import type { Auditor, Reviewer, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { isTied } from '#db/has-tie.ts';

import { mayAnswer, mayGrade } from '../../policy.ts';
import { mayAnswerGrade } from '../commands/second-person.server.ts';
import { about, onFinding } from '../commands/on-finding.server.ts';
import { settleAudit } from '../commands/settle-audit.server.ts';
import type { Finding } from '../model.ts';
import type { AnswerDisputeForm, DisputeForm } from './forms.ts';
import { answerDispute as answers, dispute } from './rules.ts';

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
        ? { withdrawn_at: scope.now, withdrawal_reason: reason }
        : { plan_due_on: value.planDueOn, close_due_on: value.closeDueOn };
    await trx
      .updateTable('finding')
      .set({ state: value.state, ...change })
      .where('id', '=', finding.id)
      .execute();
    if (value.state === 'withdrawn') await settleAudit(trx, scope, finding);
    return outcome;
  });

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
