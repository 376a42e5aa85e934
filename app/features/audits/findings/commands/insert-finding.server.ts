import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf, type Day } from '#app/platform/calendar.ts';
import { ok } from '#app/platform/result.ts';
import type { Auditor, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { Audit } from '../../model.ts';
import type { RaiseForm } from '../forms.ts';
import { clocksOf } from '../queries.server.ts';
import { mustBeFee } from '../../remedy/rules.ts';
import { measure } from '../requirement/measure.server.ts';
import { begin } from '../rules.ts';
import { tellAtOnce } from './issue-findings.server.ts';
import { aboutUnissued } from './on-finding.server.ts';

type New = { code: string; form: RaiseForm; repeatsId: string | null };

/** A finding of this audit, which is locked; a critical one is told with it. */
export async function insertFinding(
  trx: Transaction<Database>,
  scope: Scope<Auditor>,
  audit: Audit,
  { code, form, repeatsId }: New,
) {
  const { grade, statement, evidence } = form;
  const { id: auditId, applicationId, organisationId, schemeVersionId } = audit;
  const measured = await measure(trx, applicationId, form);
  if (!measured.ok) return measured;
  const harm = await harmOf(trx, { versionId: schemeVersionId, code }, form);
  const told = grade === 'critical' ? await toldAtOnce(trx, schemeVersionId, dayOf(scope.now)) : undefined;
  const { id } = await trx
    .insertInto('finding')
    .values({
      audit_id: auditId,
      application_id: applicationId,
      organisation_id: organisationId,
      number: await nextNumber(trx, auditId),
      scheme_version_id: schemeVersionId,
      indicator_code: code,
      ...measured.value,
      ...{ harm, workers_paid: harm === 'fee_charged' },
      ...(told ? { ...told, issued_at: scope.now } : { state: 'raised' }),
      ...{ grade, statement, evidence, repeats_id: repeatsId },
      raised_at: scope.now,
      raised_by: scope.actor.accountId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const fact = { grade, indicator: code };
  await recordEvent(trx, aboutUnissued(scope, { id, auditId }), 'finding.raised', fact);
  if (told) await tellAtOnce(trx, scope, { id, auditId, applicationId, organisationId });
  return ok({ id });
}

type Place = { versionId: string; code: string };

/** What the auditor marked; a fee wherever the indicator can mean nothing else. */
async function harmOf(trx: Transaction<Database>, { versionId, code }: Place, { harm, grade }: RaiseForm) {
  const indicator = await trx
    .selectFrom('indicator')
    .innerJoin('criterion', (join) =>
      join
        .onRef('criterion.scheme_version_id', '=', 'indicator.scheme_version_id')
        .onRef('criterion.code', '=', 'indicator.criterion_code'),
    )
    .select(['criterion.principle_code as principle', 'indicator.default_grade as defaultGrade'])
    .where('indicator.scheme_version_id', '=', versionId)
    .where('indicator.code', '=', code)
    .executeTakeFirst();
  return indicator && mustBeFee(indicator, grade) ? 'fee_charged' : (harm ?? null);
}

/** A critical finding is issued as it is raised. */
async function toldAtOnce(trx: Transaction<Database>, versionId: string, today: Day) {
  const { state, ...due } = begin('critical', await clocksOf(trx, versionId), today);
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
