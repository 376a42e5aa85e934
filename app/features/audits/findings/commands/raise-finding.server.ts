import type { Scope } from '#app/platform/scope.ts';
import { refuse } from '#app/platform/result.ts';

import { indicatorExists } from '../../fieldwork/commands/assess-indicator.server.ts';
import { onAudit } from '../../commands/on-audit.server.ts';
import { mayAudit } from '../../policy.ts';
import { raise } from '../../fieldwork/rules.ts';
import { checkCited } from '../../interviews/queries.server.ts';
import type { RaiseForm } from '../forms.ts';
import { findRepeated } from '../repeats.server.ts';
import { gradeRaised } from '../rules.ts';
import { findingSentBefore, insertFinding } from './insert-finding.server.ts';

/** The same finding in two consecutive audits is graded up. */
export const raiseFinding = (scope: Scope, auditId: string, code: string, form: RaiseForm) =>
  onAudit(scope, auditId, mayAudit, async ({ trx, audit, actor }) => {
    const before = await findRepeated(trx, audit, code);
    const grade = gradeRaised(form.grade, before?.grade);
    const sent = { code, form: { ...form, grade }, repeatsId: before?.id ?? null };
    const again = await findingSentBefore(trx, { ...scope, actor }, audit, sent);
    if (again) return again;
    const outcome = raise(audit);
    if (!outcome.ok) return outcome;
    if (!(await indicatorExists(trx, audit, code))) return refuse('not_found');
    const cited = await checkCited(trx, audit.id, form.statement, form.evidence);
    if (!cited.ok) return cited;
    return insertFinding(trx, { ...scope, actor }, audit, sent);
  });
