import { recordEvent } from '#app/events/record.server.ts';
import { addWorkingDays, dayOf } from '#app/platform/calendar.ts';
import type { Scope } from '#app/platform/scope.ts';

import { about, onAudit } from '../../commands/on-audit.server.ts';
import { listBreakdowns } from '../../findings/breakdowns/queries.server.ts';
import { mayLead } from '../../policy.ts';
import { namingsBeside, namingsOf } from '../namings.server.ts';
import { auditClocksOf, findDraft } from '../queries.server.ts';
import { sendReport as sends } from '../rules.ts';

/** The recruiter now reads the report and says what is wrong in its facts; the clock of that starts today. */
export const sendReport = (scope: Scope, id: string) =>
  onAudit(scope, id, mayLead, async ({ trx, audit, actor }) => {
    const { factCheckWorkingDays } = await auditClocksOf(trx, audit.schemeVersionId);
    const dueOn = addWorkingDays(dayOf(scope.now), factCheckWorkingDays);
    const text = await findDraft(trx, audit.id);
    const namings = text ? await namingsOf(trx, audit, text) : [];
    const unanswered = (await listBreakdowns(trx, audit)).filter(({ answered }) => !answered).length;
    const by = { reportedBy: actor.accountId, reportedAt: scope.now };
    const sending = { unanswered, text, namings, beside: await namingsBeside(trx, audit), ...by };
    const outcome = sends(audit, sending, dueOn);
    if (!outcome.ok) return outcome;

    const { state, summary, reportedAt, reportedBy, factCheckDueOn } = outcome.value;
    await trx
      .updateTable('audit')
      .set({ state, summary, reported_at: reportedAt, reported_by: reportedBy, review_note: null })
      .set({ fact_check_at: scope.now, fact_check_due_on: factCheckDueOn, fact_checked_at: null })
      .where('id', '=', audit.id)
      .execute();
    await recordEvent(trx, about(scope, audit), 'audit.fact_check_started', { dueOn: factCheckDueOn });
    return outcome;
  });
