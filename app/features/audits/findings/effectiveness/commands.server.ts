import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { onAudit } from '../../commands/on-audit.server.ts';
import { checkCited } from '../../interviews/queries.server.ts';
import type { Audit } from '../../model.ts';
import { mayAudit } from '../../policy.ts';
import { checkHeard } from '../../report/namings.server.ts';
import { insertFinding } from '../commands/insert-finding.server.ts';
import { measuredBefore } from '../requirement/measure.server.ts';
import type { JudgeForm } from './forms.ts';
import { listPastFindings } from './queries.server.ts';
import { again, graded, judge } from './rules.ts';

type Judged = { auditId: string; findingId: string };

/** What did not last is raised again in this audit, one grade higher. */
export const judgeEffectiveness = (
  scope: Scope,
  { auditId, findingId }: Judged,
  { effective, note }: JudgeForm,
) =>
  onAudit(scope, auditId, mayAudit, async ({ trx, audit, actor }) => {
    const past = (await listPastFindings(trx, audit)).find(({ id }) => id === findingId);
    if (!past) return refuse('not_found');
    const fit = await checkWords(trx, audit, note);
    if (!fit.ok) return fit;
    const outcome = judge(audit, past, effective === 'yes');
    if (!outcome.ok) return outcome;
    const grade = outcome.value.reopenedAs;
    const reopened = grade
      ? await insertFinding(trx, { ...scope, actor }, audit, {
          code: past.indicatorCode,
          repeatsId: past.id,
          before: await measuredBefore(trx, past.id, audit.applicationId),
          form: { grade, statement: again(past), evidence: note, gradingReasons: graded(past) },
        })
      : ok({ id: null });
    if (!reopened.ok) return reopened;
    await trx
      .insertInto('finding_effectiveness')
      .values({
        finding_id: past.id,
        audit_id: audit.id,
        effective: effective === 'yes',
        note,
        reopened_id: reopened.value.id,
        judged_at: scope.now,
        judged_by: actor.accountId,
      })
      .execute();
    const fact = { actor, now: scope.now, subject: past.id, related: [audit.id] };
    await recordEvent(trx, fact, 'finding.effectiveness_judged', { effective: effective === 'yes' });
    if (reopened.value.id) await recordEvent(trx, fact, 'finding.reopened', { findingId: reopened.value.id });
    return ok({ reopened: reopened.value.id });
  });

/** It cites interviews of this audit by their keys, and names nobody. */
async function checkWords(trx: Transaction<Database>, audit: Audit, note: string) {
  const cited = await checkCited(trx, audit.id, note);
  return cited.ok ? checkHeard(trx, audit, note) : cited;
}
