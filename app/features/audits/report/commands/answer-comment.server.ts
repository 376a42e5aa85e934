import type { Transaction } from 'kysely';

import { ok, refuse } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { onAudit } from '../../commands/on-audit.server.ts';
import type { Audit } from '../../model.ts';
import { mayLead } from '../../policy.ts';
import type { AnswerForm } from '../forms.ts';
import { reportParts, type Comment, type Draft } from '../model.ts';
import { checkHeard } from '../namings.server.ts';
import { columnOf, findComment, findDraft, listReportFindings } from '../queries.server.ts';
import { answerComment as answers } from '../rules.ts';

type Correction = { audit: Audit; draft: Draft; said: Comment; words: string };

/** The lead auditor corrects what the comment is about, or says why it stays. */
export const answerComment = (scope: Scope, id: string, commentId: string, form: AnswerForm) =>
  onAudit(scope, id, mayLead, async ({ trx, audit, actor }) => {
    const said = await findComment(trx, audit.id, commentId);
    if (!said) return refuse('not_found');
    const outcome = answers(audit, said);
    if (!outcome.ok) return outcome;
    const heard = await checkHeard(
      trx,
      audit,
      form.answer,
      form.outcome === 'corrected' ? form.corrected : '',
    );
    if (!heard.ok) return heard;
    if (form.outcome === 'corrected') {
      const draft = await findDraft(trx, audit.id);
      if (draft?.revision !== form.revision) return refuse('report_saved_meanwhile');
      const corrected = await correct(trx, { audit, draft, said, words: form.corrected });
      if (!corrected.ok) return corrected;
    }
    await trx
      .updateTable('fact_check_comment')
      .set({
        outcome: form.outcome,
        answer: form.answer,
        answered_at: scope.now,
        answered_by: actor.accountId,
      })
      .where('id', '=', said.id)
      .execute();
    return ok({ id: said.id });
  });

/** Every correction is a new revision of the report, so that a reviewer never approves what they have not read. */
async function correct(trx: Transaction<Database>, { audit, draft, said, words }: Correction) {
  if (said.findingId !== null && !(await correctFinding(trx, audit, said.findingId, words)))
    return refuse('finding_issued');
  const part = reportParts.find((known) => known === said.part);
  await trx
    .updateTable('audit_report_draft')
    .set({ revision: draft.revision + 1, ...(part ? { [columnOf(part)]: words } : {}) })
    .where('audit_id', '=', audit.id)
    .execute();
  if (part === 'summary')
    await trx.updateTable('audit').set({ summary: words }).where('id', '=', audit.id).execute();
  return ok(said);
}

/** What was issued already, as a critical finding is, stands: its recruiter may dispute it. */
async function correctFinding(
  trx: Transaction<Database>,
  audit: Audit,
  findingId: string,
  statement: string,
) {
  const found = (await listReportFindings(trx, audit.id)).find(({ id }) => id === findingId);
  if (found?.state !== 'raised') return false;
  await trx.updateTable('finding').set({ statement }).where('id', '=', findingId).execute();
  return true;
}
