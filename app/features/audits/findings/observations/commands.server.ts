import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Auditor, Scope, System } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { onAudit } from '../../commands/on-audit.server.ts';
import { checkCited } from '../../interviews/queries.server.ts';
import type { Audit } from '../../model.ts';
import { isHouse, mayAudit } from '../../policy.ts';
import { checkHeard } from '../../report/namings.server.ts';
import { insertFinding } from '../commands/insert-finding.server.ts';
import { about, onFinding } from '../commands/on-finding.server.ts';
import { findingRows, isFinding, toFinding } from '../queries.server.ts';
import { measuredBefore } from '../requirement/measure.server.ts';
import type { LookForm } from './forms.ts';
import { findClosing, listObservations, type Observed } from './queries.server.ts';
import { became, closeLookedAt, look } from './rules.ts';

type Place = { auditId: string; findingId: string };

/** What is gone closes, what is still so stays and is looked at again, and what became more is raised in this audit. */
export const lookAtObservation = (scope: Scope, { auditId, findingId }: Place, form: LookForm) =>
  onAudit(scope, auditId, mayAudit, async ({ trx, audit, actor }) => {
    const by = { ...scope, actor };
    const observed = (await listObservations(trx, audit)).find(({ id }) => id === findingId);
    const finding = observed && (await lockObservation(trx, by, observed.id));
    if (!observed || !finding) return refuse('not_found');
    const words = [form.note, form.gradingReasons ?? ''];
    const cited = await checkCited(trx, audit.id, ...words);
    const fit = cited.ok ? await checkHeard(trx, audit, ...words) : cited;
    if (!fit.ok) return fit;
    const outcome = look(
      audit,
      { finding, looked: observed.looked !== null },
      { ...form, grade: form.grade },
    );
    if (!outcome.ok) return outcome;
    const raised = outcome.value.raisedAs
      ? await raiseObserved(trx, by, audit, { observed, form: { ...form, grade: outcome.value.raisedAs } })
      : ok({ id: null });
    if (!raised.ok) return raised;
    const looked = { looked_at: scope.now, looked_by: actor.accountId };
    await trx
      .insertInto('observation_look')
      .values({
        ...{ finding_id: findingId, audit_id: audit.id, answer: form.answer, note: form.note },
        ...{ raised_id: raised.value.id, ...looked },
      })
      .execute();
    // Until what it became is told, the recruiter reads nothing of it.
    const fact = { actor, now: scope.now, subject: audit.id, related: [] };
    await recordEvent(trx, fact, 'audit.observation_looked_at', { findingId, answer: form.answer });
    if (outcome.value.closes) await shut(trx, { ...by, closedBy: actor.accountId }, finding);
    return ok({ raised: raised.value.id });
  });

type Raising = { observed: Observed; form: LookForm & { grade: NonNullable<LookForm['grade']> } };

async function raiseObserved(
  trx: Transaction<Database>,
  scope: Scope<Auditor>,
  audit: Audit,
  { observed, form }: Raising,
) {
  const { harm: _none, ...measured } = await measuredBefore(trx, observed.id, audit.applicationId);
  return insertFinding(trx, scope, audit, {
    code: observed.indicatorCode,
    repeatsId: observed.id,
    before: { ...measured, harm: form.harm ?? null },
    form: {
      ...{ grade: form.grade, statement: became(observed), evidence: form.note },
      gradingReasons: form.gradingReasons,
    },
  });
}

/** Its own audit is over, and is not locked: this one is, before the finding. */
async function lockObservation(trx: Transaction<Database>, by: Scope<Auditor>, id: string) {
  await trx.selectFrom('finding').select('id').where(isFinding(id)).forNoKeyUpdate().execute();
  const row = await findingRows(trx, { actor: { kind: 'system' }, now: by.now })
    .where(isFinding(id))
    .executeTakeFirst();
  return row && toFinding(row);
}

type House = Pick<Scope, 'db' | 'now'> & { actor: System };

/** What it became is told, or the dispute about one that is gone is answered: whoever looked at it closed it by that. */
export const closeObservation = (house: House, id: string) =>
  onFinding(house, id, isHouse, async ({ trx, finding }) => {
    const said = await findClosing(trx, id);
    const outcome = closeLookedAt(finding, { answer: said?.answer ?? 'still', told: Boolean(said?.toldAt) });
    if (!outcome.ok || !said?.lookedBy) return outcome;
    await shut(trx, { ...house, closedBy: said.lookedBy }, finding);
    return outcome;
  });

type Shutting = Pick<Scope, 'actor' | 'now'> & { closedBy: string };

async function shut(
  trx: Transaction<Database>,
  { closedBy, ...by }: Shutting,
  finding: Parameters<typeof about>[1],
) {
  await trx
    .updateTable('finding')
    .set({ state: 'closed', closed_at: by.now, closed_by: closedBy })
    .where('id', '=', finding.id)
    .execute();
  await recordEvent(trx, about(by, finding), 'finding.closed', {});
}
