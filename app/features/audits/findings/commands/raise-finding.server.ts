import type { Transaction } from 'kysely';

import { onceMore } from '#app/platform/records/alike.ts';
import type { Auditor, Scope } from '#app/platform/scope.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Database } from '#db/client.server.ts';

import { indicatorExists } from '../../fieldwork/commands/assess-indicator.server.ts';
import { onAudit } from '../../commands/on-audit.server.ts';
import type { Audit } from '../../model.ts';
import { mayAudit } from '../../policy.ts';
import { checkHeard } from '../../report/namings.server.ts';
import { raiseGraded } from '../../fieldwork/rules.ts';
import { checkCited } from '../../interviews/queries.server.ts';
import type { RaiseForm } from '../forms.ts';
import { findRepeated, listSaid } from '../repeats.server.ts';
import { alikeFinding, gradeRaised } from '../rules.ts';
import { findingSentBefore, insertFinding } from './insert-finding.server.ts';

/** The same finding in two consecutive audits is graded up. */
export const raiseFinding = (scope: Scope, auditId: string, code: string, form: RaiseForm) =>
  onAudit(scope, auditId, mayAudit, ({ trx, audit, actor }) =>
    raiseOn(trx, { ...scope, actor }, audit, { code, form }),
  );

/** The same on an audit that is locked already, by somebody who may work on it. */
export async function raiseOn(
  trx: Transaction<Database>,
  scope: Scope<Auditor>,
  audit: Audit,
  { code, form }: { code: string; form: RaiseForm },
) {
  const before = await findRepeated(trx, audit, code);
  const grade = gradeRaised(form.grade, before?.grade);
  const sent = { code, form: { ...form, grade }, repeatsId: before?.id ?? null };
  const again = await findingSentBefore(trx, scope, audit, sent);
  if (again) return again;
  const outcome = raiseGraded(audit, grade);
  if (!outcome.ok) return outcome;
  if (!(await indicatorExists(trx, audit, code))) return refuse('not_found');
  const words = wordsOf(form);
  const cited = await checkCited(trx, audit.id, ...words);
  if (!cited.ok) return cited;
  const heard = await checkHeard(trx, audit, ...words);
  if (!heard.ok) return heard;
  const more = await onceMoreOf(trx, { auditId: audit.id, by: scope.actor.accountId, code }, form);
  if (!more.ok) return more;
  return insertFinding(trx, scope, audit, sent);
}

/** All that its recruiter will read. */
export const wordsOf = ({ statement, evidence, gradingReasons = '' }: Omit<RaiseForm, 'grade'>) => [
  ...[statement, evidence],
  gradingReasons,
];

type Place = { auditId: string; by: string; code: string };

/** What a page sends under a number of its own may be what another tab sent already; the house's own is never asked. */
async function onceMoreOf(
  trx: Transaction<Database>,
  { auditId, by, code }: Place,
  { id, statement, another }: RaiseForm,
) {
  if (!id) return ok({});
  const known = await listSaid(trx, { auditId, by, code });
  return onceMore(alikeFinding(known, { code, statement, by })?.raisedAt, another);
}
