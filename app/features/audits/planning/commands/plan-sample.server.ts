import { ok } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';

import { onAudit } from '../../commands/on-audit.server.ts';
import { mayLead } from '../../policy.ts';
import { findSamplePlan } from '../ground.server.ts';
import { networkOf } from '../known.server.ts';
import { prepare } from '../rules.ts';
import { leaveOut, sampleFor, sampleFormula, type Groups } from '../sample.ts';

/** A plan of its own each time, with all its strata or not at all. */
export const planSample = (
  scope: Scope,
  id: string,
  { leftOut = '', ...groups }: Groups & { leftOut?: string },
) =>
  onAudit(scope, id, mayLead, async ({ trx, audit, actor }) => {
    const prepared = prepare(audit);
    if (!prepared.ok) return prepared;
    const may = leaveOut(groups, await networkOf(trx, audit.organisationId), leftOut);
    if (!may.ok) return may;
    const { population, target, withoutHelp, strata } = sampleFor(groups);
    const last = await findSamplePlan(trx, audit.id);
    const number = (last?.number ?? 0) + 1;
    const made = await trx
      .insertInto('audit_sample_plan')
      .values({
        ...{ audit_id: audit.id, number, formula: sampleFormula, population, target },
        ...{
          left_out: may.value.leftOut,
          without_help: withoutHelp,
          calculated_at: scope.now,
          calculated_by: actor.accountId,
        },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await trx
      .insertInto('audit_sample_stratum')
      .values(
        strata.map(({ dimension, name, workers, interviews }, position) => ({
          ...{ sample_plan_id: made.id, dimension, name, position, workers, interviews },
        })),
      )
      .execute();
    return ok({ number, target });
  });
