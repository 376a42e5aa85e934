import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import type { Scope } from '#app/platform/scope.ts';

import { windowOf, type PlanForm } from '../forms.ts';
import { mayLead } from '../../policy.ts';
import { findCalculation, findSamplePlan } from '../ground.server.ts';
import { findKept } from '../queries.server.ts';
import { isBehind, plan, rest } from '../rules.ts';
import { about, onAudit } from '../../commands/on-audit.server.ts';

/** Fixes days, notice and plan. The recruiter learns of it with the notice, and of an unannounced audit when it begins. */
export const planAudit = (scope: Scope, id: string, form: PlanForm) =>
  onAudit(scope, id, mayLead, async ({ trx, audit }) => {
    const window = windowOf(form);
    const { noticeType, startsOn, endsOn } = form;
    const { kept, dueOn } = await findKept(trx, audit.id);
    const days = { noticeType, startsOn, endsOn, plan: form.plan };
    const { lateReasons } = form;
    const outcome = plan(audit, { ...days, window, kept, dueOn, lateReasons }, dayOf(scope.now));
    if (!outcome.ok) return outcome;
    const calculation = (await findCalculation(trx, audit.id)) ?? null;
    const sample = (await findSamplePlan(trx, audit.id)) ?? null;
    const ground = rest(audit, { calculation, sample }, form);
    if (!ground.ok) return ground;
    const { state, type } = outcome.value;
    await trx
      .updateTable('audit')
      .set({ state, notice_type: noticeType, starts_on: startsOn, ends_on: endsOn })
      .set({ window_from: window?.from ?? null, window_until: window?.until ?? null })
      .set({ plan: form.plan, planned_at: scope.now })
      .set({ late_reasons: isBehind(form, dueOn) ? lateReasons : null })
      .set({ day_calculation_id: calculation?.id ?? null, sample_plan_id: sample?.id ?? null })
      .where('id', '=', audit.id)
      .execute();
    const told = { type, startsOn, endsOn, noticeType };
    await recordEvent(trx, about(scope, audit), 'audit.planned', told);
    return outcome;
  });
