import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import type { Auditor, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { mayAudit } from '../../policy.ts';
import type { RejectForm } from '../forms.ts';
import type { Finding } from '../model.ts';
import { rejectEvidence as rejects, verify } from '../rules.ts';
import type { VerifyForm } from '../verification/forms.ts';
import { keepSighting } from '../verification/keep.server.ts';
import { about, onFinding } from './on-finding.server.ts';

type Answer = { answer: 'verified' | 'rejected'; reason: string | null };

/** Verifies the evidence; a minor finding is closed with it. */
export const verifyEvidence = (scope: Scope, id: string, form: VerifyForm) =>
  onFinding(scope, id, mayAudit, async ({ trx, finding, actor }) => {
    const { round, method } = form;
    const outcome = verify(finding, round, method, actor.accountId);
    if (!outcome.ok) return outcome;
    const kept = await keepSighting(trx, { ...scope, actor }, finding, form);
    if (!kept.ok) return kept;
    const { state } = outcome.value;
    await answer(trx, { ...scope, actor }, finding, { answer: 'verified', reason: null });
    const verified = { verified_at: scope.now, verified_by: actor.accountId, verification_method: method };
    const closed = state === 'closed' ? { closed_at: scope.now, closed_by: actor.accountId } : {};
    await trx
      .updateTable('finding')
      .set({ state, ...verified, ...closed })
      .where('id', '=', finding.id)
      .execute();
    if (state === 'closed') await recordEvent(trx, about(scope, finding), 'finding.closed', {});
    return outcome;
  });

export const rejectEvidence = (scope: Scope, id: string, { round, reason }: RejectForm) =>
  onFinding(scope, id, mayAudit, async ({ trx, finding, actor }) => {
    const outcome = rejects(finding, round);
    if (!outcome.ok) return outcome;
    await answer(trx, { ...scope, actor }, finding, { answer: 'rejected', reason });
    await trx
      .updateTable('finding')
      .set({ state: outcome.value.state })
      .where('id', '=', finding.id)
      .execute();
    return outcome;
  });

async function answer(
  trx: Transaction<Database>,
  scope: Scope<Auditor>,
  finding: Finding,
  { answer, reason }: Answer,
) {
  const { id, proofs: round } = finding;
  await trx
    .updateTable('finding_evidence')
    .set({ answer, answer_reason: reason, answered_at: scope.now, answered_by: scope.actor.accountId })
    .where('finding_id', '=', id)
    .where('round', '=', round)
    .execute();
  await recordEvent(trx, about(scope, finding), 'finding.evidence_answered', { round, answer });
}
