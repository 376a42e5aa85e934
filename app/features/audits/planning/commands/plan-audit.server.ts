import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import type { Scope } from '#app/platform/scope.ts';

import type { PlanForm } from '../forms.ts';
import { mayLead } from '../../policy.ts';
import { plan } from '../rules.ts';
import { about, onAudit } from '../../commands/on-audit.server.ts';

/** Fixes days, notice and plan; from then on the recruiter knows, unless the audit is unannounced. */
export const planAudit = (scope: Scope, id: string, form: PlanForm) =>
  onAudit(scope, id, mayLead, async ({ trx, audit }) => {
    const outcome = plan(audit, form, dayOf(scope.now));
    if (!outcome.ok) return outcome;
    const { state, type, startsOn, endsOn } = outcome.value;
    await trx
      .updateTable('audit')
      .set({ state, notice_type: form.noticeType, starts_on: startsOn, ends_on: endsOn })
      .set({ plan: form.plan, planned_at: scope.now })
      .where('id', '=', audit.id)
      .execute();
    await recordEvent(trx, about(scope, audit), 'audit.planned', { type, startsOn, endsOn });
    return outcome;
  });
