import { recordEvent } from '#app/events/record.server.ts';
import type { Scope } from '#app/platform/scope.ts';

import { mayAnswer, mayAudit } from '../../policy.ts';
import { about, onFinding } from '../commands/on-finding.server.ts';
import { settleAudit } from '../commands/settle-audit.server.ts';
import { checkWords } from '../verification/keep.server.ts';
import type { AcceptNoActionForm, NoActionForm } from './forms.ts';
import { acceptNoAction as accepts, planNoAction as plans } from './rules.ts';

export const planNoAction = (scope: Scope, id: string, { noActionReason }: NoActionForm) =>
  onFinding(scope, id, mayAnswer, async ({ trx, finding, actor }) => {
    const outcome = plans(finding);
    if (!outcome.ok) return outcome;
    const { state, plans: round } = outcome.value;
    await trx
      .insertInto('corrective_action_plan')
      .values({
        finding_id: finding.id,
        round,
        no_action_reason: noActionReason,
        submitted_at: scope.now,
        submitted_by: actor.accountId,
      })
      .execute();
    await trx.updateTable('finding').set({ state }).where('id', '=', finding.id).execute();
    await recordEvent(trx, about(scope, finding), 'finding.plan_submitted', { round, noAction: true });
    return outcome;
  });

/** Closes the finding, with the words what was looked at; it may be the last thing a decision waited for. */
export const acceptNoAction = (scope: Scope, id: string, { round, method, words }: AcceptNoActionForm) =>
  onFinding(scope, id, mayAudit, async ({ trx, finding, actor }) => {
    const outcome = accepts(finding, round);
    if (!outcome.ok) return outcome;
    const heard = await checkWords(trx, scope, finding, [words]);
    if (!heard.ok) return heard;
    const by = actor.accountId;
    await trx
      .updateTable('corrective_action_plan')
      .set({ answer: 'accepted', answered_at: scope.now, answered_by: by })
      .where('finding_id', '=', finding.id)
      .where('round', '=', round)
      .execute();
    const verified = { verified_at: scope.now, verified_by: by, verification_method: method };
    await trx
      .updateTable('finding')
      .set({ state: outcome.value.state, ...verified })
      .set({ closed_at: scope.now, closed_by: by, closing_words: words })
      .where('id', '=', finding.id)
      .execute();
    await recordEvent(trx, about(scope, finding), 'finding.plan_answered', { round, answer: 'accepted' });
    await recordEvent(trx, about(scope, finding), 'finding.closed', {});
    await settleAudit(trx, scope, finding);
    return outcome;
  });
