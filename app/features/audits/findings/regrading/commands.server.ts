import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { ok } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { isTied } from '#db/has-tie.ts';

import { mayGrade } from '../../policy.ts';
import { mayAnswerGrade } from '../commands/second-person.server.ts';
import { about, aboutUnissued, onFinding } from '../commands/on-finding.server.ts';
import { tellAtOnce } from '../commands/issue-findings.server.ts';
import { settleAudit } from '../commands/settle-audit.server.ts';
import type { Finding } from '../model.ts';
import { endDispute } from '../disputes/commands.server.ts';
import { awaitsAnswer } from '../disputes/rules.ts';
import type { AnswerRegradeForm, ProposeForm } from './forms.ts';
import { answerRegrade as mayAnswer, proposeRegrade as proposes, regrade, type Regraded } from './rules.ts';
import { writeGrade } from './write-grade.server.ts';

/** A proposal and its answer are the audit body's own; the recruiter learns of a new grade. */
export const proposeRegrade = (scope: Scope, id: string, { grade, reason }: ProposeForm) =>
  onFinding(scope, id, mayGrade, async ({ trx, finding, actor }) => {
    const outcome = proposes(finding, grade);
    if (!outcome.ok) return outcome;
    const { from, to } = outcome.value;
    await trx
      .insertInto('finding_regrade')
      .values({
        finding_id: finding.id,
        from_grade: from,
        to_grade: to,
        reason,
        proposed_at: scope.now,
        proposed_by: actor.accountId,
      })
      .execute();
    await recordEvent(trx, aboutUnissued(scope, finding), 'finding.regrade_proposed', { from, to });
    return outcome;
  });

export const answerRegrade = (scope: Scope, id: string, { grade, outcome, reason }: AnswerRegradeForm) =>
  onFinding(scope, id, mayGrade, async ({ trx, finding, actor }) => {
    const answeredBy = actor.accountId;
    const tied = await isTied(trx, answeredBy, finding.organisationId, dayOf(scope.now));
    const approved = await mayAnswerGrade(trx, { ...scope, actor }, finding);
    const may = mayAnswer(finding, { to: grade, outcome, answeredBy, approved, tied });
    if (!may.ok) return may;
    await trx
      .updateTable('finding_regrade')
      .set({ outcome, answer_reason: reason, answered_at: scope.now, answered_by: actor.accountId })
      .where('finding_id', '=', finding.id)
      .where('outcome', 'is', null)
      .execute();
    await recordEvent(trx, aboutUnissued(scope, finding), 'finding.regrade_answered', { outcome });
    if (outcome === 'dismissed') return ok({ grade: finding.grade });

    const regraded = regrade(may.value, grade, finding.terms.findings, dayOf(scope.now));
    if (awaitsAnswer(finding))
      await endDispute(trx, { ...scope, actor }, finding, { outcome: 'regraded', reason });
    await carryGrade(trx, scope, finding, regraded);
    await settleAudit(trx, scope, finding);
    return ok({ grade });
  });

async function carryGrade(trx: Transaction<Database>, scope: Scope, finding: Finding, regraded: Regraded) {
  const { state, grade } = regraded;
  const told = finding.state === 'raised' && state === 'issued';
  await writeGrade(trx, finding.id, regraded, told ? scope.now : undefined);
  const where = state === 'raised' ? aboutUnissued(scope, finding) : about(scope, finding);
  await recordEvent(trx, where, 'finding.regraded', { from: finding.grade, to: grade });
  if (told) await tellAtOnce(trx, scope, finding);
}
