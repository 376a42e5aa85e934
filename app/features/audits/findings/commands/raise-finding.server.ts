import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf, type Day } from '#app/platform/calendar.ts';
import type { Scope } from '#app/platform/scope.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Database } from '#db/client.server.ts';

import { indicatorExists } from '../../fieldwork/commands/assess-indicator.server.ts';
import { onAudit } from '../../commands/on-audit.server.ts';
import { mayAudit } from '../../policy.ts';
import { raise } from '../../fieldwork/rules.ts';
import type { Audit } from '../../model.ts';
import type { RaiseForm } from '../forms.ts';
import { clocksOf } from '../queries.server.ts';
import { begin } from '../rules.ts';
import { tellAtOnce } from './issue-findings.server.ts';
import { aboutUnissued } from './on-finding.server.ts';

export const raiseFinding = (scope: Scope, auditId: string, code: string, form: RaiseForm) =>
  onAudit(scope, auditId, mayAudit, async ({ trx, audit, actor }) => {
    const outcome = raise(audit);
    if (!outcome.ok) return outcome;
    if (!(await indicatorExists(trx, audit, code))) return refuse('not_found');
    const told = form.grade === 'critical' ? await toldAtOnce(trx, audit, dayOf(scope.now)) : undefined;
    const { id } = await trx
      .insertInto('finding')
      .values({
        audit_id: audit.id,
        application_id: audit.applicationId,
        organisation_id: audit.organisationId,
        number: await nextNumber(trx, audit.id),
        scheme_version_id: audit.schemeVersionId,
        indicator_code: code,
        ...(told ? { ...told, issued_at: scope.now } : { state: 'raised' }),
        raised_at: scope.now,
        raised_by: actor.accountId,
        ...form,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const fact = { grade: form.grade, indicator: code };
    await recordEvent(trx, aboutUnissued(scope, { id, auditId: audit.id }), 'finding.raised', fact);
    const { applicationId, organisationId } = audit;
    if (told) await tellAtOnce(trx, scope, { id, auditId: audit.id, applicationId, organisationId });
    return ok({ id });
  });

/** A critical finding is issued as it is raised. */
async function toldAtOnce(trx: Transaction<Database>, { schemeVersionId }: Audit, today: Day) {
  const { state, ...due } = begin('critical', await clocksOf(trx, schemeVersionId), today);
  return {
    state,
    contain_due_on: due.containDueOn,
    plan_due_on: due.planDueOn,
    close_due_on: due.closeDueOn,
  };
}

/** Without gaps or doubles: the audit is locked. */
async function nextNumber(trx: Transaction<Database>, auditId: string) {
  const { last } = await trx
    .selectFrom('finding')
    .select(({ fn }) => fn.max<number | null>('number').as('last'))
    .where('audit_id', '=', auditId)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}
