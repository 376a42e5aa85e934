import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { ok } from '#app/platform/result.ts';
import type { Auditor, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { onAudit } from '../../commands/on-audit.server.ts';
import type { Audit } from '../../model.ts';
import { mayAudit } from '../../policy.ts';
import { checkHeard } from '../../report/namings.server.ts';
import { checkCited } from '../../interviews/queries.server.ts';
import { insertFinding } from '../commands/insert-finding.server.ts';
import { findRepeated } from '../repeats.server.ts';
import type { KeepForm, MajorForm } from './forms.ts';
import { findBreakdown } from './queries.server.ts';
import { addedUp, answerBreakdown, onIndicator, type Suggestion } from './rules.ts';

const suggested = async (trx: Transaction<Database>, audit: Audit, criterion: string) =>
  answerBreakdown(audit, await findBreakdown(trx, audit, criterion));

/** The minors stay what they are; why, the reviewer and the panel can read. */
export const keepMinors = (scope: Scope, auditId: string, criterion: string, { reason }: KeepForm) =>
  onAudit(scope, auditId, mayAudit, async ({ trx, audit, actor }) => {
    const found = await suggested(trx, audit, criterion);
    if (!found.ok) return found;
    await insertAnswer(trx, { ...scope, actor }, audit, { ...found.value, reason, majorId: null });
    return ok({ criterion });
  });

/** A new major in this audit that names its minors; they stay as they are. */
export const raiseBreakdown = (scope: Scope, auditId: string, criterion: string, form: MajorForm) =>
  onAudit(scope, auditId, mayAudit, async ({ trx, audit, actor }) => {
    const found = await suggested(trx, audit, criterion);
    if (!found.ok) return found;
    const on = onIndicator(found.value, form.indicator);
    if (!on.ok) return on;
    const cited = await checkCited(trx, audit.id, form.statement, form.evidence);
    if (!cited.ok) return cited;
    const heard = await checkHeard(trx, audit, form.statement, form.evidence);
    if (!heard.ok) return heard;
    const { statement, evidence } = form;
    const raised = await insertFinding(trx, { ...scope, actor }, audit, {
      code: on.value,
      form: { grade: 'major', statement, evidence, gradingReasons: addedUp(criterion) },
      repeatsId: (await findRepeated(trx, audit, on.value))?.id ?? null,
    });
    if (!raised.ok) return raised;
    const majorId = raised.value.id;
    await insertAnswer(trx, { ...scope, actor }, audit, { ...found.value, reason: null, majorId });
    return ok({ id: majorId });
  });

type Said = Suggestion & { reason: string | null; majorId: string | null };

async function insertAnswer(
  trx: Transaction<Database>,
  { actor, now }: Scope<Auditor>,
  { id: auditId, schemeVersionId }: Audit,
  { criterion, minors, reason, majorId }: Said,
) {
  const outcome = majorId ? 'major' : 'kept';
  const { id } = await trx
    .insertInto('finding_breakdown')
    .values({
      ...{ audit_id: auditId, scheme_version_id: schemeVersionId, criterion_code: criterion },
      ...{ outcome, reason, major_id: majorId, answered_at: now, answered_by: actor.accountId },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('finding_breakdown_minor')
    .values(minors.map((minor) => ({ breakdown_id: id, finding_id: minor.id })))
    .execute();
  await recordEvent(trx, { actor, now, subject: auditId, related: [] }, 'audit.breakdown_answered', {
    criterion,
    outcome,
  });
}
