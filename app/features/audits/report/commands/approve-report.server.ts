import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { isTied } from '#db/has-tie.ts';

import { about, onAudit } from '../../commands/on-audit.server.ts';
import { issueFindings } from '../../findings/commands/issue-findings.server.ts';
import { listStandings } from '../../findings/queries.server.ts';
import type { Audit } from '../../model.ts';
import { mayReview } from '../../policy.ts';
import type { ApproveForm } from '../forms.ts';
import { isApprovedReviewer, leftTeam } from '../../team/ties/queries.server.ts';
import { keepReport } from '../final.server.ts';
import { namingsBeside, namingsOf } from '../namings.server.ts';
import { findDraft, listComments } from '../queries.server.ts';
import { approve, followOn, whole } from '../rules.ts';

/** Makes the report final: every finding is issued and its clocks start, in the same moment. */
export const approveReport = (scope: Scope, id: string, { note, revision }: ApproveForm) =>
  onAudit(scope, id, mayReview, async ({ trx, audit, actor }) => {
    const { draft, unanswered } = await asItStands(trx, audit);
    const seen = draft?.revision === revision;
    const { accountId } = actor;
    const left = await leftTeam(trx, accountId, audit.id);
    const tied = await isTied(trx, accountId, audit.organisationId, dayOf(scope.now));
    const approved = await isApprovedReviewer(trx, { accountId, bodyId: audit.auditBodyId }, scope.now);
    const outcome = approve(audit, { reviewer: accountId, approved, tied, left, unanswered, seen });
    if (!outcome.ok) return outcome;
    const namings = draft ? await namingsOf(trx, audit, draft) : [];
    const text = whole(draft, namings, await namingsBeside(trx, audit));
    if (!text.ok) return text;

    const { state, reviewedBy } = outcome.value;
    await trx
      .updateTable('audit')
      .set({ state, reviewed_at: scope.now, reviewed_by: reviewedBy, review_note: note || null })
      .where('id', '=', audit.id)
      .execute();
    const issued = await issueFindings(trx, scope, audit);
    await keepReport(trx, scope, outcome.value);
    await recordEvent(trx, about(scope, audit), 'audit.report_final', { findings: issued.length });
    const next = followOn(outcome.value, await listStandings(trx, audit.id));
    if (!next.ok) return next;
    await trx.updateTable('audit').set({ state: next.value.state }).where('id', '=', audit.id).execute();
    if (next.value.state === 'ready_for_decision')
      await recordEvent(trx, about(scope, audit), 'audit.ready_for_decision', {});
    return next;
  });

async function asItStands(trx: Transaction<Database>, { id }: Audit) {
  const [draft, comments] = [await findDraft(trx, id), await listComments(trx, id)];
  return { draft, unanswered: comments.filter(({ outcome }) => outcome === null).length };
}
