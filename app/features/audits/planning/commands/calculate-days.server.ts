import { ok } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';

import { onAudit } from '../../commands/on-audit.server.ts';
import { mayLead } from '../../policy.ts';
import { daysFor, daysFormula } from '../days.ts';
import { findCalculation } from '../ground.server.ts';
import type { DaysForm } from '../ground-forms.ts';
import { prepare, stayOnSite } from '../rules.ts';

/** A row of its own each time: what a plan was built on stays readable. */
export const calculateDays = (scope: Scope, id: string, form: DaysForm) =>
  onAudit(scope, id, mayLead, async ({ trx, audit, actor }) => {
    const prepared = prepare(audit);
    if (!prepared.ok) return prepared;
    const result = daysFor(form, audit.type);
    const kept = stayOnSite(result, form.offSiteDays);
    if (!kept.ok) return kept;
    const last = await findCalculation(trx, audit.id);
    const number = (last?.number ?? 0) + 1;
    await trx
      .insertInto('audit_day_calculation')
      .values({
        ...{ audit_id: audit.id, number, formula: daysFormula, effective_staff: form.effectiveStaff },
        ...{ extra_branches: form.extraBranches, corridors: form.corridors, interviews: form.interviews },
        ...{ high_risk_tiers: form.highRiskTiers, reduction_percent: form.reductionPercent },
        ...{ reduction_reason: form.reductionReason || null, off_site_days: form.offSiteDays },
        ...{ full_days: result.full, initial_days: result.initial, total_days: result.total },
        ...{ calculated_at: scope.now, calculated_by: actor.accountId },
      })
      .execute();
    return ok({ number, total: result.total });
  });
