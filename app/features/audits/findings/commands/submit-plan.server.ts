import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import type { Scope } from '#app/platform/scope.ts';

import { mayAnswer } from '../../policy.ts';
import type { CorrectiveActionForm } from '../forms.ts';
import { submitPlan as submits } from '../rules.ts';
import { about, onFinding } from './on-finding.server.ts';

export const submitPlan = (scope: Scope, id: string, form: CorrectiveActionForm) =>
  onFinding(scope, id, mayAnswer, async ({ trx, finding, actor }) => {
    const { targetOn } = form;
    const remedyToWorkers = form.remedyToWorkers || null;
    const outcome = submits(finding, { targetOn, remedyToWorkers }, dayOf(scope.now));
    if (!outcome.ok) return outcome;
    const { state, plans: round } = outcome.value;
    await trx
      .insertInto('corrective_action_plan')
      .values({
        finding_id: finding.id,
        round,
        root_cause: form.rootCause,
        correction: form.correction,
        corrective_action: form.correctiveAction,
        preventive_action: form.preventiveAction,
        remedy_to_workers: remedyToWorkers,
        owner: form.owner,
        target_on: targetOn,
        submitted_at: scope.now,
        submitted_by: actor.accountId,
      })
      .execute();
    await trx.updateTable('finding').set({ state }).where('id', '=', finding.id).execute();
    await recordEvent(trx, about(scope, finding), 'finding.plan_submitted', { round });
    return outcome;
  });
