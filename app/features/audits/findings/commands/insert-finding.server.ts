import { sql, type Transaction } from 'kysely';
import { z } from 'zod';

import { grades } from '#app/features/scheme/model.ts';
import { recordEvent } from '#app/events/record.server.ts';
import { dayOf, type Day } from '#app/platform/calendar.ts';
import { sentAgain } from '#app/platform/once.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Auditor, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { Audit } from '../../model.ts';
import type { RaiseForm } from '../forms.ts';
import { clocksOf } from '../queries.server.ts';
import { gradeWithReasons } from '../grading/rules.ts';
import { harms } from '../../remedy/model.ts';
import { mustBeFee } from '../../remedy/rules.ts';
import { measure, type Measured } from '../requirement/measure.server.ts';
import { begin } from '../rules.ts';
import { tellAtOnce } from './issue-findings.server.ts';
import { aboutUnissued } from './on-finding.server.ts';

/** `before` is what an earlier finding said that this one takes up: its harm and what it was measured by do not get lost. */
type New = {
  code: string;
  form: RaiseForm;
  repeatsId: string | null;
  before?: Measured & { harm: string | null };
};

/** A finding of this audit, which is locked; a critical one is told with it. */
export async function insertFinding(
  trx: Transaction<Database>,
  scope: Scope<Auditor>,
  audit: Audit,
  sent: New,
) {
  const { id: auditId, applicationId, organisationId, schemeVersionId } = audit;
  const { grade } = sent.form;
  const said = await saidOf(trx, scope, audit, sent);
  if (!said.ok) return said;
  const told = grade === 'critical' ? await toldAtOnce(trx, schemeVersionId, dayOf(scope.now)) : undefined;
  const made = await trx
    .insertInto('finding')
    .values({
      ...(sent.form.id && { id: sent.form.id }),
      ...{ ...said.value, workers_paid: said.value.harm === 'fee_charged' },
      ...{ application_id: applicationId, organisation_id: organisationId },
      ...{ scheme_version_id: schemeVersionId, number: await nextNumber(trx, auditId), grade },
      ...(told ? { ...told, issued_at: scope.now } : { state: 'raised' }),
      raised_at: scope.now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return refuse('sent_before');
  const { id } = made;
  const { code } = sent;
  const fact = { grade, indicator: code };
  await recordEvent(trx, aboutUnissued(scope, { id, auditId }), 'finding.raised', fact);
  if (told) await tellAtOnce(trx, scope, { id, auditId, applicationId, organisationId });
  return ok({ id });
}

/** What a finding says as it is raised, in the columns that keep it. */
async function saidOf(
  trx: Transaction<Database>,
  { actor }: Scope<Auditor>,
  { id, applicationId, schemeVersionId }: Audit,
  { code, form, repeatsId, before }: New,
) {
  const { harm: suffered, ...kept } = before ?? { harm: form.harm ?? null };
  const measured = before ? ok(kept) : await measure(trx, applicationId, form);
  if (!measured.ok) return measured;
  const { statement, evidence, grade, gradingReasons = null } = form;
  const indicator = await findIndicator(trx, schemeVersionId, code);
  if (!indicator) return refuse('not_found');
  const { defaultGrade } = indicator;
  // What the auditor marked; a fee wherever the indicator can mean nothing else.
  const fee = mustBeFee(indicator, grade);
  const harm = fee ? 'fee_charged' : z.enum(harms).nullable().parse(suffered);
  const fit = gradeWithReasons({ grade, defaultGrade, harm }, gradingReasons);
  if (!fit.ok) return fit;
  return ok({
    ...{ audit_id: id, indicator_code: code, raised_by: actor.accountId, repeats_id: repeatsId },
    ...{ ...measured.value, harm, statement, evidence, grading_reasons: gradingReasons },
  });
}

/** The answer to a form that came before under the number its page gave; undefined for one that did not. */
export async function findingSentBefore(
  trx: Transaction<Database>,
  scope: Scope<Auditor>,
  audit: Audit,
  sent: New,
) {
  const kept = sent.form.id && (await findSent(trx, sent.form.id));
  if (!kept) return undefined;
  const said = await saidOf(trx, scope, audit, sent);
  return said.ok ? sentAgain(kept, { ...said.value, raised_as: sent.form.grade }) : said;
}

/** With the grade it was raised with: the one it has by now may be another. */
const findSent = (trx: Transaction<Database>, id: string) =>
  trx
    .selectFrom('finding')
    .innerJoin('event', (join) =>
      join.onRef('event.subject', '=', 'finding.id').on('event.type', '=', 'finding.raised'),
    )
    .select(['finding.id', 'audit_id', 'indicator_code', 'raised_by', 'repeats_id', 'harm'])
    .select(['requirement_kind', 'law_instrument', 'law_place', 'declaration_version'])
    .select(['declaration_question', 'declaration_answer', 'statement', 'evidence'])
    .select('finding.grading_reasons')
    // The builder does not read a single word of a document.
    .select(sql<string>`event.payload ->> 'grade'`.as('raised_as'))
    .where('finding.id', '=', id)
    .executeTakeFirst();

const indicatorShape = z.object({ principle: z.string(), defaultGrade: z.enum(grades) });

async function findIndicator(trx: Transaction<Database>, versionId: string, code: string) {
  const row = await trx
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
  return row && indicatorShape.parse(row);
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
