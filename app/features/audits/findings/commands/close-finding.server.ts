import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import type { Scope } from '#app/platform/scope.ts';
import { isTied } from '#db/has-tie.ts';

import { isApprovedReviewer, leftTeam } from '../../team/ties/queries.server.ts';
import { mayReview } from '../../policy.ts';
import { close } from '../rules.ts';
import type { CloseForm } from '../verification/forms.ts';
import { checkWords } from '../verification/keep.server.ts';
import { about, onFinding } from './on-finding.server.ts';
import { settleAudit } from './settle-audit.server.ts';

/** The second person's sign-off, with the words what it relies on. */
export const closeFinding = (scope: Scope, id: string, { words }: CloseForm) =>
  onFinding(scope, id, mayReview, async ({ trx, finding, actor }) => {
    const closedBy = actor.accountId;
    const tied = await isTied(trx, closedBy, finding.organisationId, dayOf(scope.now));
    const left = await leftTeam(trx, closedBy, finding.auditId);
    const second = { accountId: closedBy, bodyId: finding.auditBodyId };
    const approved = await isApprovedReviewer(trx, second, scope.now);
    const outcome = close(finding, { closedBy, approved, tied, left });
    if (!outcome.ok) return outcome;
    const heard = await checkWords(trx, scope, finding, [words]);
    if (!heard.ok) return heard;
    await trx
      .updateTable('finding')
      .set({
        state: outcome.value.state,
        closed_at: scope.now,
        closed_by: actor.accountId,
        closing_words: words,
      })
      .where('id', '=', finding.id)
      .execute();
    await recordEvent(trx, about(scope, finding), 'finding.closed', {});
    await settleAudit(trx, scope, finding);
    return outcome;
  });
